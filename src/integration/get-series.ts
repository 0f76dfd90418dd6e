import { dividedIn, type GroupPage, groupPages } from '../model/place-groups.ts'
import type { RecordingFile } from '../model/recordings.ts'
import type { Series } from '../model/series.ts'
import { madeOnce, noteUse, tracked } from '../tracked-reads.ts'
import type { PictureFont } from './picture-fonts.ts'
import { shelf } from './shelf.ts'

/** The Series as the reading pass made it; one for all pages. What a page reads of it decides on when it is rendered anew. */
export const getSeries = async (): Promise<Series> => tracked(await getWholeSeries())

/** The same for a file that is made of it at every build. */
export async function getWholeSeries(): Promise<Series> {
  if (!shelf.series) throw new Error('There is no Series: mend the mistakes in the manuscript that the terminal shows.')
  return shelf.series
}

/** The terms, or the works, whose places have pages of their own: it counts which they are, and not what stands there. */
export async function getDivided(list: Parameters<typeof dividedIn>[0]): Promise<ReturnType<typeof dividedIn>> {
  noteUse('divided', list)
  return dividedIn(list, await getWholeSeries())
}

/** What stands on the page of a group of places: of all that a term or a work has, and of all parts, this alone counts. */
export async function getGroupPage(page: string): Promise<GroupPage | undefined> {
  noteUse('places', page)
  return groupPagesIn(await getWholeSeries())(page)
}

export const groupPagesIn = madeOnce(groupPages)

/** What lies in the folder of recordings and is shown, by name. */
export function recordingsOfReading(): ReadonlyMap<string, RecordingFile> {
  noteUse('recordings', '')
  return shelf.recordings ?? new Map()
}

/** The families of the writer’s own for pictures; the same list for all of them. */
export const fontsOfPictures = async (): Promise<readonly PictureFont[]> => (await shelf.pictureFonts?.()) ?? []
