import { type SourceType, sourceFileSchema, sourceTypes } from '../../model/files/source-file.ts'
import { nameVariables, variables } from '../csl-variables.ts'
import type { ForeignField, ForeignWork } from '../foreign-work.ts'
import { languageTag } from '../language-tags.ts'
import { readBibtexNames } from '../read-names.ts'
import {
  bibstrings,
  dateFieldsOf,
  editorTypes,
  entryTypes,
  genresOfEntries,
  isInSeries,
  isNumbered,
  nameFieldsOf,
  plainFields,
} from './bibtex-fields.ts'
import { readBibtexFile } from './bibtex-syntax.ts'
import { takeDates } from './entry-dates.ts'
import { EntryFields } from './entry-fields.ts'
import { takeTitles } from './entry-titles.ts'
import { type InheritedField, withInherited } from './inherited-fields.ts'
import { readVerbatim } from './read-verbatim.ts'

/** Reads BibTeX and BibLaTeX into CSL-JSON. Each entry is read by itself; every field keeps its line. */
export function readBibtex(text: string): ForeignWork[] {
  const read = readBibtexFile(text)
  const byKey = new Map(read.flatMap((entry) => ('fields' in entry ? [[entry.key, entry] as const] : [])).reverse())
  return read.flatMap((entry): ForeignWork[] => {
    if (!('fields' in entry))
      return [{ name: entry.name, line: entry.line, fields: [], faults: [{ line: entry.line, says: entry.says }], remarks: [] }]
    if (entry.type === 'xdata' || entry.type === 'set') return []
    return [workOf(new EntryFields(entry, withInherited(entry, byKey)))]
  })
}

/** Fields of which one says what another has said already. */
const rules: readonly (readonly [first: string, then: string])[] = [
  ['date', 'year'],
  ['date', 'month'],
  ['origdate', 'origyear'],
  ['journaltitle', 'journal'],
  ['location', 'address'],
  ['langid', 'hyphenation'],
]

function workOf(work: EntryFields): ForeignWork {
  const { key, type, line, remarks } = work.entry
  work.item.type = typeOf(work)
  takeTitles(work)
  takeNames(work)
  takeDates(work)
  takeNumbers(work)
  for (const field of work.fields) takePlain(work, field)
  takeEprint(work)
  if (work.item.genre === undefined && genresOfEntries[type]) work.item.genre = genresOfEntries[type]
  const fields = work.fields
    .filter(({ isInherited }) => !isInherited)
    .map((field): ForeignField => ({ ...field, sets: [...(work.sets.get(field.name) ?? [])] }))
  const inherited = work.fields
    .filter(({ isInherited }) => isInherited)
    .map((field): ForeignField => ({ ...field, sets: [...(work.sets.get(field.name) ?? [])] }))
  return {
    name: key || `@${type}`,
    ...(key && { key }),
    line,
    item: work.item,
    fields: [...fields, ...inherited.filter(({ sets }) => sets.length > 0)],
    faults: [],
    remarks: [...remarks, ...work.remarks],
  }
}

function typeOf(work: EntryFields): string {
  const { type } = work.entry
  const subtype = work.text('entrysubtype')?.toLowerCase() ?? ''
  const kind = (sourceTypes as readonly string[]).includes(type) && entryTypes[type] === undefined ? (type as SourceType) : entryTypes[type]
  const known = (sourceTypes as readonly string[]).includes(subtype)
    ? (subtype as SourceType)
    : (subtypes[`${kind}/${subtype}`] ?? (kind === undefined || kind === 'document' ? entryTypes[subtype] : undefined))
  if (known) work.set('entrysubtype', 'type')
  if (known) return known
  if (kind === undefined) return type
  // `@misc` with nothing but an address is a page.
  const isPage =
    type === 'misc' &&
    (work.byName.has('url') || /\\url/u.test(work.byName.get('howpublished')?.value ?? '')) &&
    !work.byName.has('publisher') &&
    !work.byName.has('doi')
  return isPage ? 'webpage' : kind
}

function takeNames(work: EntryFields): void {
  for (const { name, value } of work.fields) {
    const own =
      name === 'editor'
        ? roleOf(work, 'editortype', 'editor')
        : /^editor([abc])$/u.test(name)
          ? roleOf(work, `${name}type`, 'contributor')
          : undefined
    const variable = own ?? nameFieldsOf[name] ?? nameVariables.get(name)
    if (variable === undefined || (name === 'holder' && work.byName.has('author'))) continue
    const { names, says, unknown } = readBibtexNames(value)
    for (const what of says) work.remark(name, `${name}: ${what}`)
    for (const command of new Set(unknown))
      work.remark(name, `${name}: “${command}” is no LaTeX command that is known; it is kept as it is written`)
    if (names.length === 0) continue
    const before = work.item[variable]
    work.item[variable] = Array.isArray(before) ? [...before, ...names] : names
    work.set(name, variable)
  }
}

function roleOf(work: EntryFields, typeField: string, otherwise: string): string {
  const type = work.byName.get(typeField)?.value.trim().toLowerCase()
  if (type === undefined || type === '') return otherwise === 'contributor' ? 'editor' : otherwise
  work.set(typeField, editorTypes[type] ?? 'editor')
  return editorTypes[type] ?? 'editor'
}

function takeNumbers(work: EntryFields): void {
  const type = work.item.type as SourceType
  if (work.byName.has('issue') && !(work.byName.has('number') && !/^\d/u.test(work.text('issue') ?? ''))) work.take('issue', 'issue')
  const number = work.text('number')
  if (number === undefined) return
  const isOfSeries = isInSeries(type) && (work.byName.has('series') || work.byName.has('collection-title'))
  if (isOfSeries) work.take('number', 'collection-number', number)
  else if (isNumbered(type)) work.take('number', 'number', number)
  else if (work.item.issue === undefined) work.take('number', 'issue', number)
  else work.take('number', 'number', number)
}

function takePlain(work: EntryFields, { name, value }: InheritedField) {
  if (
    dateFieldsOf[name] !== undefined ||
    nameFieldsOf[name] !== undefined ||
    work.sets.has(name) ||
    ['title', 'subtitle', 'number', 'issue', 'author', 'editor'].includes(name)
  )
    return
  if (rules.some(([first, then]) => then === name && work.byName.has(first) && work.byName.get(first)?.value === value)) return
  if (name === 'language' || name === 'langid' || name === 'hyphenation') {
    const text = work.text(name) ?? ''
    // One that is a language is better than one that only says how words are parted.
    if (work.item.language === undefined || languageTag(String(work.item.language)) === undefined) work.take(name, 'language', text)
    else if (
      languageTag(text) === languageTag(String(work.item.language)) ||
      languageTag(text)?.startsWith(`${languageTag(String(work.item.language))}-`)
    ) {
      if ((languageTag(text)?.length ?? 0) > (languageTag(String(work.item.language))?.length ?? 0)) work.item.language = text
      work.set(name, 'language')
    }
    return
  }
  if (name === 'howpublished') {
    const address = /\\url\s*\{([^{}]*)\}|(https?:\/\/[^\s{}]+)/u.exec(value)
    if (address && work.item.URL === undefined && !work.byName.has('url'))
      work.take(name, 'URL', readVerbatim(address[1] ?? address[2] ?? ''))
    else if (!address) work.take(name, 'publisher')
    return
  }
  if (name === 'url' && work.item.URL === undefined) {
    work.take(name, 'URL')
    return
  }
  if (name === 'type' && work.entry.type === 'thesis' && value === 'Thesis') {
    work.set(name, 'genre')
    return
  }
  if (
    name === 'organization' &&
    (work.byName.has('publisher') || work.byName.has('institution')) &&
    work.item['container-title'] !== undefined
  )
    return
  if (name === 'organization' && ['webpage', 'post-weblog'].includes(String(work.item.type)) && work.byName.has('publisher'))
    return work.take(name, 'container-title')
  // The ACM has the place of the conference beside that of the publisher.
  const isOfEvent = name === 'location' && work.item.type === 'paper-conference' && work.byName.has('address')
  const variable = isOfEvent ? 'event-place' : (plainFields[name] ?? variables.get(name))
  if (variable === undefined || variable === 'type' || !(variable in sourceFileSchema.shape)) return
  const text = work.text(name)
  if (text === undefined) return
  const inWords = (variable === 'genre' || variable === 'status' || variable === 'medium') && bibstrings[text.toLowerCase()]
  work.take(name, variable, inWords || text)
}

/** Where a text lies that has no address of its own. */
function takeEprint(work: EntryFields): void {
  const id = work.text('eprint')
  if (!id) return
  const kind = (work.text('eprinttype') ?? work.text('archiveprefix') ?? '').toLowerCase()
  const address = {
    arxiv: `https://arxiv.org/abs/${id.replace(/^arxiv:/iu, '')}`,
    jstor: `https://www.jstor.org/stable/${id}`,
    hdl: `https://hdl.handle.net/${id}`,
  }[kind]
  if (kind === 'pubmed') work.take('eprint', 'PMID', id)
  else if (address && work.item.URL === undefined) {
    work.item.URL = address
    for (const name of ['eprint', 'eprinttype', 'archiveprefix']) if (work.byName.has(name)) work.set(name, 'URL')
  }
}

/** Kinds of article and entry that `entrysubtype` tells apart. */
const subtypes: Readonly<Record<string, SourceType>> = {
  'article-journal/newspaper': 'article-newspaper',
  'article-journal/magazine': 'article-magazine',
  'article-journal/preprint': 'article',
  'article-journal/review': 'review',
  'chapter/dictionary': 'entry-dictionary',
  'chapter/encyclopedia': 'entry-encyclopedia',
  'entry-encyclopedia/dictionary': 'entry-dictionary',
  'webpage/weblog': 'post-weblog',
  'webpage/blog': 'post-weblog',
  'document/letter': 'personal_communication',
  'manuscript/letter': 'personal_communication',
}
