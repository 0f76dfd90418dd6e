import { keepBytes } from '../../kept-results.ts'
import { cutFace } from '../cut-face.ts'
import { alwaysThere, type FontFace, fontFacesOf } from '../font-faces.ts'
import { readBytes } from '../site-files.ts'

/**
 * The style sheet with its faces inside it, each reduced to the characters of the text that it is meant for. A face of
 * which the text has none is left out.
 *
 * @param css with `@font-face` rules that name WOFF2 files
 * @param from the style sheet’s own URL, from which the files are named
 */
export async function embedFaces(css: string, from: URL, text: string): Promise<string> {
  const characters = new Set(text + alwaysThere)
  const faces = fontFacesOf(css)
  const embedded = await Promise.all(faces.map((face) => embedFace(face, from, characters)))
  return faces.reduce((sheet, { rule }, i) => sheet.replace(rule, () => embedded[i] ?? ''), css)
}

async function embedFace({ rule, file, covers }: FontFace, from: URL, characters: ReadonlySet<string>): Promise<string> {
  const wanted = [...characters].filter((character) => covers(character.codePointAt(0) ?? 0)).sort()
  if (wanted.length === 0) return ''
  const whole = readBytes(new URL(file, from))
  const face = await keepBytes('face', [whole, wanted.join(''), 'woff2'], () => cutFace(whole, wanted.join(''), { targetFormat: 'woff2' }))
  // It is there with the page: nothing is waited for, and no page with another face follows on which it would be used.
  const shown = rule.replace(/font-display:\s*[a-z]+/u, 'font-display:block')
  return shown.replace(/url\([^)]+\)/u, `url(data:font/woff2;base64,${Buffer.from(face).toString('base64')})`)
}
