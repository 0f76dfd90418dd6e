import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { bestMarks } from './note-marks.ts'
import { comparable } from './note-names.ts'
import { isHeadingOfNotes, type NoteRun } from './note-runs.ts'

/** Notes, and the stretch of text that points to them. */
export type RunWithText = { readonly run: NoteRun; readonly text: readonly RootContent[] }

/**
 * Which text each run of notes belongs to: that before it, as far as the notes before it; where several runs stand together at the
 * end, each to its chapter, by the heading over it or by the order in which the numbers begin anew.
 */
export function textsOfRuns(blocks: readonly RootContent[], runs: readonly NoteRun[]): RunWithText[] {
  const notes = new Set(runs.flatMap((run) => [...run.blocks]))
  const groups: { readonly runs: NoteRun[]; readonly text: RootContent[] }[] = []
  let from = 0
  for (const run of runs) {
    const text = blocks.filter((_, at) => at >= from && at < run.end && !notes.has(at))
    const group = groups.at(-1)
    if (group && bestMarks(text, run) === undefined) group.runs.push({ ...run, isBelowOthers: true })
    else groups.push({ runs: [run], text })
    from = run.end
  }
  return groups.flatMap(({ runs: own, text }) => (own.length === 1 ? own.map((run) => ({ run, text })) : divided(own, text)))
}

/** Runs that stand together, each with its share of the text before them. */
function divided([first, ...others]: readonly NoteRun[], text: readonly RootContent[]): RunWithText[] {
  if (!first) return []
  // The heading over the first is that of its chapter too, unless it is that of all notes.
  const runs = [isOfChapter(first) ? { ...first, isBelowOthers: true as const } : first, ...others]
  const starts = byHeadings(runs, text) ?? byNumbers(runs, text) ?? byRank(runs, text)
  if (starts) return runs.map((run, i) => ({ run, text: text.slice(i === 0 ? 0 : starts[i], starts[i + 1] ?? text.length) }))
  // Of several lists at the end one has the notes: that of which most are pointed to.
  const share = (run: NoteRun) => (bestMarks(text, run)?.found ?? 0) / run.notes.length
  const likely = [...runs].sort((a, b) => share(b) - share(a) || b.notes.length - a.notes.length)[0]
  return likely ? [{ run: { ...likely, isBelowOthers: undefined }, text }] : []
}

const isOfChapter = ({ heading }: NoteRun) => heading !== undefined && !isHeadingOfNotes(textOf(heading))

/** Where chapters begin that are called as the headings over the runs. */
function byHeadings(runs: readonly NoteRun[], text: readonly RootContent[]): number[] | undefined {
  const starts: number[] = []
  for (const { heading } of runs) {
    const name = heading ? comparable(textOf(heading)).replace(/^notes? (?:to|for) (?:the )?/u, '') : ''
    const at = text.findIndex((block, i) => {
      const own = block.type === 'heading' && i > (starts.at(-1) ?? -1) && block !== heading ? comparable(textOf(block)) : ''
      return (
        name !== '' && own !== '' && (own === name || own.startsWith(`${name} `) || own.endsWith(` ${name}`) || name.endsWith(` ${own}`))
      )
    })
    if (at < 0) return undefined
    starts.push(at)
  }
  return starts
}

/** Where the numbers begin anew, as often as there are runs, and none goes further than its run does. */
function byNumbers(runs: readonly NoteRun[], text: readonly RootContent[]): number[] | undefined {
  const longest = runs.reduce((a, b) => (b.notes.length > a.notes.length ? b : a))
  const best = bestMarks(text, longest)
  if (!best || best.style.isBare) return undefined
  const starts = [0]
  let highest = 0
  for (const [at, block] of text.entries()) {
    for (const { numbers } of best.style.find([block], longest)) {
      const number = numbers[0] ?? 0
      if (number === 1 && highest > 1) {
        starts.push(at)
        highest = 0
      }
      highest = Math.max(highest, ...numbers)
    }
    if (highest > (runs[starts.length - 1]?.most ?? 0)) return undefined
  }
  return starts.length === runs.length ? starts : undefined
}

/** As many chapters as there are runs, by the headings that stand over all others. */
function byRank(runs: readonly NoteRun[], text: readonly RootContent[]): number[] | undefined {
  const headings = text.flatMap((block, at) =>
    block.type === 'heading' && !isHeadingOfNotes(textOf(block)) ? [{ at, depth: block.depth }] : [],
  )
  const highest = Math.min(...headings.map(({ depth }) => depth))
  const starts = headings.filter(({ depth }) => depth === highest).map(({ at }) => at)
  const isEach = starts.length === runs.length && runs.every((run, i) => bestMarks(text.slice(starts[i], starts[i + 1]), run) !== undefined)
  return isEach ? starts : undefined
}
