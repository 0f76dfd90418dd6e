import type { CitationStyleName } from '../../model/citation-styles.ts'
import type { SourceFile } from '../../model/files/source-file.ts'
import type { CslItem } from './csl-engine.ts'
import { isReprint, type NamedSource, toPrintedItem } from './csl-json.ts'

/** The works as a style is given them, so that it prints of each what it has no words for itself. See decision 72. */
export const printedItems = (style: CitationStyleName, sources: readonly NamedSource[], language: string): CslItem[] =>
  sources.map(({ id, file }) => printedItem(style, file, toPrintedItem(id, file, language), language))

export function printedItem(style: CitationStyleName, file: SourceFile, item: CslItem, language: string): CslItem {
  const { 'original-date': original, ...rest } = item
  const isOriginalPrinted = original !== undefined && (!callsReprints.has(style) || isReprint(file))
  return {
    ...rest,
    ...(isOriginalPrinted && { 'original-date': original }),
    ...withVolumeTitle(file, language),
    ...(hasNoStatus.has(style) && file.status !== undefined && file.issued === undefined && { issued: { literal: file.status } }),
    ...(takesTitleForReviewed.has(style) &&
      file['reviewed-title'] !== undefined &&
      file['reviewed-author'] !== undefined && { title: file['reviewed-title'] }),
  } as CslItem
}

/** Styles that print “reprint” wherever there is the date of an original; for others it is added behind the entry. */
const callsReprints: ReadonlySet<CitationStyleName> = new Set(['chicago-notes'])

/** Styles that print “no date” of what is to appear, or nothing. */
const hasNoStatus: ReadonlySet<CitationStyleName> = new Set(['harvard', 'mla', 'mhra'])

/** Styles that print “review of” before the title, and know no other title of what is reviewed. */
const takesTitleForReviewed: ReadonlySet<CitationStyleName> = new Set(['chicago-notes', 'mhra'])

/** No style prints the title of a volume: it stands with the title of the whole, as their manuals have it. */
function withVolumeTitle({ title, volume, 'volume-title': name, 'container-title': container }: SourceFile, language: string): object {
  if (name === undefined) return {}
  const whole = [container ?? title, volume === undefined ? undefined : `${language.startsWith('en') ? 'vol. ' : ''}${volume}`, name]
    .filter(Boolean)
    .join(', ')
  return { [container === undefined ? 'title' : 'container-title']: whole, volume: undefined }
}
