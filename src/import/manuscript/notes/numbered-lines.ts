/** A line that begins a note: its number, and how many characters its label has. */
export type NoteLabel = { readonly number: number; readonly length: number }

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
export const raisedNumber = (text: string): number => Number([...text].map((sign) => superscripts.indexOf(sign)).join(''))

/** The ways to label a note at the beginning of its line, the surest first. */
const labels: readonly RegExp[] = [
  /^\s*(?:[\^↑]\s*)?\[\^?(\d{1,3})\]:?\s*/u,
  /^\s*(?:[\^↑]\s*)?\{(\d{1,3})\}:?\s*/u,
  /^\s*(?:[\^↑]\s*)?\((\d{1,3})\)\s*/u,
  /^\s*(?:(?:foot|end)?note|anm(?:erkung|\.)?|fn\.?|прим(?:ечание|\.)?|сноска)\s*(\d{1,3})\s*[.:)–—-]?\s+/iu,
  /^\s*[\^↑]\s*(\d{1,3})[.):]?\s*/u,
  /^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]+)[.):]?\s*/u,
  /^\s*(\d{1,3})[.):](?:\s+|(?=[\p{L}"“‘«(]))/u,
  /^\s*(\d{1,3})\s+(?=\S)/u,
  /^\s*(\d{1,3})(?=["“‘«(]?\p{Lu}\p{Ll})/u,
]

/**
 * The lines that begin the notes at the end of a text: of the ways to label them, the one that numbers most from one on, without
 * a gap, each on a line of its own; the last such run. None where it is no run.
 *
 * @param isHeading whether a line says that notes follow
 */
export function labelledNotes(lines: readonly string[], isHeading: (line: string) => boolean): ReadonlyMap<number, NoteLabel> {
  const heading = lines.findLastIndex((line) => line.trim() !== '' && isHeading(line))
  const full = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  // Of two runs, the notes are rather that below their heading, then that at the end of the text, then the longer one.
  const rank = (run: ReadonlyMap<number, NoteLabel>, at: number) => {
    const last = [...run.keys()].at(-1) ?? 0
    const isAtEnd = full.filter((each) => each > last).length <= Math.max(8, full.length / 5)
    return heading >= 0 && at > heading ? 2 : Number(isAtEnd)
  }
  let best: ReadonlyMap<number, NoteLabel> = new Map()
  let bestRank = 0
  for (const label of labels) {
    const found = lines.flatMap((line, at) => {
      const match = label.exec(line)
      const number = match ? (/^\d+$/u.test(match[1] ?? '') ? Number(match[1]) : raisedNumber(match[1] ?? '')) : 0
      return match && number > 0 ? [{ at, number, length: match[0].length }] : []
    })
    // What stands below a heading of notes begins there; otherwise the run that goes furthest, and of these the last.
    for (const [i, { at, number }] of found.entries()) {
      if (number !== 1 || (heading >= 0 && at < heading && found.some((other) => other.at > heading && other.number === 1))) continue
      const run = runFrom(found.slice(i))
      const isEnough = run.size >= 2 || (run.size === 1 && heading >= 0 && at > heading)
      const own = rank(run, at)
      const isLonger = run.size > best.size || (run.size === best.size && at > (best.keys().next().value ?? 0))
      if (!isEnough || own < bestRank || (own === bestRank && !isLonger)) continue
      best = run
      bestRank = own
    }
  }
  return best
}

function runFrom(
  found: readonly { readonly at: number; readonly number: number; readonly length: number }[],
): ReadonlyMap<number, NoteLabel> {
  const run = new Map<number, NoteLabel>()
  for (const { at, number, length } of found) if (number === run.size + 1) run.set(at, { number, length })
  return run
}
