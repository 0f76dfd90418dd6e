import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { entriesOf } from '../../manuscript/complete.ts'
import { checkDate } from '../../manuscript/dates.ts'
import { checkLocator } from '../../manuscript/locators.ts'
import { type Manuscript, placesPath, timelinePath } from '../../manuscript/read-manuscript.ts'
import { memoize } from '../../memoize.ts'
import { citationStyleNames, citationStyles, isCitationStyle } from '../../model/citation-styles.ts'
import { takeDate, type WrittenDate } from '../../model/dates/calendar-date.ts'
import { otherCalendars } from '../../model/dates/other-calendars.ts'
import type { DocumentFacts, Span } from '../../model/facts.ts'
import { listedParts } from '../../model/files/series-file.ts'
import { furnitureIds, isLanguageName, isOwnPage } from '../../model/page-ids.ts'
import { checkKinds } from './check-kinds.ts'
import { checkLanguage } from './check-language.ts'
import { checkMenus } from './check-menus.ts'
import { checkRelations } from './check-relations.ts'
import { checkTheme } from './check-theme.ts'

/** Finds what is wrong between files: names that nothing bears, ids used twice, lists that do not match. */
export function checkManuscript(manuscript: Manuscript): Diagnostic[] {
  const documents = documentsOf(manuscript)
  return [
    ...checkLanguage(manuscript),
    ...checkCitationStyle(manuscript),
    ...checkParts(manuscript),
    ...checkNames(manuscript),
    ...checkMenus(manuscript),
    ...checkTheme(manuscript),
    ...checkVersions(manuscript),
    ...checkNoteIds(manuscript),
    ...checkReferences(documents, manuscript),
    ...checkFrontMatter(manuscript),
    ...checkEvents(manuscript),
    ...checkRelations(manuscript.terms, manuscript.ids.terms),
    ...checkKinds(manuscript),
    ...checkDates(manuscript, documents),
    ...documents.flatMap((facts) => checkPictures(facts, manuscript.pictures)),
    ...documents.flatMap((facts) => checkRecordings(facts, manuscript.recordings)),
    ...documents.flatMap((facts) => checkCharts(facts, manuscript.ids.charts)),
    ...checkPlaces(manuscript),
    ...checkPlaceIds(manuscript),
  ]
}

/** The facts of all texts. */
export const documentsOf = ({ parts, terms, pages }: Manuscript): DocumentFacts[] =>
  [...parts, ...terms, ...pages].map(({ facts }) => facts)

function checkCitationStyle({ series }: Manuscript): Diagnostic[] {
  const style = series?.file['citation-style']
  if (!series || style === undefined || isCitationStyle(style)) return []
  const typed = style.toLowerCase()
  const nearest =
    citationStyleNames.find((name) => name.startsWith(typed) || citationStyles[name].csl === typed) ?? suggest(typed, citationStyleNames)
  const known = citationStyleNames.map((name) => `“${name}”`).join(', ')
  return [diagnose('style-unknown', 'series.yaml', series.locate(['citation-style']), { style, known, ...(nearest && { nearest }) })]
}

function checkParts({ series, parts, drafts, ids }: Manuscript): Diagnostic[] {
  if (!series) return []
  const { volumes, ...lists } = series.file
  const listed = new Set(listedParts(lists))
  const known = new Set([...ids.parts, ...drafts])
  const notListed = ids.parts.filter((id) => !listed.has(id))
  const meant = new Set<string>()
  const missing = entriesOf({ ...lists, ...(volumes ? { volumes, parts: [] } : {}) }).flatMap(({ id: part, at }) => {
    if (known.has(part)) return []
    const nearest = suggest(part, notListed)
    if (nearest) meant.add(nearest)
    return [diagnose('part-missing', 'series.yaml', series.locate(at), { part, list: String(at[0]), ...(nearest && { nearest }) })]
  })
  const unlisted = parts
    .filter(({ id, file }) => !listed.has(id) && !meant.has(id) && !file.isDraft)
    .map(({ id, path }) => diagnose('part-unlisted', path, startOfFile, { part: id }))
  const [inList, inPrint] = [placesIn(lists.parts), placesIn(lists.parts.filter((one) => !drafts.includes(one)))]
  const misnumbered = parts.flatMap(({ id, path, file, locate }) => {
    const place = inList.get(id) ?? 0
    const places = [place, inPrint.get(id) ?? 0]
    if (!listed.has(id) || file.part === undefined || (place > 0 && places.includes(file.part))) return []
    const expected =
      place === 0 ? 'nothing, for what stands in “front” or “back” has no number' : `${place}, its place in the list of series.yaml`
    return [diagnose('front-matter-invalid', path, locate(['part']), { field: 'part', expected })]
  })
  return [...missing, ...unlisted, ...misnumbered]
}

/** The number of each in a list, from 1. */
const placesIn = (list: readonly string[]) => new Map(list.map((id, i) => [id, i + 1]))

/** Parts and pages of the writer’s own stand at the root of the site, beside pages of the program’s own. */
function checkNames({ parts, pages }: Manuscript): Diagnostic[] {
  const own = pages.filter(({ id }) => id !== 'home' && id !== 'about')
  return [...parts, ...own].flatMap(({ id, path }) => {
    const other = path.startsWith('pages/') ? parts.find((part) => part.id === id)?.path : undefined
    if (!other && !isOwnPage(id) && !isLanguageName(id)) return []
    return [diagnose('part-name-reserved', path, startOfFile, { part: id, isLanguage: isLanguageName(id), ...(other && { other }) })]
  })
}

/** The versions of a part’s revisions rise, and none is later than that of the series. */
function checkVersions({ series, parts }: Manuscript): Diagnostic[] {
  if (!series) return []
  return parts.flatMap(({ path, file, locate }) => {
    let last = '0'
    return file.revisions.flatMap(({ version }, i) => {
      if (version === undefined) return []
      const isLate = compareVersions(version, series.file.version) > 0
      const isEarly = compareVersions(version, last) < 0
      const expected = isLate
        ? `at most “${series.file.version}”, the version in series.yaml`
        : `“${last}” or later, for the revision before it has that`
      if (!isEarly) last = version
      return isLate || isEarly
        ? [diagnose('front-matter-invalid', path, locate(['revisions', i, 'version']), { field: `revisions.${i}.version`, expected })]
        : []
    })
  })
}

const compareVersions = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

/** Notes of all parts stand on one page and in one file: their ids are unique over the series. */
function checkNoteIds({ parts }: Manuscript): Diagnostic[] {
  const first = new Map<string, DocumentFacts>()
  return parts.flatMap(({ facts }) =>
    facts.notes.flatMap(({ id, span }) => {
      const other = first.get(id)
      if (!other) first.set(id, facts)
      if (!other || other === facts) return []
      const line = other.notes.find((note) => note.id === id)?.span.start.line
      return [diagnose('note-duplicate', facts.path, markerSpan(span, id), { note: id, first: `${other.path}, line ${line}` })]
    }),
  )
}

const markerSpan = ({ start }: Span, id: string): Span => ({
  start,
  end: { line: start.line, column: start.column + id.length + 4, offset: start.offset + id.length + 4 },
})

function checkReferences(documents: readonly DocumentFacts[], { ids }: Manuscript): Diagnostic[] {
  const [sources, terms] = [new Set(ids.sources), new Set(ids.terms)]
  const known = [ids.sources.join(), ids.terms.join()] as const
  return documents.flatMap((facts) => {
    const { path, citations, mentions } = facts
    if (namesOnly(path, facts, ...known)) return []
    return [
      ...citations.filter(({ source }) => !sources.has(source)).map(({ source, span }) => unknownSource(source, ids, path, span)),
      ...mentions.filter(({ term }) => !terms.has(term)).map(({ term, span }) => unknownTerm(term, ids, path, span)),
    ]
  })
}

/** Whether a text names no works and terms but these, with commas between them. */
const namesOnly = memoize((facts: DocumentFacts, sources: string, terms: string) => {
  const named = namedIn(facts.path, facts)
  return named.sources.isSubsetOf(setOf('sources', sources)) && named.terms.isSubsetOf(setOf('terms', terms))
})

const setOf = memoize((ids: string): ReadonlySet<string> => new Set(ids.split(',')))

/** The works that a text cites, and the terms that it mentions. */
export const namedIn = memoize(({ citations, mentions }: DocumentFacts) => ({
  sources: new Set(citations.map(({ source }) => source)),
  terms: new Set(mentions.map(({ term }) => term)),
}))

/** What is found, at its place; that is looked for only where there is something to say, as the places of what was kept are read anew. */
const atPlace = (check: (span: Span) => readonly Diagnostic[], place: () => Span): readonly Diagnostic[] =>
  check(startOfFile).length === 0 ? [] : check(place())

function checkFrontMatter({ series, terms, ids }: Manuscript): Diagnostic[] {
  const language = series?.file.language ?? 'en'
  return terms.flatMap(({ file, path, locate }) =>
    file.sources.flatMap(({ source, locator }, i) => [
      ...(ids.sources.includes(source) ? [] : [unknownSource(source, ids, path, locate(['sources', i, 'source']))]),
      ...(locator === undefined
        ? []
        : atPlace(
            (span) => checkLocator(locator, path, span, language),
            () => locate(['sources', i, 'locator']),
          )),
    ]),
  )
}

function checkEvents({ events: { files, locate }, ids }: Manuscript): Diagnostic[] {
  return files.flatMap((event, i) => [
    ...event.terms.flatMap((term, j) => (ids.terms.includes(term) ? [] : [unknownTerm(term, ids, timelinePath, locate([i, 'terms', j]))])),
    ...(event.by === undefined || ids.terms.includes(event.by) ? [] : [unknownTerm(event.by, ids, timelinePath, locate([i, 'by']))]),
    ...event.sources.flatMap((source, j) =>
      ids.sources.includes(source) ? [] : [unknownSource(source, ids, timelinePath, locate([i, 'sources', j]))],
    ),
  ])
}

function checkDates({ series, terms, events }: Manuscript, documents: readonly DocumentFacts[]): Diagnostic[] {
  const check = (written: WrittenDate, path: string, place: () => Span): readonly Diagnostic[] =>
    atPlace((span) => {
      const checked = checkDate(written, series?.file['new-calendar'], path, span)
      return 'diagnostic' in checked ? [checked.diagnostic] : []
    }, place)
  return [
    ...documents.flatMap(({ dates, path }) => dates.flatMap(({ written, span }) => check(written, path, () => span))),
    ...terms.flatMap(({ file: { dates, relations }, path, locate }) => [
      ...(dates?.start ? check(dates.start, path, () => locate(['dates', 'start'])) : []),
      ...(dates?.end ? check(dates.end, path, () => locate(['dates', 'end'])) : []),
      ...relations.flatMap(({ date }, i) => (date ? check(date, path, () => locate(['relations', i, 'date'])) : [])),
    ]),
    ...events.files.flatMap((event, i) => {
      const [date] = takeDate(event)
      const field = (['gregorian', 'julian', ...otherCalendars] as const).find((calendar) => date[calendar] !== undefined)
      return check(date, timelinePath, () => events.locate([i, field ?? 'gregorian']))
    }),
  ]
}

const checkPictures = ({ pictures, path }: DocumentFacts, names: readonly string[]): Diagnostic[] =>
  pictures
    .filter(({ file }) => !names.includes(file))
    .map(({ file, span }) => {
      const nearest = suggest(file, names)
      return diagnose('image-missing', path, span, { image: file, ...(nearest && { nearest }) })
    })

const checkRecordings = ({ recordings, path }: DocumentFacts, names: readonly string[]): Diagnostic[] =>
  recordings.flatMap(({ files, span }) =>
    files
      .filter((file) => !names.includes(file))
      .map((recording) => {
        const nearest = suggest(recording, names)
        const isElsewhere = /^(?:[a-z][a-z\d+.-]*:)?\/\//iu.test(recording)
        return diagnose('recording-missing', path, span, { recording, isElsewhere, ...(nearest && !isElsewhere && { nearest }) })
      }),
  )

const checkCharts = ({ charts, path }: DocumentFacts, known: readonly string[]): Diagnostic[] =>
  charts
    .filter(({ chart }) => !known.includes(chart))
    .map(({ chart, span }) => {
      const nearest = suggest(chart, known)
      return diagnose('chart-unknown', path, span, { chart, ...(nearest && { nearest }) })
    })

/** Places and charts name terms and works; events name places. */
function checkPlaces({ places, events, charts, ids }: Manuscript): Diagnostic[] {
  const known = places.files.map(({ id }) => id)
  return [
    ...places.files.flatMap(({ term, sources }, i) => [
      ...(term === undefined || ids.terms.includes(term) ? [] : [unknownTerm(term, ids, placesPath, places.locate([i, 'term']))]),
      ...sources.flatMap((source, j) =>
        ids.sources.includes(source) ? [] : [unknownSource(source, ids, placesPath, places.locate([i, 'sources', j]))],
      ),
    ]),
    ...events.files.flatMap(({ place }, i) => {
      if (place === undefined || known.includes(place)) return []
      const nearest = suggest(place, known)
      return [diagnose('place-unknown', timelinePath, events.locate([i, 'place']), { place, ...(nearest && { nearest }) })]
    }),
    ...charts.flatMap(({ file, path, locate }) =>
      file.sources.flatMap((source, i) => (ids.sources.includes(source) ? [] : [unknownSource(source, ids, path, locate(['sources', i]))])),
    ),
  ]
}

/** The id of a place is its id on the page of all places. */
function checkPlaceIds({ places }: Manuscript): Diagnostic[] {
  const own = new Set<string>([...furnitureIds.everywhere, ...furnitureIds.places])
  return places.files.flatMap(({ id }, i) =>
    own.has(id) ? [diagnose('id-taken', placesPath, places.locate([i, 'id']), { id, holder: 'the page itself', what: 'the place' })] : [],
  )
}

function unknownSource(source: string, { sources, terms }: Manuscript['ids'], path: string, span: Span): Diagnostic {
  const isTerm = terms.includes(source)
  const nearest = isTerm ? undefined : suggest(source, sources)
  return diagnose('source-unknown', path, span, { source, ...(isTerm && { isTerm }), ...(nearest && { nearest }) })
}

function unknownTerm(term: string, { sources, terms }: Manuscript['ids'], path: string, span: Span): Diagnostic {
  const isSource = sources.includes(term)
  const nearest = isSource ? undefined : suggest(term, terms)
  return diagnose('term-unknown', path, span, { term, ...(isSource && { isSource }), ...(nearest && { nearest }) })
}
