import type { RecordingFile } from '../model/recordings.ts'
import type { Series } from '../model/series.ts'
import type { PictureFont } from './picture-fonts.ts'
import { shelf } from './shelf.ts'

/** The Series as the reading pass made it; one for all pages. */
export async function getSeries(): Promise<Series> {
  if (!shelf.series) throw new Error('There is no Series: mend the mistakes in the manuscript that the terminal shows.')
  return shelf.series
}

/** What lies in the folder of recordings and is shown, by name. */
export const recordingsOfReading = (): ReadonlyMap<string, RecordingFile> => shelf.recordings ?? new Map()

/** The families of the writer’s own for pictures; the same list for all of them. */
export const fontsOfPictures = async (): Promise<readonly PictureFont[]> => (await shelf.pictureFonts?.()) ?? []
