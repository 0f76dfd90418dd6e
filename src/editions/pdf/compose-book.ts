import { defaultTreeAdapter as tree } from 'parse5'
import { directionOf } from '../../locales/languages.ts'
import { areNumbered } from '../../locales/part-names.ts'
import { wordsOf } from '../../locales/words.ts'
import { fullName } from '../../model/names.ts'
import type { Series } from '../../model/series.ts'
import { type BookPage, classesOf } from '../book-page.ts'
import { colophonLines, versionOf, versionOfPart } from '../colophon.ts'
import { attribute, type Element, elementsOf } from '../html.ts'
import { type Found, makeReader } from './collect.ts'
import { type IndexGroup, indexOf } from './index-of-terms.ts'
import { measureOf, type Paper } from './paper.ts'
import { isEntry, labelsOf, mendLinks, placesIn } from './places-in-book.ts'
import { nestEntries, readGlossary } from './read-glossary.ts'
import type { Faces } from './scripts.ts'
import type { Block } from './tree.ts'

type Chapter = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly c: readonly Block[]
  /** Whether it stands in a volume, with its headings a level deeper. */
  readonly inVolume: boolean
  /** The title of the volume that begins with it. */
  readonly opens: string | null
}
/** What `book.typ` is given. */
export type Book = {
  readonly kind: 'book' | 'part'
  readonly paper: string
  readonly width: number
  readonly height: number
  readonly side: number
  readonly top: number
  readonly bottom: number
  readonly measure: number
  readonly title: string
  readonly series: string
  /** What the volume is called, where the book is one of several. */
  readonly volume: string | null
  readonly authors: readonly string[]
  readonly byline: string
  readonly description: string
  readonly version: string
  readonly date: readonly number[]
  readonly language: string
  readonly region: string | null
  readonly chapters: readonly Chapter[]
  readonly index: readonly IndexGroup[]
  readonly colophon: readonly Block[]
  readonly attachment: string | null
  /** Families of the writer’s own, before those that ship. */
  readonly own: { readonly text: readonly string[]; readonly display: readonly string[] }
  /** Families of other scripts that it needs. */
  readonly families: readonly string[]
  readonly rightToLeft: boolean
  readonly words: { readonly contents: string; readonly index: string; readonly colophon: string }
}

/** A book, and the fonts of the writer’s that it is set in. */
export type Composed = { readonly book: Book; readonly found: Found; readonly fonts: readonly Buffer[] }

/**
 * The whole series as a book: its pages as chapters, the entries of the glossary behind each other, the works as one
 * list, and an index of the terms by the places where the parts mention them.
 *
 * @param series of a volume, what the volume holds of it
 * @param pages all that the book may hold; they are changed
 * @param volume what the volume is called
 */
export function composeBook(
  series: Series,
  pages: readonly BookPage[],
  address: string | undefined,
  paper: Paper,
  faces: Faces,
  volume?: string,
): Composed {
  const words = wordsOf(series)
  const byPath = new Map(pages.map((page) => [page.path, page]))
  for (const page of pages) prepare(page)
  const { read, showAll, found } = makeReader(placesIn(pages), address, paper, faces)
  const chapters = pages.flatMap((page): Chapter[] => {
    if (isEntry(page.path)) return []
    const part = series.parts.find(({ href }) => href === page.path)
    if (page.path === '/glossary/') nestEntries(page, byPath)
    const title = page.path === '/' ? words.say('books.introduction') : (part?.title ?? page.title)
    const c = page.path === '/glossary/' ? readGlossary(page, byPath, read) : read(page, page.main.childNodes)
    if (c.length === 0) return []
    const inVolume = volume === undefined && part?.volume !== undefined
    const isFirst = inVolume && series.parts.find((each) => each.volume === part.volume) === part
    return [
      {
        id: page.path,
        number: numberOf(part, series),
        title,
        c: inVolume ? deeper(c) : page.path === '/timeline/' ? c.map(unlisted) : c,
        inVolume,
        opens: (isFirst && series.volumes?.[(part.volume ?? 0) - 1]) || null,
      },
    ]
  })
  const contents = chapters.some(({ inVolume }) => inVolume) ? chapters.map(withoutEntries) : chapters
  const isThere = new Set(labelsOf(chapters))
  mendLinks(contents, isThere)
  return {
    found,
    fonts: faces.own.fonts,
    book: {
      ...showAll(frameOf(series, paper)),
      kind: 'book',
      title: showAll(volume === undefined ? series.title : `${series.title} · ${volume}`),
      volume: volume === undefined ? null : showAll(volume),
      chapters: showAll(contents),
      index: showAll(indexOf(series, byPath.get('/glossary/'), isThere)),
      colophon: showAll(colophonOf(series, address)),
      attachment: null,
      own: { text: faces.own.text, display: faces.own.display },
      families: [...found.families].toSorted(),
    },
  }
}

/** One part by itself. */
export function composePart(series: Series, page: BookPage, address: string | undefined, paper: Paper, faces: Faces): Composed {
  const part = series.parts.find(({ href }) => href === page.path)
  const version = versionOfPart(series)
  prepare(page)
  const { read, showAll, found } = makeReader(placesIn([page]), address, paper, faces)
  const chapter = {
    id: page.path,
    number: numberOf(part, series),
    title: page.title,
    c: read(page, page.main.childNodes),
    inVolume: false,
    opens: null,
  }
  mendLinks(chapter, new Set(labelsOf(chapter)))
  const own = address ? new URL(page.path.slice(1), address).href : undefined
  return {
    found,
    fonts: faces.own.fonts,
    book: {
      ...showAll(frameOf(series, paper)),
      kind: 'part',
      version: showAll(version),
      title: showAll(page.title),
      volume: null,
      description: showAll(part?.description ?? series.description),
      chapters: showAll([chapter]),
      index: [],
      colophon: showAll(colophonOf(series, own, version)),
      attachment: null,
      own: { text: faces.own.text, display: faces.own.display },
      families: [...found.families].toSorted(),
    },
  }
}

/** The years of a timeline are no part of the contents. */
const unlisted = (block: Block): Block => (block.k === 'h' ? { ...block, listed: false } : block)

/** Where contents go to the third level for the sections of parts, the entries of the glossary are no part of them. */
const withoutEntries = (chapter: Chapter): Chapter =>
  chapter.inVolume ? chapter : { ...chapter, c: chapter.c.map((block) => (block.k === 'h' && block.l > 2 ? unlisted(block) : block)) }

/** The sections of a part below the title of a volume. */
const deeper = (blocks: readonly Block[]): Block[] => blocks.map((block) => (block.k === 'h' ? { ...block, l: block.l + 1 } : block))

/** “Part 1”, where there are several. */
const numberOf = (part: Series['parts'][number] | undefined, series: Series) =>
  part?.number !== undefined && areNumbered(series) ? wordsOf(series).say('site.part', { number: part.number }) : null

function frameOf(series: Series, paper: Paper) {
  const words = wordsOf(series)
  const { edition, language } = series
  return {
    paper: paper.name,
    width: paper.width,
    height: paper.height,
    side: paper.side,
    top: paper.top,
    bottom: paper.bottom,
    measure: measureOf(paper),
    series: series.title,
    authors: series.authors.map(fullName),
    byline: series.byline,
    description: series.description,
    version: versionOf(series),
    date: edition.date.split('-').map(Number),
    language: /^[a-z]{2,3}/u.exec(language)?.[0] ?? 'en',
    rightToLeft: directionOf(language) === 'rtl',
    region: /-([A-Z]{2})(?:-|$)/u.exec(language)?.[1] ?? null,
    words: { contents: words.say('part.contents'), index: words.say('books.index'), colophon: series.title },
  }
}

/** The title of a chapter is set by itself; and what an entry says of its mentions, the index says with page numbers. */
function prepare(page: BookPage) {
  const isUnwanted = (element: Element) => element.tagName === 'h1' || classesOf(element).includes('more')
  for (const element of elementsOf(page.main).filter(isUnwanted)) {
    // In the list of works this link is the work’s name in the book.
    if (classesOf(element).includes('more') && element.parentNode && 'attrs' in element.parentNode) {
      const path = new URL(attribute(element, 'href') ?? '', `https://site.invalid${page.path}`).pathname
      element.parentNode.attrs.push({ name: 'data-entry', value: path })
    }
    tree.detachNode(element)
  }
  if (isEntry(page.path)) leaveOutMentions(page.main)
}

function leaveOutMentions(main: Element) {
  const body = elementsOf(main).find((element) => classesOf(element).includes('page'))
  if (!body) return
  let isIn = false
  body.childNodes = body.childNodes.filter((child) => {
    if ('tagName' in child && child.tagName === 'h2') isIn = /^(?:mentions|cited-in)/u.test(attribute(child, 'id') ?? '')
    return !isIn
  })
}

const colophonOf = (series: Series, address: string | undefined, version?: string): Block[] =>
  colophonLines(series, address, version).map((line) => ({
    k: 'p',
    of: 'entry',
    c: line.map((piece) => (typeof piece === 'string' ? piece : { k: 'url', to: piece.to, c: [piece.text] })),
  }))
