import type { Root } from 'hast'
import type { Survey } from '../manuscript/survey/survey.ts'
import type { OwnFace } from '../model/faces.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { OfferedLanguages } from '../model/languages.ts'
import type { RecordingFile } from '../model/recordings.ts'
import type { Series } from '../model/series.ts'
import type { BuiltSeries } from '../series/build-series.ts'
import type { PictureFont } from './picture-fonts.ts'

/** The manuscript as it lies on the disk, what became of it, and the report that is printed; empty where nothing is wrong. */
export type Reading = Omit<BuiltSeries, 'manuscript'> & {
  /** The languages that the site is published in, where there are several. */
  readonly languages: OfferedLanguages
  readonly report: string
  /** The names that texts may say, by the types of the module `pamphlet:ids`. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  /** Recordings and their words that texts name, by name. */
  readonly recordings: ReadonlyMap<string, RecordingFile>
  /** The families of the writer’s own. */
  readonly faces: readonly OwnFace[]
  /** What stands where in the texts that were read anew, by their folder and id, as long as that is in memory. */
  readonly surveys: Map<string, Survey>
}

/**
 * What is handed from the door to the pages. Astro bundles their modules, and loads them in a graph of their own; what both
 * need is made once and lies where both find it.
 */
export type Shelf = {
  /** The first reading, the same for all who begin with one. */
  firstReading?: () => Promise<Reading>
  /** Of which settings that is the reading. */
  readingAsked?: string
  /** Told of each reading that a server for writing makes. */
  declare?: (reading: Pick<Reading, 'ids'>) => void
  /** The Series of the last reading without mistakes. */
  series?: Series
  /** Its languages, where there are several. */
  languages?: OfferedLanguages
  /** What is printed of a text of that reading, by its folder and id; none where there is no such text. */
  treeOf?: (document: string) => Promise<Root> | undefined
  /** Another where what is printed of it may be another. */
  digestOfText?: (document: string) => string | undefined
  /** What lies in its folder `recordings/` and is shown, by name. */
  recordings?: ReadonlyMap<string, RecordingFile>
  /** The families of the writer’s own, as they were read with it. */
  faces?: readonly OwnFace[]
  /** The same as pictures are lettered in them, made when the first picture asks. */
  pictureFonts?: () => Promise<readonly PictureFont[]>
  /** The writer’s own style sheet, as it was read with it. */
  sheet?: ManuscriptFile | undefined
  /** Its pictures, recordings and faces that lie ready for the bundler. */
  laidReady?: readonly ManuscriptFile[]
}

const place = Symbol.for('pamphlet.shelf')
const holder = globalThis as typeof globalThis & { [place]?: Shelf }
holder[place] ??= {}

export const shelf: Shelf = holder[place]
