import { z } from 'zod'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { memoize } from '../memoize.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { frontMatter } from './front-matter.ts'
import { readYaml } from './yaml/yaml.ts'

/**
 * A manuscript without what is not to be published yet: its files, the ids of the parts that are left out, and which of
 * them wait for a day.
 */
export type WithoutDrafts<F extends ManuscriptFile = ManuscriptFile> = {
  readonly files: readonly F[]
  readonly drafts: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Leaves out the parts that say “draft: true” and those whose day of publication has not come: nothing in the site, its
 * editions and lists comes from them, and no mistake in them stops a build.
 *
 * @param latest the latest day of which it can be said that it has come, ISO 8601
 */
export function leaveDrafts<F extends ManuscriptFile>(files: readonly F[], latest: string): WithoutDrafts<F> {
  const left = files.flatMap((file) => {
    const id = /^parts\/([^/]+)\.mdx$/u.exec(file.path)?.[1]
    const why = id === undefined || file.fault ? undefined : whyDraft(file.path, file.path, file.text, latest)
    return id !== undefined && why ? [{ id, path: file.path, why }] : []
  })
  const paths = new Set(left.map(({ path }) => path))
  return {
    files: files.filter(({ path }) => !paths.has(path)),
    drafts: left.map(({ id }) => id),
    diagnostics: left.flatMap(({ why }) => why.diagnostics),
  }
}

/** What is wrong elsewhere in the front matter is told when the part is read. */
const wanted = z.looseObject({ draft: z.boolean().optional().catch(undefined), published: z.iso.date().optional().catch(undefined) })

const whyDraft = memoize((path: string, text: string, latest: string): { readonly diagnostics: readonly Diagnostic[] } | undefined => {
  const found = frontMatter.exec(text)
  if (!found) return undefined
  const before = found[0].slice(0, found[0].indexOf('\n') + 1)
  const { value, locate } = readYaml(found[1] ?? '', wanted, { file: path, code: 'front-matter-invalid', before })
  if (value?.draft) return { diagnostics: [] }
  const day = value?.published
  if (day === undefined || day <= latest) return undefined
  return { diagnostics: [diagnose('day-to-come', path, locate(['published']), { field: 'published', day })] }
})
