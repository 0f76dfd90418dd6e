/** A rule `@font-face` of a style sheet that names a file. */
export type FontFace = {
  readonly rule: string
  readonly family: string
  readonly isItalic: boolean
  readonly file: string
  readonly covers: (code: number) => boolean
}

/** The rules of a style sheet that name files of fonts. */
export function fontFacesOf(css: string): FontFace[] {
  return [...css.matchAll(/@font-face\s*\{[^}]*\}/gu)].flatMap(([rule]) => {
    const file = /url\(["']?([^"')]+\.(?:woff2?|ttf|otf))["']?\)/iu.exec(rule)?.[1]
    return file
      ? [
          {
            rule,
            family: familyOf(rule),
            isItalic: /font-style:\s*italic/u.test(rule),
            file,
            covers: rangeOf(/unicode-range:([^;}]+)/iu.exec(rule)?.[1]),
          },
        ]
      : []
  })
}

/** The family that a rule is for. */
export function familyOf(rule: string): string {
  const [, quoted, plain] = /font-family:\s*(?:["']([^"']*)["']|([^;}]*))/u.exec(rule) ?? []
  return quoted ?? plain?.trim() ?? ''
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

/** Code points as CSS lists them, neighbours as one range: `U+41-43,U+131`. */
export function listRange(codes: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && code <= last[1] + 1) last[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number) => code.toString(16).toUpperCase()
  return ranges.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',')
}

/**
 * What a reader may see that stands in no page: typed queries, counts, the words of scripts; the hyphens that browsers
 * set, and signs that styles write.
 */
export const alwaysThere: string = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')}\u{a0}\u{ad}·¶\u{2010}–“”‘’…\u{2060}`
