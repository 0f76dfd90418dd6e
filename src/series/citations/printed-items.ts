import type { CitationStyleName } from '../../model/citation-styles.ts'
import type { SourceFile } from '../../model/source-file.ts'
import type { CslItem } from './csl-engine.ts'
import { isReprint, type NamedSource, toPrintedItem } from './csl-json.ts'

/** The works as a style is given them. */
export const printedItems = (style: CitationStyleName, sources: readonly NamedSource[]): CslItem[] =>
  sources.map(({ id, file }) => withoutOriginalDate(style, file, toPrintedItem(id, file)))

/** Styles that print “reprint” wherever there is the date of an original. */
const callsReprints: ReadonlySet<CitationStyleName> = new Set(['chicago-notes'])

/** Without the date of the original where the style would call a translation or a new edition a reprint; it is added behind the entry then. */
export function withoutOriginalDate(style: CitationStyleName, file: SourceFile, item: CslItem): CslItem {
  if (!callsReprints.has(style) || isReprint(file)) return item
  const { 'original-date': _, ...rest } = item
  return rest as CslItem
}
