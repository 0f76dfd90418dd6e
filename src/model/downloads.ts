import type { EditionName } from './edition-names.ts'
import { isForOneFile } from './sizes.ts'

/**
 * The forms of the series that are one file each, in the order they are shown; `title` is a key of the catalogues or the
 * name of a format, `use` a key.
 */
const downloads = [
  {
    edition: 'folder',
    kind: 'folder',
    /** What follows the short name of the series in the file’s name. */
    suffix: '-offline.zip',
    title: 'downloads.folder',
    use: 'downloads.folderUse',
  },
  {
    edition: 'single-file',
    kind: 'single-file',
    suffix: '.html',
    title: 'downloads.singleFile',
    use: 'downloads.singleFileUse',
  },
  { edition: 'epub', kind: 'epub', suffix: '.epub', format: 'EPUB', use: 'downloads.epubUse' },
  { edition: 'pdf', kind: 'pdf', suffix: '.pdf', format: 'PDF (A5)', use: 'downloads.pdfUse' },
  { edition: 'pdf', kind: 'pdf-a4', suffix: '-a4.pdf', format: 'PDF (A4)', use: 'downloads.pdfUse' },
  { edition: 'pdf', kind: 'pdf-a', suffix: '-a.pdf', format: 'PDF/A-3a (A5)', use: 'downloads.pdfAUse' },
] as const

type Chosen = { readonly editions?: readonly EditionName[] | undefined }

/** Whether an edition is made: all are, unless the series says which. */
export const makes = ({ editions }: Chosen, name: EditionName): boolean => editions?.includes(name) ?? true

/** What a series offers to download. */
export const downloadsOf = (series: Chosen & Parameters<typeof isForOneFile>[0]) =>
  downloads.filter(({ edition }) => makes(series, edition) && (edition !== 'single-file' || isForOneFile(series)))

/** Whether the series can be had as a folder and as a single file, which pages tell in one sentence. */
export const isFolderAndFile = (series: Parameters<typeof downloadsOf>[0]): boolean => {
  const editions = downloadsOf(series).map(({ edition }) => edition)
  return editions.includes('folder') && editions.includes('single-file')
}

/** The PDF of a part by itself: `/part-1/part-1.pdf`. */
export const pdfOfPart = ({ href, slug }: { readonly href: string; readonly slug: string }): string => `${href}${slug}.pdf`
