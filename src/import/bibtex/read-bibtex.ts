import { mistakeInEdtf } from '../../model/dates/edtf.ts'
import { type SourceType, sourceFileSchema, sourceTypes } from '../../model/files/source-file.ts'
import { dateVariables, nameVariables, variables } from '../csl-variables.ts'
import type { ForeignField, ForeignWork, Remark } from '../foreign-work.ts'
import { languageTag } from '../language-tags.ts'
import { readBibtexNames } from '../read-names.ts'
import {
  bibstrings,
  dateFieldsOf,
  editorTypes,
  entryTypes,
  genresOfEntries,
  inheritedAs,
  isInSeries,
  isNumbered,
  nameFieldsOf,
  notInherited,
  plainFields,
  verbatimFields,
} from './bibtex-fields.ts'
import { type BibtexEntry, type BibtexField, readBibtexFile } from './bibtex-syntax.ts'
import { readLatex, readVerbatim } from './read-latex.ts'

/** Reads BibTeX and BibLaTeX into CSL-JSON. Each entry is read by itself; every field keeps its line. */
export function readBibtex(text: string): ForeignWork[] {
  const read = readBibtexFile(text)
  const byKey = new Map(read.flatMap((entry) => ('fields' in entry ? [[entry.key, entry] as const] : [])).reverse())
  return read.flatMap((entry): ForeignWork[] => {
    if (!('fields' in entry))
      return [{ name: entry.name, line: entry.line, fields: [], faults: [{ line: entry.line, says: entry.says }], remarks: [] }]
    if (entry.type === 'xdata' || entry.type === 'set') return []
    return [new EntryReader(entry, withInherited(entry, byKey)).work()]
  })
}

type InheritedField = BibtexField & { readonly isInherited?: true }

/** The fields of an entry and those that it takes from its parents. */
function withInherited(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>, met: readonly string[] = []): InheritedField[] {
  const fields: InheritedField[] = [...entry.fields]
  for (const link of entry.fields.filter(({ name }) => name === 'crossref' || name === 'xdata')) {
    for (const key of link.value.split(',').map((one) => one.trim())) {
      const parent = byKey.get(key)
      if (!parent || met.includes(key) || key === entry.key) continue
      // An entry that is nothing but another name of its parent, as of DBLP, is all of it.
      const isData = link.name === 'xdata' || entry.fields.every(({ name }) => name === 'crossref')
      const renamed = isData ? {} : inheritedAs(parent.type, entry.type)
      const theirs = withInherited(parent, byKey, [...met, entry.key])
      for (const field of theirs) {
        const names = renamed[field.name] ?? (!isData && notInherited.has(field.name) ? [] : [field.name])
        for (const name of names) if (!hasField(fields, name)) fields.push({ name, value: field.value, line: link.line, isInherited: true })
      }
    }
  }
  return fields
}

const sameFields = [
  ['date', 'year'],
  ['journal', 'journaltitle'],
  ['address', 'location'],
  ['institution', 'school'],
]
const hasField = (fields: readonly BibtexField[], name: string) => {
  const names = sameFields.find((same) => same.includes(name)) ?? [name]
  return fields.some((field) => names.includes(field.name))
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

class EntryReader {
  readonly #entry: BibtexEntry
  readonly #fields: readonly InheritedField[]
  readonly #byName: ReadonlyMap<string, InheritedField>
  readonly #item: Record<string, unknown> = {}
  readonly #sets = new Map<string, Set<string>>()
  readonly #remarks: Remark[] = []

  constructor(entry: BibtexEntry, fields: readonly InheritedField[]) {
    this.#entry = entry
    this.#fields = fields
    this.#byName = new Map(fields.map((field) => [field.name, field]))
  }

  work(): ForeignWork {
    const { key, type, line, remarks } = this.#entry
    this.#item.type = this.#type()
    this.#titles()
    this.#names()
    this.#dates()
    this.#numbers()
    for (const field of this.#fields) this.#plain(field)
    this.#eprint()
    if (this.#item.genre === undefined && genresOfEntries[type]) this.#item.genre = genresOfEntries[type]
    const fields = this.#fields
      .filter(({ isInherited }) => !isInherited)
      .map((field): ForeignField => ({ ...field, sets: [...(this.#sets.get(field.name) ?? [])] }))
    const inherited = this.#fields
      .filter(({ isInherited }) => isInherited)
      .map((field): ForeignField => ({ ...field, sets: [...(this.#sets.get(field.name) ?? [])] }))
    return {
      name: key || `@${type}`,
      ...(key && { key }),
      line,
      item: this.#item,
      fields: [...fields, ...inherited.filter(({ sets }) => sets.length > 0)],
      faults: [],
      remarks: [...remarks, ...this.#remarks],
    }
  }

  #type(): string {
    const { type } = this.#entry
    const subtype = this.#text('entrysubtype')?.toLowerCase() ?? ''
    const kind =
      (sourceTypes as readonly string[]).includes(type) && entryTypes[type] === undefined ? (type as SourceType) : entryTypes[type]
    const known = (sourceTypes as readonly string[]).includes(subtype)
      ? (subtype as SourceType)
      : (subtypes[`${kind}/${subtype}`] ?? (kind === undefined || kind === 'document' ? entryTypes[subtype] : undefined))
    if (known) this.#set('entrysubtype', 'type')
    if (known) return known
    if (kind === undefined) return type
    // `@misc` with nothing but an address is a page.
    const isPage =
      type === 'misc' &&
      (this.#byName.has('url') || /\\url/u.test(this.#byName.get('howpublished')?.value ?? '')) &&
      !this.#byName.has('publisher') &&
      !this.#byName.has('doi')
    return isPage ? 'webpage' : kind
  }

  #set(field: string, variable: string) {
    const known = this.#sets.get(field) ?? new Set()
    this.#sets.set(field, known.add(variable))
  }

  #remark(field: string, says: string) {
    this.#remarks.push({ line: this.#byName.get(field)?.line ?? this.#entry.line, says })
  }

  /** The text of a field; what in it is no text is said. */
  #text(name: string): string | undefined {
    const field = this.#byName.get(name)
    if (!field) return undefined
    if (verbatimFields.has(name)) return readVerbatim(field.value)
    const { text, unknown, lost } = readLatex(field.value)
    if (!field.isInherited)
      for (const command of unknown)
        this.#remark(name, `${name}: “${command}” is no LaTeX command that is known; it is kept as it is written`)
    if (!field.isInherited)
      for (const what of lost) this.#remark(name, `${name}: ${what} ${what.endsWith('markup') ? 'have' : 'has'} no place`)
    return text
  }

  #take(name: string, variable: string, value = this.#text(name)) {
    if (value === undefined || value === '') return
    if (this.#item[variable] !== undefined) {
      // The same in other words is no loss, nor is what the library names of a whole that has its own name.
      if (this.#item[variable] === value) this.#set(name, variable)
      return
    }
    this.#item[variable] = value
    this.#set(name, variable)
  }

  /** Titles with their subtitles; of a volume, the title of the whole and that of the volume. */
  #titles() {
    const joined = (title: string, sub: string) => {
      const [main, below] = [this.#text(title), this.#text(sub)]
      return main && below ? `${main}${/[.:?!]$/u.test(main) ? '' : ':'} ${below}` : (main ?? below)
    }
    const set = (variable: string, value: string | undefined, ...fields: string[]) => {
      if (value === undefined || value === '' || this.#item[variable] !== undefined) return
      this.#item[variable] = value
      for (const field of fields) if (this.#byName.has(field)) this.#set(field, variable)
    }
    // Only books have volumes with titles; of anything else the main title is that of what it is a part of.
    const isWhole = ['book', 'collection', 'classic', 'thesis', 'report', 'periodical', 'manuscript', 'document'].includes(
      String(this.#item.type),
    )
    if (this.#byName.has('maintitle') && isWhole) {
      set('title', joined('maintitle', 'mainsubtitle'), 'maintitle', 'mainsubtitle')
      set('volume-title', joined('title', 'subtitle'), 'title', 'subtitle')
    } else {
      set('title', joined('title', 'subtitle'), 'title', 'subtitle')
      if (this.#byName.has('maintitle') && this.#byName.has('booktitle')) {
        set('container-title', joined('maintitle', 'mainsubtitle'), 'maintitle', 'mainsubtitle')
        set('volume-title', joined('booktitle', 'booksubtitle'), 'booktitle', 'booksubtitle')
      } else set('container-title', joined('maintitle', 'mainsubtitle'), 'maintitle', 'mainsubtitle')
    }
    // MathSciNet has the name in full beside that in short.
    if (this.#byName.has('fjournal')) {
      set('container-title', this.#text('fjournal'), 'fjournal')
      set('container-title-short', this.#text('journal'), 'journal')
    }
    const withJournal = joined('journaltitle', 'journalsubtitle') ?? joined('journal', 'journalsubtitle')
    set('container-title', withJournal, 'journaltitle', 'journal', 'journalsubtitle')
    set('container-title', joined('booktitle', 'booksubtitle'), 'booktitle', 'booksubtitle')
    // Some programs have the title of a book as that of its part, or none but the one of the whole.
    if (this.#item.title === undefined && this.#item['container-title'] !== undefined && isWhole && this.#byName.has('booktitle')) {
      this.#item.title = this.#item['container-title']
      delete this.#item['container-title']
      this.#sets.set('booktitle', new Set(['title']))
      this.#remark('booktitle', 'booktitle: taken as the title, for there is no other')
    }
    // Of proceedings some have the title twice, once for what is a part of them.
    if (isWhole && this.#item.title !== undefined && this.#item.title === this.#item['container-title'] && this.#byName.has('booktitle')) {
      delete this.#item['container-title']
      this.#sets.set('booktitle', new Set(['title']))
    }
    const addon = this.#text('titleaddon')
    if (!addon) return
    // What has no title, such as a photograph, is described.
    if (this.#item.title === undefined) this.#remark('titleaddon', 'titleaddon: taken as the title, for there is no other')
    this.#item.title = this.#item.title === undefined ? addon : `${this.#item.title}. ${addon}`
    this.#set('titleaddon', 'title')
  }

  #names() {
    for (const { name, value } of this.#fields) {
      const own =
        name === 'editor'
          ? this.#roleOf('editortype', 'editor')
          : /^editor([abc])$/u.test(name)
            ? this.#roleOf(`${name}type`, 'contributor')
            : undefined
      const variable = own ?? nameFieldsOf[name] ?? nameVariables.get(name)
      if (variable === undefined || (name === 'holder' && this.#byName.has('author'))) continue
      const { names, says, unknown } = readBibtexNames(value)
      for (const what of says) this.#remark(name, `${name}: ${what}`)
      for (const command of new Set(unknown))
        this.#remark(name, `${name}: “${command}” is no LaTeX command that is known; it is kept as it is written`)
      if (names.length === 0) continue
      const before = this.#item[variable]
      this.#item[variable] = Array.isArray(before) ? [...before, ...names] : names
      this.#set(name, variable)
    }
  }

  #roleOf(typeField: string, otherwise: string): string {
    const type = this.#byName.get(typeField)?.value.trim().toLowerCase()
    if (type === undefined || type === '') return otherwise === 'contributor' ? 'editor' : otherwise
    this.#set(typeField, editorTypes[type] ?? 'editor')
    return editorTypes[type] ?? 'editor'
  }

  #dates() {
    const parts: readonly (readonly [variable: string, year: string, month: string, day: string])[] = [
      ['issued', 'year', 'month', 'day'],
      ['original-date', 'origyear', 'origmonth', 'origday'],
      ['event-date', 'eventyear', 'eventmonth', 'eventday'],
      ['accessed', 'urlyear', 'urlmonth', 'urlday'],
    ]
    for (const { name } of this.#fields) {
      const variable = name === 'year' || name === 'origyear' ? undefined : (dateFieldsOf[name] ?? dateVariables.get(name))
      if (variable === undefined) continue
      const text = this.#text(name)?.replace(/(?<=\d)u/gu, 'X')
      if (text === undefined || text === '' || this.#item[variable] !== undefined) continue
      // `date = {in press}` beside a year that can be read: the year stays for the next to take.
      this.#item[variable] = text
      this.#set(name, variable)
    }
    for (const [variable, yearField, monthField, dayField] of parts) {
      const year = this.#text(yearField)
      if (year === undefined || year === '') continue
      if (this.#item[variable] !== undefined) {
        if (String(this.#item[variable]).includes(year))
          for (const name of [yearField, monthField, dayField]) if (this.#byName.has(name)) this.#set(name, variable)
        continue
      }
      this.#set(yearField, variable)
      this.#item[variable] = this.#withMonth(year, monthField, dayField, variable)
    }
  }

  #withMonth(year: string, monthField: string, dayField: string, variable: string): string {
    const month = this.#text(monthField)
    if (month === undefined || month === '' || /\p{L}|-\d/u.test(year)) return year
    this.#set(monthField, variable)
    const inMonth = /^\d+$/u.test(month) ? undefined : month.replace(/[~\u00A0]/gu, ' ')
    const day = this.#text(dayField)
    if (day !== undefined && day !== '') this.#set(dayField, variable)
    // BibTeX has the day beside the month: `month = 7 # "~" # nov`, `month = nov # "~7"`.
    const beside = inMonth === undefined ? undefined : (/^(\d{1,2})\.? ?[,-]? ?(\d{1,2})$/u.exec(inMonth) ?? undefined)
    if (beside) {
      const isDayFirst = /^\s*["{]?\d/u.test(this.#byName.get(monthField)?.value ?? '') && Number(beside[1]) > 12
      const [m, d] = isDayFirst || (Number(beside[2]) <= 12 && Number(beside[1]) > 12) ? [beside[2], beside[1]] : [beside[1], beside[2]]
      return `${year}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`
    }
    if (inMonth !== undefined) return `${day ? `${day} ` : ''}${inMonth} ${year}`
    if (Number(month) > 12 && !mistakeInEdtf(`${year}-${month}`)) return `${year}-${month}`
    return [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  }

  #numbers() {
    const type = this.#item.type as SourceType
    if (this.#byName.has('issue') && !(this.#byName.has('number') && !/^\d/u.test(this.#text('issue') ?? ''))) this.#take('issue', 'issue')
    const number = this.#text('number')
    if (number === undefined) return
    const isOfSeries = isInSeries(type) && (this.#byName.has('series') || this.#byName.has('collection-title'))
    if (isOfSeries) this.#take('number', 'collection-number', number)
    else if (isNumbered(type)) this.#take('number', 'number', number)
    else if (this.#item.issue === undefined) this.#take('number', 'issue', number)
    else this.#take('number', 'number', number)
  }

  #plain({ name, value }: InheritedField) {
    if (
      dateFieldsOf[name] !== undefined ||
      nameFieldsOf[name] !== undefined ||
      this.#sets.has(name) ||
      ['title', 'subtitle', 'number', 'issue', 'author', 'editor'].includes(name)
    )
      return
    if (rules.some(([first, then]) => then === name && this.#byName.has(first) && this.#byName.get(first)?.value === value)) return
    if (name === 'language' || name === 'langid' || name === 'hyphenation') {
      const text = this.#text(name) ?? ''
      // One that is a language is better than one that only says how words are parted.
      if (this.#item.language === undefined || languageTag(String(this.#item.language)) === undefined) this.#take(name, 'language', text)
      else if (
        languageTag(text) === languageTag(String(this.#item.language)) ||
        languageTag(text)?.startsWith(`${languageTag(String(this.#item.language))}-`)
      ) {
        if ((languageTag(text)?.length ?? 0) > (languageTag(String(this.#item.language))?.length ?? 0)) this.#item.language = text
        this.#set(name, 'language')
      }
      return
    }
    if (name === 'howpublished') {
      const address = /\\url\s*\{([^{}]*)\}|(https?:\/\/[^\s{}]+)/u.exec(value)
      if (address && this.#item.URL === undefined && !this.#byName.has('url'))
        this.#take(name, 'URL', readVerbatim(address[1] ?? address[2] ?? ''))
      else if (!address) this.#take(name, 'publisher')
      return
    }
    if (name === 'url' && this.#item.URL === undefined) {
      this.#take(name, 'URL')
      return
    }
    if (name === 'type' && this.#entry.type === 'thesis' && value === 'Thesis') {
      this.#set(name, 'genre')
      return
    }
    if (
      name === 'organization' &&
      (this.#byName.has('publisher') || this.#byName.has('institution')) &&
      this.#item['container-title'] !== undefined
    )
      return
    if (name === 'organization' && ['webpage', 'post-weblog'].includes(String(this.#item.type)) && this.#byName.has('publisher'))
      return this.#take(name, 'container-title')
    // The ACM has the place of the conference beside that of the publisher.
    const isOfEvent = name === 'location' && this.#item.type === 'paper-conference' && this.#byName.has('address')
    const variable = isOfEvent ? 'event-place' : (plainFields[name] ?? variables.get(name))
    if (variable === undefined || variable === 'type' || !(variable in sourceFileSchema.shape)) return
    const text = this.#text(name)
    if (text === undefined) return
    const inWords = (variable === 'genre' || variable === 'status' || variable === 'medium') && bibstrings[text.toLowerCase()]
    this.#take(name, variable, inWords || text)
  }

  /** Where a text lies that has no address of its own. */
  #eprint() {
    const id = this.#text('eprint')
    if (!id) return
    const kind = (this.#text('eprinttype') ?? this.#text('archiveprefix') ?? '').toLowerCase()
    const address = {
      arxiv: `https://arxiv.org/abs/${id.replace(/^arxiv:/iu, '')}`,
      jstor: `https://www.jstor.org/stable/${id}`,
      hdl: `https://hdl.handle.net/${id}`,
    }[kind]
    if (kind === 'pubmed') this.#take('eprint', 'PMID', id)
    else if (address && this.#item.URL === undefined) {
      this.#item.URL = address
      for (const name of ['eprint', 'eprinttype', 'archiveprefix']) if (this.#byName.has(name)) this.#set(name, 'URL')
    }
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
