import type { Series } from './series.ts'
import { isForOneFile } from './sizes.ts'

/** The forms of a series that are one file each, in the order they are shown. */
export const downloadsOf = (series: Pick<Series, 'parts'>) => downloads.filter(({ kind }) => kind !== 'single-file' || isForOneFile(series))

const downloads = [
  {
    kind: 'folder',
    /** What follows the short name of the series in the file’s name. */
    suffix: '-offline.zip',
    title: 'Offline site (ZIP)',
    use: 'For a computer without a connection, a memory stick or an archive. Unzip it anywhere and open index.html: everything is included, even the search.',
  },
  {
    kind: 'single-file',
    suffix: '.html',
    title: 'Single file (HTML)',
    use: 'To share or archive: the texts, notes, glossary, sources and images, with search, on a single page that opens in any browser.',
  },
] as const
