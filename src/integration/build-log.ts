/** Where a build says how far it is. */
export type Screen = {
  readonly write: (text: string) => void
  /** Columns of a terminal, on which a line can be written over; nothing for a pipe, a file, or the machine of a host. */
  readonly columns?: number | undefined
  /** Milliseconds since the process began. */
  readonly now: () => number
  /** What the process has cost so far, where that is told: seconds of all processors, and megabytes. */
  readonly cost?: () => { readonly seconds: number; readonly megabytes: number }
}

/** The steps of a build in their order: what they are called while they last, and once they are done. */
export const steps = {
  texts: { doing: 'Reading texts', done: 'Texts read' },
  code: { doing: 'Bundling code', done: 'Code bundled' },
  pages: { doing: 'Writing pages', done: 'Pages written' },
  site: { doing: 'Finishing pages', done: 'Pages finished' },
  search: { doing: 'Indexing', done: 'Search indexed' },
  editions: { doing: 'Making editions', done: 'Editions made' },
  offline: { doing: 'Packing', done: 'Packed for offline' },
  languages: { doing: 'Building languages', done: 'Languages built' },
} as const

export type Step = keyof typeof steps

export type BuildLog = {
  /** The step before is done, and this one begins. */
  readonly begin: (step: Step) => void
  /** What the step has made, in words: “2 parts, 186 terms and 62 works”. */
  readonly made: (words: string) => void
  /** What is at work, where a step has several pieces: “the e-book”. */
  readonly at: (piece: string) => void
  /** How far it is: so many things done of so many. */
  readonly advance: (done: number, total: number) => void
  /** A line that is not of a step; it stands above the one that is written over. */
  readonly say: (line: string) => void
  /** Takes away what stands on the screen for the time being, as before somebody else writes there. */
  readonly clear: () => void
  /** The last step is done, and so is the build. */
  readonly end: (words: string) => void
}

/**
 * Says where a build is: a line for every step that is done, with what it made and its time, as many for a series of a
 * thousand parts as for one of two; and on a terminal, one that is written over, with a bar.
 */
export function buildLog({ write, columns, now, cost }: Screen): BuildLog {
  let current: { readonly step: Step; readonly begun: number; readonly cost: number; made: string; piece: string } | undefined
  let shown: { readonly text: string; readonly at: number } | undefined
  const clear = () => {
    if (shown) write('\r\u001b[2K')
    shown = undefined
  }
  const say = (line: string) => {
    clear()
    write(`${line}\n`)
  }
  /** Not at every page: a terminal takes longer to draw a line than the program to write a small page. */
  const show = (text: string, isUrgent: boolean) => {
    if (columns === undefined || (!isUrgent && shown && now() - shown.at < tenth)) return
    const line = text.slice(0, columns - 1)
    // Whoever writes next, and does not know of this line, writes over it.
    write(`\r\u001b[2K${line}\r`)
    shown = { text: line, at: now() }
  }
  const finish = () => {
    if (!current) return
    const { step, begun, made } = current
    const costs = cost?.()
    say(lineOf(steps[step].done, made, now() - begun, costs && { ...costs, seconds: costs.seconds - current.cost }))
    current = undefined
  }
  return {
    begin: (step) => {
      // The first step has the time from the beginning of the process.
      const begun = current ? now() : step === 'texts' ? 0 : now()
      finish()
      current = { step, begun, cost: step === 'texts' ? 0 : (cost?.().seconds ?? 0), made: '', piece: '' }
      show(`${steps[step].doing} …`, true)
    },
    made: (words) => {
      if (current) current.made = words
    },
    at: (piece) => {
      if (!current) return
      current.piece = piece
      show(`${steps[current.step].doing} … ${piece}`, true)
    },
    advance: (done, total) => {
      if (!current || total === 0) return
      const { step, piece } = current
      show(
        `${steps[step].doing.padEnd(nameWidth)}${barOf(done / total)} ${counted(done)} of ${counted(total)}${piece && `, ${piece}`}`,
        done === total,
      )
    },
    say,
    clear,
    end: (words) => {
      finish()
      say(lineOf('Done', words, now(), cost?.()))
    },
  }
}

/** Milliseconds. */
const tenth = 100

const nameWidth = Math.max(...Object.values(steps).map(({ done }) => done.length)) + 2
const madeWidth = 50

/** “Pages written       432 pages and 1,204 other files                     18.0 s”. */
function lineOf(name: string, made: string, time: number, costs?: { readonly seconds: number; readonly megabytes: number }): string {
  const more = costs ? `  (processor ${inSeconds(costs.seconds)}, memory up to ${counted(Math.round(costs.megabytes))} MB)` : ''
  return `${name.padEnd(nameWidth)}${made.padEnd(madeWidth)} ${inSeconds(time / 1000).padStart(8)}${more}`
}

const inSeconds = (seconds: number) => `${seconds.toFixed(1)} s`
const counted = (amount: number) => amount.toLocaleString('en-GB')

const barWidth = 24

function barOf(share: number): string {
  const full = Math.min(barWidth, Math.max(0, Math.floor(share * barWidth)))
  return `[${'='.repeat(full)}${' '.repeat(barWidth - full)}]`
}
