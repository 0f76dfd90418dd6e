import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { readSvg } from './read-svg.ts'

/** Checks that a picture is one, that it can be shown, and that it does nothing but show. */
export function checkPicture({ path, text, pixels }: ManuscriptFile): Diagnostic[] {
  if (pixels)
    return pixels.broken === undefined
      ? []
      : [diagnose('picture-broken', path, startOfFile, { picture: nameIn(path), reason: pixels.broken })]
  if (!/\.svg$/iu.test(path)) return []
  return readSvg(text).mistakes.map((mistake) =>
    mistake.kind === 'unsafe'
      ? diagnose('picture-unsafe', path, mistake.span, { found: mistake.found, does: mistake.does })
      : diagnose('picture-broken', path, mistake.span, { picture: nameIn(path), reason: mistake.reason }),
  )
}

const nameIn = (path: string) => path.replace(/^pictures\//u, '')
