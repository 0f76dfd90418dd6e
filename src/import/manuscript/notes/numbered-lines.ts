import { type NoteSigns, placeOf, printersSigns, raisedLetters } from './note-signs.ts'

/** A line that begins a note. */
export type NoteLabel = {
  readonly number: number
  /** How many characters the label has. */
  readonly length: number
  /** The notes that are counted together, from one on; a text may have several such runs. */
  readonly run: number
  readonly signs?: NoteSigns
  /** The sign itself, where notes are told apart by signs. */
  readonly sign?: string
}

type Way = {
  readonly pattern: RegExp
  readonly signs?: NoteSigns
  /** Whether what has this label must stand close together: a number alone on its line may be that of a page. */
  readonly isClose?: true
  /** Whether nothing but notes is labelled so, not even a list. */
  readonly isSure?: true
}

/** The ways to label a note at the beginning of its line, the surest first. */
const ways: readonly Way[] = [
  { pattern: /^\s*(?:[\^↑]\s*)?[[［【<]\s*[\^#]?(\d{1,3})\s*[\]］】>]:?\s*(?:[-–—]\s+)?/u, isSure: true },
  { pattern: /^\s*[[(]\s*(?:(?:foot|end)?note|fn\.?|n\.?|anm\.?)\s*(\d{1,3})\s*[\])]:?\s*/iu, isSure: true },
  { pattern: /^\s*(?:[\^↑]\s*)?\{(\d{1,3})\}:?\s*/u, isSure: true },
  { pattern: /^\s*\/(\d{1,3})\/:?\s*/u, isSure: true },
  { pattern: /^\s*(?:[\^↑]\s*)?[(（](\d{1,3})[)）]\s*/u },
  {
    pattern:
      /^\s*(?:(?:foot|end)?note|anm(?:erkung|\.)?|fn\.?|n|прим(?:ечание|\.)?|сноска)\s*(\d{1,3})\s*(?:[.:)–—-]\s*|(?<=\d)\s+)(?=\S)/iu,
    isSure: true,
  },
  { pattern: /^\s*[\^↑#]\s*(\d{1,3})[.):]?\s*/u, isSure: true },
  { pattern: /^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]+)[.):]?\s*/u, isSure: true },
  { pattern: /^\s*(\d{1,3})[.):](?:\s+|$|(?=[\p{L}"“‘«(]))/u },
  { pattern: /^\s*(\d{1,3})\s+(?:[-–—]\s+)?(?=\S)/u },
  { pattern: /^\s*(\d{1,3})(?=["“‘«(]?\p{Lu}\p{Ll})/u },
  { pattern: /^\s*(\d{1,3})$/u, isClose: true },
  { pattern: /^\s*\[([ivxlc]{1,7})\]:?\s*/u, signs: 'romans', isSure: true },
  { pattern: /^\s*[\^(]?([ivxlc]{1,7})[.)]\s+(?=\S)/u, signs: 'romans' },
  { pattern: /^\s*([ⁱᵛˣˡᶜ]{1,7})[.):]?\s*/u, signs: 'romans', isSure: true },
  { pattern: /^\s*\[([a-z])\]:?\s*/iu, signs: 'letters', isSure: true },
  { pattern: new RegExp(String.raw`^\s*([${raisedLetters}])[.):]?\s*`, 'u'), signs: 'letters', isSure: true },
  { pattern: /^\s*\^([a-z])(?:\^|[.):])?\s+(?=\S)/u, signs: 'letters', isSure: true },
  { pattern: /^\s*\(?([a-z])[.)]\s+(?=\S)/u, signs: 'letters' },
  { pattern: /^\s*([a-z])\s+(?=["“‘«(]?[\p{Lu}\d])/u, signs: 'letters' },
  { pattern: new RegExp(String.raw`^\s*[[(]?(${printersSigns})[\])]?\s*(?=[^\s*†‡§‖¶])`, 'u'), signs: 'signs' },
]

type Found = Omit<NoteLabel, 'run'> & { readonly at: number }
type Run = { readonly way: Way; readonly found: readonly Found[] }

/**
 * The lines that begin notes: of the ways to label them, the one that numbers most from one on, without a gap, each on a line of
 * its own; the last such run. Further runs, as of other chapters or of letters beside numbers, where they say that they are notes.
 * None where there is no run.
 *
 * @param isHeading whether a line says that notes follow
 */
export function labelledNotes(lines: readonly string[], isHeading: (line: string) => boolean): ReadonlyMap<number, NoteLabel> {
  const isBelowHeading = (at: number) => {
    const before = lines.findLast((line, i) => i < at && line.trim() !== '') ?? ''
    return isHeading(before) || /^\s*(?:[-–—_=*]\s?){3,}\s*$/u.test(before)
  }
  const heading = lines.findLastIndex((line) => line.trim() !== '' && isHeading(line))
  const main = mainRun(lines, heading)
  if (!main) return new Map()
  const runs = [main]
  for (let next = furtherRun(lines, runs, heading, isBelowHeading); next; next = furtherRun(lines, runs, heading, isBelowHeading))
    runs.push(next)
  const labels = runs
    .sort((a, b) => placesOf(a)[0] - placesOf(b)[0])
    .flatMap(({ found }, run) => found.map(({ at, ...label }) => [at, { ...label, run }] as const))
  return new Map(labels.sort(([a], [b]) => a - b))
}

/** The run that is rather one of notes than any other. */
function mainRun(lines: readonly string[], heading: number): Run | undefined {
  const full = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  // Of two runs, the notes are rather that below their heading, then that at the end of the text, then the longer one.
  const rank = (run: Run, at: number) => {
    const [, last] = placesOf(run)
    const isAtEnd = full.filter((each) => each > last).length <= Math.max(8, full.length / 5)
    return heading >= 0 && at > heading ? 2 : Number(isAtEnd)
  }
  let best: Run | undefined
  let bestRank = 0
  for (const way of ways) {
    const found = labelsOf(lines, way, heading)
    // What stands below a heading of notes begins there; otherwise the run that goes furthest, and of these the last.
    for (const [i, { at, number }] of found.entries()) {
      const isAbove = heading >= 0 && at < heading && found.some((other) => other.at > heading && other.number === 1)
      if (number !== 1 || isAbove) continue
      const run = runFrom(found.slice(i), way)
      if (way.isClose && !standsClose(run)) continue
      // A single sign under a heading is a note; several of the same are a list.
      const isAlone = way.signs === undefined || found.length === 1
      const size = run.found.length
      const isEnough = size >= 2 || (isAlone && heading >= 0 && at > heading)
      const own = rank(run, at)
      const isLonger = size > (best?.found.length ?? 0) || (size === best?.found.length && at > (best.found[0]?.at ?? 0))
      if (!isEnough || own < bestRank || (own === bestRank && !isLonger)) continue
      best = run
      bestRank = own
    }
  }
  return best
}

/** Another run beside those that were found, that is as sure as they are: of the same way, or of notes that are counted otherwise. */
function furtherRun(
  lines: readonly string[],
  runs: readonly Run[],
  heading: number,
  isBelowHeading: (at: number) => boolean,
): Run | undefined {
  const isFree = (at: number) => runs.every((run) => at < placesOf(run)[0] || at > placesOf(run)[1])
  const gaps = [0, ...runs.map((run) => placesOf(run)[1])]
  let best: Run | undefined
  for (const way of ways) {
    const isSame = runs.some((run) => run.way === way)
    if (!isSame && (way.isClose || runs.some((run) => run.way.signs === way.signs))) continue
    const all = labelsOf(lines, way, heading).filter(({ at }) => isFree(at))
    for (const after of gaps) {
      const end = Math.min(...runs.map((run) => placesOf(run)[0]).filter((first) => first > after), lines.length)
      const found = all.filter(({ at }) => at >= after && at < end)
      for (const [i, { at, number }] of found.entries()) {
        if (number !== 1) continue
        const run = runFrom(found.slice(i), way)
        const isNoted = isBelowHeading(at) || (isSame && heading >= 0 && at > heading)
        const isSure = way.isSure === true || (way.signs === 'signs' && isSame && !isBulleted(run, found, lines))
        if ((isNoted || isSure) && run.found.length > (best?.found.length ?? 0)) best = run
      }
    }
  }
  return best
}

/** Whether the same sign begins the next item too, as in a list. */
const isBulleted = ({ found: own }: Run, all: readonly Found[], lines: readonly string[]) =>
  own.some(({ at, sign }) =>
    all.some(
      (other) =>
        other.at !== at &&
        other.sign === sign &&
        lines.slice(Math.min(at, other.at) + 1, Math.max(at, other.at)).every((line) => line.trim() === ''),
    ),
  )

function labelsOf(lines: readonly string[], { pattern, signs }: Way, heading: number): Found[] {
  const found: Found[] = []
  let known: string[] = []
  for (const [at, line] of lines.entries()) {
    const match = pattern.exec(line)
    const written = match?.[1] ?? ''
    if (!match || (signs !== 'signs' && placeOf(written, signs) === 0)) continue
    // Signs are counted as they come; one that comes again begins anew, and so does what stands below a heading of notes.
    const before = found.at(-1)?.at ?? 0
    known = known.includes(written) || (before < heading && heading < at) ? [written] : [...known, written]
    // The blanks of a line are those of its paragraph then: none before it, and never two.
    const length = match[0].trim().replace(/ {2,}/gu, ' ').length
    if (signs === 'signs') found.push({ at, number: known.length, length, signs, sign: written })
    else found.push({ at, number: placeOf(written, signs), length, ...(signs && { signs }) })
  }
  return found
}

const placesOf = ({ found }: Run): readonly [first: number, last: number] => [found[0]?.at ?? 0, found.at(-1)?.at ?? 0]

/** Whether labels are a few lines apart, as notes are and pages are not. */
const standsClose = (run: Run) => placesOf(run)[1] - placesOf(run)[0] <= run.found.length * 8

/** From a note on those that follow it: each number the next one, each sign another. */
function runFrom(found: readonly Found[], way: Way): Run {
  const run: Found[] = []
  for (const [i, label] of found.entries()) {
    if (label.sign !== undefined && label.number !== run.length + 1) break
    const last = run.at(-1)?.number ?? 0
    // A note may be missing; then nothing else is the next.
    const isNext = label.number === last + 1
    const isSoon = last >= 2 && label.number === last + 2 && !found.slice(i).some(({ number }) => number === last + 1)
    if (isNext || isSoon) run.push(label)
  }
  return { way, found: run }
}
