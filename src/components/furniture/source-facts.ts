import type { WorkDate } from '../../model/edtf.ts'
import { fullName } from '../../model/names.ts'
import type { Source } from '../../model/series.ts'
import { type NameField, nameFields, type SourceFile } from '../../model/source-file.ts'

/** What is known of a work that citations in most styles leave out, in words for its page. */
export const factsOf = (source: Source): { readonly name: string; readonly value: string }[] =>
  (Object.entries(names) as [keyof SourceFile, string][]).flatMap(([field, name]) => {
    const value = field === 'archive' ? whereItLies(source) : valueOf(source, field)
    return value ? [{ name, value }] : []
  })

const names: Partial<Record<keyof SourceFile, string>> = {
  'container-author': 'Author of the whole',
  interviewer: 'Interviewer',
  recipient: 'Recipient',
  director: 'Director',
  'script-writer': 'Script',
  producer: 'Producer',
  performer: 'Performer',
  composer: 'Composer',
  illustrator: 'Illustrator',
  compiler: 'Compiler',
  contributor: 'Contributor',
  'collection-editor': 'Editor of the series',
  'reviewed-title': 'Review of',
  genre: 'Kind',
  medium: 'Medium',
  dimensions: 'Dimensions',
  scale: 'Scale',
  'collection-title': 'Series',
  'number-of-volumes': 'Volumes',
  'volume-title': 'Title of the volume',
  'number-of-pages': 'Pages',
  authority: 'Authority',
  'event-title': 'Event',
  archive: 'Where it lies',
  'call-number': 'Shelf mark',
  source: 'Found in',
  status: 'Status',
  accessed: 'Read online',
}

/** From the archive down to the folder. */
const whereItLies = (source: Source) =>
  [source.archive, source['archive-place'], source.archive_collection, source.archive_location].filter(Boolean).join(', ')

function valueOf(source: Source, field: keyof SourceFile): string | undefined {
  if (nameFields.includes(field as NameField)) return source[field as NameField]?.map(fullName).join(', ')
  if (field === 'collection-title') return [source[field], source['collection-number']].filter(Boolean).join(', ')
  if (field === 'event-title') return [source[field], source['event-place']].filter(Boolean).join(', ')
  const value = source[field] as string | WorkDate | undefined
  return typeof value === 'object' ? value.literal : value
}
