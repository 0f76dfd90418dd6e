import { type BookPage, classesOf } from '../book-page.ts'
import { attribute, type Element, elementsOf } from '../html.ts'
import { writeXhtml } from '../xhtml.ts'
import { layHalos } from './halos.ts'
import { type Paper, sizeOnPaper } from './paper.ts'
import { readBlocks } from './read-blocks.ts'
import type { Picture, Reading } from './reading.ts'
import type { Faces } from './scripts.ts'
import type { Block, Inline } from './tree.ts'

/** What was found while the pages of a book were read. */
export type Found = {
  /** Drawings, by the path at which the compiler finds them. */
  readonly drawings: Map<string, string>
  /** Pictures of the site, by the path at which the compiler finds them: their paths on the site. */
  readonly pictures: Map<string, string>
  /** Families of other scripts in which something is set. */
  readonly families: Set<string>
  /** Characters that the faces have not, with the page they are first on. */
  readonly missing: Map<string, string>
}

const isAddress = /^(?:\/|#|https?:)/u

/**
 * A reader of the pages of one book.
 *
 * @param places the labels in the book, and what each stands for: a page alone stands for its beginning
 * @param address where the site is published, with a slash at its end; missing where nobody has said
 */
export function makeReader(
  places: ReadonlySet<string>,
  address: string | undefined,
  paper: Paper,
  { characters, others }: Faces,
): {
  readonly read: (page: BookPage, nodes: Element['childNodes']) => Block[]
  /** Texts that stand on no page, such as titles, as the faces can show them; addresses and labels stay. */
  readonly showAll: <T>(texts: T) => T
  readonly found: Found
} {
  const found: Found = { drawings: new Map(), pictures: new Map(), families: new Set(), missing: new Map() }
  const labels = new Set<string>()
  const read = (page: BookPage, nodes: Element['childNodes']): Block[] => {
    const bodies = notesOf(page.main)
    const set = new Set<string>()
    const blocks = readBlocks(nodes, readingOf(false))
    const unset = [...bodies].filter(([id]) => !set.has(id))
    return unset.length === 0 ? blocks : [...blocks, ...endNotes(unset)]

    function readingOf(isInNote: boolean): Reading {
      return {
        isInNote,
        show: (text) => shown(text, page.path),
        labelOf: (element) => {
          const id = attribute(element, 'id')
          const label = attribute(element, 'data-entry') ?? (id === undefined ? undefined : `${page.path}#${id}`)
          if (!label || !places.has(label) || labels.has(label) || id?.startsWith('note-')) return undefined
          labels.add(label)
          return label
        },
        placeOf: (href) => placeOf(href, page.path),
        note: (reference) => noteAt(reference),
        picture: (element) => pictureOf(element, page.path),
      }
    }

    function noteAt(reference: Element): Inline {
      const id = decodeURIComponent((attribute(reference, 'href') ?? '').replace(/^.*#/u, ''))
      const note = { k: 'note' as const, id: `${page.path}#${id}`, n: textContent(reference) }
      const body = bodies.get(id)
      if (!body || set.has(id)) return body ? note : { k: 'sup', c: [note.n] }
      set.add(id)
      return { ...note, body: readBlocks(body.childNodes, readingOf(true)) }
    }

    /** Notes whose references stand in what the book leaves out. */
    function endNotes(unset: readonly (readonly [string, Element])[]): Block[] {
      return unset.map(([, note]) => ({
        k: 'list',
        o: true,
        start: Number(attribute(note, 'value') ?? 1),
        bare: false,
        items: [{ c: readBlocks(note.childNodes, readingOf(true)) }],
      }))
    }
  }
  return { read, showAll, found }

  function showAll<T>(texts: T): T {
    return JSON.parse(
      JSON.stringify(texts, function (this: unknown, key, value) {
        const isWord = typeof value === 'string' && !isAddress.test(value) && !isOfFormula(this, key)
        return isWord ? shown(value, '/') : value
      }),
    ) as T
  }

  /** Letters and signs of formulas have a face of their own; words in them have those of the text. */
  function isOfFormula(holder: unknown, key: string): boolean {
    const { k, m } = holder as { readonly k?: unknown; readonly m?: unknown }
    return (key === 'alt' && k === 'math') || (key === 'v' && m !== undefined && m !== 't')
  }

  function shown(text: string, path: string): string {
    return [...text.normalize('NFC')]
      .map((character) => {
        const code = character.codePointAt(0) ?? 0
        if (characters.has(code) || invisible.test(character)) return character
        const other = others.find((face) => face.characters.has(code))
        if (other) {
          found.families.add(other.family)
          return character
        }
        if (!found.missing.has(character)) found.missing.set(character, path)
        return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
      })
      .join('')
  }

  function placeOf(href: string, path: string): ReturnType<Reading['placeOf']> {
    const base = `https://site.invalid${path}`
    if (!URL.canParse(href, base)) return { kind: 'nowhere' }
    const url = new URL(href, base)
    if (url.origin !== 'https://site.invalid') return { kind: 'on-site', to: url.href }
    const label = `${url.pathname.replace(/index\.html$/u, '')}${decodeURIComponent(url.hash)}`
    const inBook = [label, label.replace(/#.*$/u, '')].find((candidate) => places.has(candidate))
    if (inBook) return { kind: 'in-book', to: inBook }
    return address
      ? { kind: 'on-site', to: new URL(`${url.pathname.slice(1)}${url.search}${url.hash}`, address).href }
      : { kind: 'nowhere' }
  }

  function pictureOf(element: Element, path: string): Picture | undefined {
    if (element.tagName === 'svg') return drawingOf(element, path)
    const source = attribute(element, 'src')
    if (!source || source.startsWith('data:')) return undefined
    const from = decodeURI(new URL(source, `https://site.invalid${path}`).pathname)
    const file = `/pictures/${from.slice(from.lastIndexOf('/') + 1)}`
    found.pictures.set(file, from)
    const [width, height] = [Number(attribute(element, 'width') ?? 400), Number(attribute(element, 'height') ?? 300)]
    return { file, alt: shown(attribute(element, 'alt') ?? '', path), ...sizeOnPaper(paper, width, height, false), full: false }
  }

  function drawingOf(svg: Element, path: string): Picture {
    const file = `/drawings/${found.drawings.size + 1}.svg`
    for (const element of elementsOf(svg))
      for (const child of element.childNodes) if ('value' in child) child.value = shown(child.value, path)
    layHalos(svg)
    found.drawings.set(file, withFaces(writeXhtml(svg, '')))
    const isFull = classesOf(svg).some((name) => /^(?:timeline|map)-sheet$/u.test(name)) || Number(attribute(svg, 'width')) > 660
    const [, , width = 100, height = 100] = (attribute(svg, 'viewBox') ?? '').split(/[\s,]+/u).map(Number)
    const isDecoration = attribute(svg, 'aria-hidden') === 'true'
    return { file, alt: isDecoration ? '' : descriptionOf(svg), ...sizeOnPaper(paper, width, height, isFull), full: isFull }
  }
}

/** Letters that need no glyph. */
const invisible = /[\p{Cf}\p{Zl}\p{Zp}\s\p{Cc}]/u

/** The compiler knows the faces of a family by its name without their width. */
const withFaces = (svg: string) =>
  svg.replace(/font-family="[^"]*"/gu, (said) => (said.includes('Vollkorn') ? 'font-family="Vollkorn"' : 'font-family="Sofia Sans"'))

/** What a drawing is called, and what it shows. */
const descriptionOf = (svg: Element): string =>
  svg.childNodes
    .flatMap((child) => ('tagName' in child && /^(?:title|desc)$/u.test(child.tagName) ? [textContent(child)] : []))
    .join('. ') ||
  (attribute(svg, 'aria-label') ?? '–')

const textContent = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : 'tagName' in child ? textContent(child) : '')).join('')

function notesOf(main: Element): Map<string, Element> {
  const section = elementsOf(main).find((element) => attribute(element, 'role') === 'doc-endnotes')
  const notes = section
    ? elementsOf(section).filter((element) => element.tagName === 'li' && /^note-/u.test(attribute(element, 'id') ?? ''))
    : []
  return new Map(notes.map((note) => [attribute(note, 'id') ?? '', note]))
}
