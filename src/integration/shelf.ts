import type { OwnFace } from '../model/faces.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { OfferedLanguages } from '../model/languages.ts'
import type { RecordingFile } from '../model/recordings.ts'
import type { Series } from '../model/series.ts'
import type { BuiltSeries } from '../series/build-series.ts'
import type { PictureFont } from './picture-fonts.ts'

/** The manuscript as it lies on the disk, what became of it, and the report that is printed; empty where nothing is wrong. */
export type Reading = BuiltSeries & {
  /** The languages that the site is published in, where there are several. */
  readonly languages: OfferedLanguages
  readonly report: string
  /** The names that texts may say, by the types of the module `pamphlet:ids`. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  /** Recordings and their words that texts name, by name. */
  readonly recordings: ReadonlyMap<string, RecordingFile>
  /** The families of the writer’s own. */
  readonly faces: readonly OwnFace[]
}

/**
 * What is handed from the door to the loaders and the pages. Astro loads their modules a second time, in a graph of their
 * own; what both need is made once and lies where both find it, and is neither written into the content store nor read
 * back from it, which for a long series is hundreds of megabytes of JSON.
 */
type Shelf = {
  /** Where a file of the manuscript lies ready, from the root of the project. */
  pathOf?: (path: string) => string
  /** The first reading, the same for all who begin with one. */
  firstReading?: () => Promise<Reading>
  /** The Series of the last reading without mistakes. */
  series?: Series
  /** How many there have been. */
  readings?: number
  /** Its languages, where there are several. */
  languages?: OfferedLanguages
  /** The files of that reading by the absolute path where they lie ready. */
  texts?: ReadonlyMap<string, string>
  /** What lies in its folder `recordings/` and is shown, by name. */
  recordings?: ReadonlyMap<string, RecordingFile>
  /** The families of the writer’s own, as they were read with it. */
  faces?: readonly OwnFace[]
  /** The same as pictures are lettered in them, made when the first picture asks. */
  pictureFonts?: () => Promise<readonly PictureFont[]>
  /** The writer’s own style sheet, as it was read with it. */
  sheet?: ManuscriptFile | undefined
  /** The files of its ledger. */
  ledger?: readonly ManuscriptFile[]
}

const place = Symbol.for('pamphlet.shelf')
const holder = globalThis as typeof globalThis & { [place]?: Shelf }
holder[place] ??= {}

export const shelf: Shelf = holder[place]
