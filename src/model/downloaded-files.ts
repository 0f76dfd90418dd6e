import { type BookVolume, bookVolumesOf } from './book-volumes.ts'
import type { downloadsOf } from './downloads.ts'
import type { Series } from './series.ts'
import { most } from './sizes.ts'

/** A file that is offered; of a book in volumes, that of one of them. */
export type DownloadedFile = { readonly name: string; readonly volume?: BookVolume }

/** The files of a form, in their order. */
export function filesOf(
  { edition, suffix }: ReturnType<typeof downloadsOf>[number],
  series: Pick<Series, 'slug' | 'parts' | 'volumes'>,
): readonly DownloadedFile[] {
  const volumes = edition === 'pdf' ? pdfVolumesOf(series) : edition === 'epub' ? epubVolumesOf(series) : []
  if (volumes.length === 0) return [{ name: `${series.slug}${suffix}` }]
  return volumes.map((volume) => ({ name: `${stemOf(series, volume)}${suffix}`, volume }))
}

export const pdfVolumesOf = (series: Pick<Series, 'parts' | 'volumes'>): BookVolume[] => bookVolumesOf(series, most.wordsInPdf)
export const epubVolumesOf = (series: Pick<Series, 'parts' | 'volumes'>): BookVolume[] => bookVolumesOf(series, most.wordsInEpub)

/** What the names of a book’s files begin with: `october-1917`, `october-1917-volume-2`. */
export const stemOf = ({ slug }: Pick<Series, 'slug'>, volume: BookVolume | undefined): string =>
  volume ? `${slug}-volume-${volume.number}` : slug
