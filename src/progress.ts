/**
 * How far a long piece of work has come, told by who does it to whoever shows it. Nobody need listen: what is told then is
 * lost, and costs nothing.
 */
type Listener = (done: number, total: number) => void

let listener: Listener | undefined

/** From here on progress is told to one listener, in place of the last; to none without one. */
export const listenToProgress = (to?: Listener) => {
  listener = to
}

/** Tells that so many things are done of so many. */
export const tellProgress: Listener = (done, total) => listener?.(done, total)
