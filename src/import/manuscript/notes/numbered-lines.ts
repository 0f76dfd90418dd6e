import { type NoteSigns, placeOf } from './note-signs.ts'

/** A line that begins a note: its number, how many characters its label has, and the signs if it is no number. */
export type NoteLabel = { readonly number: number; readonly length: number; readonly signs?: NoteSigns }

type Label = {
  readonly pattern: RegExp
  readonly signs?: NoteSigns
  /** Whether what has this label must stand close together: a number alone on its line may be that of a page. */
  readonly isClose?: true
}

/** The ways to label a note at the beginning of its line, the surest first. */
const labels: readonly Label[] = [
  { pattern: /^\s*(?:[\^↑]\s*)?[[［【]\s*\^?(\d{1,3})\s*[\]］】]:?\s*/u },
  { pattern: /^\s*[[(]\s*(?:(?:foot|end)?note|fn\.?|n\.?|anm\.?)\s*(\d{1,3})\s*[\])]:?\s*/iu },
  { pattern: /^\s*(?:[\^↑]\s*)?\{(\d{1,3})\}:?\s*/u },
  { pattern: /^\s*\/(\d{1,3})\/:?\s*/u },
  { pattern: /^\s*(?:[\^↑]\s*)?[(（](\d{1,3})[)）]\s*/u },
  {
    pattern: /^\s*(?:(?:foot|end)?note|anm(?:erkung|\.)?|fn\.?|прим(?:ечание|\.)?|сноска)\s*(\d{1,3})\s*(?:[.:)–—-]\s*|(?<=\d)\s+)(?=\S)/iu,
  },
  { pattern: /^\s*[\^↑]\s*(\d{1,3})[.):]?\s*/u },
  { pattern: /^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]+)[.):]?\s*/u },
  { pattern: /^\s*(\d{1,3})[.):](?:\s+|$|(?=[\p{L}"“‘«(]))/u },
  { pattern: /^\s*(\d{1,3})\s+(?=\S)/u },
  { pattern: /^\s*(\d{1,3})(?=["“‘«(]?\p{Lu}\p{Ll})/u },
  { pattern: /^\s*(\d{1,3})$/u, isClose: true },
  { pattern: /^\s*\[([ivxlc]{1,7})\]:?\s*/u, signs: 'romans' },
  { pattern: /^\s*\[([a-z])\]:?\s*/u, signs: 'letters' },
  { pattern: /^\s*(\*{1,6})\s*(?=[^\s*])/u, signs: 'stars' },
  { pattern: /^\s*([*†‡§‖¶])\s*(?=[^\s*†‡§‖¶])/u, signs: 'signs' },
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
  for (const { pattern, signs, isClose } of labels) {
    const found = lines.flatMap((line, at) => {
      const match = pattern.exec(line)
      const number = match ? placeOf(match[1] ?? '', signs) : 0
      // The blanks of a line are those of its paragraph then: none before it, and never two.
      return match && number > 0 ? [{ at, number, length: match[0].trim().replace(/ {2,}/gu, ' ').length, ...(signs && { signs }) }] : []
    })
    // What stands below a heading of notes begins there; otherwise the run that goes furthest, and of these the last.
    for (const [i, { at, number }] of found.entries()) {
      if (number !== 1 || (heading >= 0 && at < heading && found.some((other) => other.at > heading && other.number === 1))) continue
      const run = runFrom(found.slice(i))
      if (isClose && !standsClose([...run.keys()])) continue
      // A single sign under a heading is a note; several of the same are a list.
      const isAlone = signs === undefined || found.length === 1
      const isEnough = run.size >= 2 || (run.size === 1 && isAlone && heading >= 0 && at > heading)
      const own = rank(run, at)
      const isLonger = run.size > best.size || (run.size === best.size && at > (best.keys().next().value ?? 0))
      if (!isEnough || own < bestRank || (own === bestRank && !isLonger)) continue
      best = run
      bestRank = own
    }
  }
  return best
}

/** Whether labels are a few lines apart, as notes are and pages are not. */
const standsClose = (at: readonly number[]) => (at.at(-1) ?? 0) - (at[0] ?? 0) <= at.length * 8

function runFrom(found: readonly (NoteLabel & { readonly at: number })[]): ReadonlyMap<number, NoteLabel> {
  const run = new Map<number, NoteLabel>()
  for (const { at, ...label } of found) if (label.number === run.size + 1) run.set(at, label)
  return run
}
