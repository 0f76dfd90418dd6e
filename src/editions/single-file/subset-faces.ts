import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { keepBytes } from '../../kept-results.ts'

/** What a reader may see that stands in no page: typed queries, counts, the words of scripts. */
const alwaysThere = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')

/**
 * The style sheet with its faces inside it, each reduced to the characters of the text that it is meant for. A face of
 * which the text has none is left out.
 *
 * @param css with `@font-face` rules that name WOFF2 files
 * @param from the style sheet’s own URL, from which the files are named
 */
export async function embedFaces(css: string, from: URL, text: string): Promise<string> {
  const characters = new Set(text + alwaysThere)
  const rules = [...css.matchAll(/@font-face\s*\{[^}]*\}/gu)].map(([rule]) => rule)
  const embedded = await Promise.all(rules.map((rule) => embedFace(rule, from, characters)))
  return rules.reduce((sheet, rule, i) => sheet.replace(rule, () => embedded[i] ?? ''), css)
}

async function embedFace(rule: string, from: URL, characters: ReadonlySet<string>): Promise<string> {
  const file = /url\(["']?([^"')]+\.woff2)["']?\)/u.exec(rule)?.[1]
  if (!file) return rule
  const covers = rangeOf(/unicode-range:([^;}]+)/iu.exec(rule)?.[1])
  const wanted = [...characters].filter((character) => covers(character.codePointAt(0) ?? 0)).sort()
  if (wanted.length === 0) return ''
  const whole = await readFile(new URL(file, from))
  const face = await keepBytes('face', [whole, wanted.join('')], () => subsetFont(whole, wanted.join(''), { targetFormat: 'woff2' }))
  // It is there with the page: nothing is waited for, and no page with another face follows on which it would be used.
  const shown = rule.replace(/font-display:\s*[a-z]+/u, 'font-display:block')
  return shown.replace(/url\([^)]+\)/u, `url(data:font/woff2;base64,${Buffer.from(face).toString('base64')})`)
}

/** Whether a code point lies in a list as `U+0-FF, U+131, U+4??`; in any where there is no list. */
export function rangeOf(list: string | undefined): (code: number) => boolean {
  if (list === undefined) return () => true
  const ranges = list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-')
    return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)] as const
  })
  return (code) => ranges.some(([first, last]) => code >= first && code <= last)
}
