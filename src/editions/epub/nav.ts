import { titleOfPart } from '../../locales/part-names.ts'
import { wordsOf } from '../../locales/words.ts'
import { entryOfGroup } from '../../model/place-groups.ts'
import type { Series } from '../../model/series.ts'
import { shelvesOf } from '../../model/shelves.ts'
import type { BookPage } from '../book-page.ts'
import { escapeXml } from '../xhtml.ts'
import { fileOf, xmlId } from './links.ts'

/** An entry of the contents; what is but a heading, such as the title of a volume, has no file. */
type Entry = { readonly title: string; readonly file?: string; readonly children: readonly Entry[] }

/** What each page of the book is for its readers. */
export type BookFiles = {
  readonly pages: readonly BookPage[]
  /** The ids on each page, by its path. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>
  /** Places of the book on paper, with the pages on which they begin. */
  readonly places: readonly (readonly [place: string, page: number])[]
}

/** The document of navigation (EPUB 3.3, §7): contents with the sections of the parts, and landmarks. */
export function makeNav(series: Series, files: BookFiles): string {
  const { ids } = files
  // The pages of a term’s or a work’s places are found from its own.
  const pages = files.pages.filter(({ path }) => entryOfGroup(path) === undefined)
  const words = wordsOf(series)
  const has = (path: string) => pages.some((page) => page.path === path)
  const landmark = (type: string, file: string, title: string) => `<li><a epub:type="${type}" href="${file}">${escapeXml(title)}</a></li>`
  const first = series.parts.find(({ number }) => number !== undefined) ?? series.parts[0]
  const landmarks = [
    landmark('cover', 'cover.xhtml', words.say('books.cover')),
    landmark('titlepage', 'title-page.xhtml', series.title),
    landmark('toc', 'nav.xhtml', words.say('part.contents')),
    ...(first ? [landmark('bodymatter', fileOf(first.href), words.say('home.start'))] : []),
    ...(has('/glossary/') ? [landmark('glossary', fileOf('/glossary/'), words.say('site.glossary'))] : []),
    ...(has('/sources/') ? [landmark('bibliography', fileOf('/sources/'), words.say('site.sources'))] : []),
  ]
  return `<nav epub:type="toc" role="doc-toc" id="toc" aria-label="${escapeXml(words.say('part.contents'))}"><h1>${escapeXml(words.say('part.contents'))}</h1>
${listOf(entriesOf(series, pages, ids))}
</nav>
<nav epub:type="landmarks" aria-label="${escapeXml(words.say('site.menu'))}" hidden="hidden"><h2>${escapeXml(words.say('site.menu'))}</h2>
<ol>${landmarks.join('')}</ol>
</nav>${pageList(files, words.say('books.pages'))}`
}

/** Where each page of the book on paper begins: at the first place on it that this book has. @returns its path and id by the number */
export function pageStarts({
  places,
  ids,
}: Pick<BookFiles, 'places' | 'ids'>): Map<number, { readonly path: string; readonly id?: string }> {
  const firsts = new Map<number, { readonly path: string; readonly id?: string }>()
  const order = new Map([...ids.keys()].map((path, i) => [path, i]))
  let reached = 0
  for (const [place, page] of places) {
    const [path = '', id] = place.split('#')
    // Headings between entries are on the page before these: a list of pages may not lead back.
    const at = order.get(path) ?? -1
    if (at < reached) continue
    const isThere = ids.get(path) !== undefined && (id === undefined || ids.get(path)?.has(id))
    if (!isThere || firsts.has(page)) continue
    firsts.set(page, { path, ...(id === undefined ? {} : { id }) })
    reached = at
  }
  return firsts
}

function pageList(files: BookFiles, title: string): string {
  const firsts = pageStarts(files)
  if (firsts.size === 0) return ''
  const entries = [...firsts]
    .sort(([a], [b]) => a - b)
    .map(([page, { path }]) => `<li><a href="${escapeXml(encodeURI(fileOf(path)))}#${pageId(page)}">${page}</a></li>`)
  return `
<nav epub:type="page-list" role="doc-pagelist" aria-label="${escapeXml(title)}" hidden="hidden"><h2>${escapeXml(title)}</h2>
<ol>${entries.join('')}</ol>
</nav>`
}

/** The id of the mark at which a page of the book on paper begins. */
export const pageId = (page: number): string => `page-${page}`

const listOf = (entries: readonly Entry[]): string =>
  `<ol>${entries.map(({ title, file, children }) => `<li>${file === undefined ? `<span>${escapeXml(title)}</span>` : `<a href="${escapeXml(encodeURI(file))}">${escapeXml(title)}</a>`}${children.length > 0 ? listOf(children) : ''}</li>`).join('\n')}</ol>`

function entriesOf(series: Series, pages: readonly BookPage[], ids: BookFiles['ids']): Entry[] {
  const words = wordsOf(series)
  const listed = new Set<string>()
  const entry = (path: string, title: string, children: readonly Entry[] = []): Entry => {
    listed.add(path)
    return { title, file: fileOf(path), children }
  }
  const below = (index: string) => pages.filter(({ path }) => path !== index && path.startsWith(index))
  const entryOf = (part: Series['parts'][number]) =>
    entry(part.href, titleOfPart(part, series, words), sectionsOf(part, ids.get(part.href), words.say('site.notes')))
  // Of a volume by itself the title is that of the book.
  const shelves = new Set(series.parts.map(({ volume }) => volume)).size > 1 ? shelvesOf(series) : [{ parts: series.parts }]
  const parts = shelves.flatMap((shelf): Entry[] => {
    const entries = shelf.parts.map(entryOf)
    return 'title' in shelf ? [{ title: shelf.title, children: entries }] : entries
  })
  const children = new Map(['/glossary/', '/sources/'].map((index) => [index, below(index).map(({ path, title }) => entry(path, title))]))
  const others = pages.flatMap(({ path, title }) => {
    if (listed.has(path)) return []
    return [entry(path, path === '/' ? words.say('books.introduction') : title, children.get(path) ?? [])]
  })
  const start = others.filter(({ file }) => file === fileOf('/'))
  const rest = others.filter(({ file }) => file !== fileOf('/'))
  return [
    ...start,
    ...parts,
    ...rest,
    {
      title: words.say('readme.version', { version: series.edition.version, date: series.edition.date, hash: series.edition.shortHash }),
      file: 'colophon.xhtml',
      children: [],
    },
  ]
}

/** Sections below those of a higher level before them, and the notes. */
function sectionsOf({ href, sections }: Series['parts'][number], ids: ReadonlySet<string> | undefined, notes: string): Entry[] {
  const link = (id: string) => `${fileOf(href)}#${xmlId(id)}`
  const there = sections.filter(({ id }) => ids?.has(id))
  const nest = (from: readonly Series['parts'][number]['sections'][number][]): Entry[] => {
    const [head, ...others] = from
    if (!head) return []
    const next = others.findIndex(({ level }) => level <= head.level)
    const inside = next === -1 ? others : others.slice(0, next)
    return [{ title: head.title, file: link(head.id), children: nest(inside) }, ...nest(others.slice(inside.length))]
  }
  return [...nest(there), ...(ids?.has('doc-endnotes') ? [{ title: notes, file: link('doc-endnotes'), children: [] }] : [])]
}
