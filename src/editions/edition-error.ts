import { readEnvironment } from '../environment.ts'

/**
 * An edition could not be made: the message says which, at what place of the site, and why; with `PAMPHLET_DEBUG` its
 * cause says where in the code.
 */
export class EditionError extends Error {
  override readonly name = 'EditionError'

  constructor(edition: string, error: unknown) {
    const { place, cause } = error instanceof PlaceError ? error : { place: undefined, cause: error }
    const reason = cause instanceof Error ? cause.message : String(cause)
    const isDebugged = Boolean(readEnvironment().PAMPHLET_DEBUG)
    const advice = isDebugged ? '' : ' If it is a fault of the program, PAMPHLET_DEBUG=1 shows where.'
    // Who prints an error prints the trace of its cause too.
    super(
      `Making ${edition} failed${place ? ` at ${place}` : ''}: ${reason}\nNothing was published; the last site is as it was.${advice}`,
      isDebugged ? { cause } : {},
    )
    if (!isDebugged) this.stack = this.message
  }
}

/** What failed while an edition was made of a place of the site. */
class PlaceError extends Error {
  readonly place: string

  constructor(place: string, cause: unknown) {
    super(place, { cause })
    this.place = place
  }
}

/** Makes an edition, “the feed”. @throws {EditionError} where anything fails */
export async function making<T>(edition: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new EditionError(edition, error)
  }
}

/** Does a piece of the work on an edition at a place of the site, “/part-1/”, so that what fails there is told with it. */
export async function at<T>(place: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof PlaceError ? error : new PlaceError(place, error)
  }
}
