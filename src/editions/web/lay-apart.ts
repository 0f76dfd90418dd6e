import { createHash } from 'node:crypto'
import type MagicString from 'magic-string'
import type { Opened, OpenedWords } from '../../model/opened.ts'
import { attribute, type Element } from '../html.ts'
import { markupOfNode } from '../preview-cards.ts'
import { fileAt, readText, writeInto } from '../site-files.ts'
import { markOfEdition } from '../without-edition.ts'
import type { Presence } from './style-rules.ts'

/** What is known of a page that has its styles in it. */
export type StyledPage = {
  /** What elements it has, as `Presence` names them. */
  readonly present: readonly string[]
  /** Paths of the sheets that its head named, and of those behind its text. */
  readonly head: readonly string[]
  readonly later: readonly string[]
  /** Path of the sheet of what is opened; missing where the page has none. */
  readonly opened?: string
  /** What was taken out of it, as files. */
  readonly apart: readonly FileApart[]
}

/** A file named by its content. */
export type FileApart = { readonly path: string; readonly json: string }

const handed = 'data-say-'

/**
 * Takes out of a page all that is wanted only once something is opened: into a file that pages alike have in common, and what is of
 * this page alone (`data-apart="alone"`), and would make that file another on each, into files of its own.
 *
 * @param opened `<opened-styles data-href>`
 */
export function takeApart(elements: readonly Element[], opened: Element, edited: MagicString): FileApart[] {
  const words = takeWords(elements, edited)
  const own = elements.filter((element) => attribute(element, 'data-apart') === 'alone')
  const alone = own.flatMap((element) => {
    const file = fileOf({ words: {}, contents: takeContents([element], edited) })
    const place = element.sourceCodeLocation?.attrs?.['data-apart']
    if (place) edited.update(place.startOffset, place.endOffset, `data-apart-href="${addressOf(file)}"`)
    return [file]
  })
  const contents = takeContents(
    elements.filter((element) => !own.includes(element)),
    edited,
  )
  if (contents.length === 0 && Object.keys(words).length === 0) return alone
  const file = fileOf({ words, contents })
  const place = opened.sourceCodeLocation?.attrs?.['data-href']
  if (place) edited.appendLeft(place.endOffset, ` data-apart-href="${addressOf(file)}"`)
  return [file, ...alone]

  /** It lies beside the sheet of what is opened. */
  function addressOf(file: FileApart): string {
    return (attribute(opened, 'data-href') ?? '').replace(/[^/]*$/u, file.path.slice('_astro/'.length))
  }
}

/**
 * Takes out the words that are said only once something is opened: of the elements that say so with `data-opened` all but the
 * messages which that attribute names.
 */
function takeWords(elements: readonly Element[], edited: MagicString): OpenedWords {
  const words: OpenedWords = {}
  for (const element of elements) {
    const stay = attribute(element, 'data-opened')?.split(' ')
    if (!stay) continue
    const taken = element.attrs.filter(
      ({ name }) => name === 'data-opened' || (name.startsWith(handed) && !stay.includes(name.slice(handed.length))),
    )
    const said = taken.flatMap(({ name, value }) => (name === 'data-opened' ? [] : [[name.slice(handed.length), value]]))
    words[element.tagName] = Object.fromEntries(said)
    // Nor is it said where the element itself lies beside the page.
    element.attrs = element.attrs.filter((one) => !taken.includes(one))
    const { attrs, startOffset = 0, endOffset = 0 } = element.sourceCodeLocation ?? {}
    // What is there for its words alone comes with them.
    if (element.childNodes.length === 0 && element.attrs.every(({ name }) => name === 'hidden')) edited.remove(startOffset, endOffset)
    // With the space before it.
    else for (const { name } of taken) if (attrs?.[name]) edited.remove(attrs[name].startOffset - 1, attrs[name].endOffset)
  }
  return words
}

/** Takes out what is in the elements that say so with `data-apart`, of which none is in another. */
function takeContents(elements: readonly Element[], edited: MagicString): Opened['contents'] {
  return elements.flatMap((element) => {
    const { startTag, endTag } = element.sourceCodeLocation ?? {}
    if (attribute(element, 'data-apart') === undefined || !startTag || !endTag) return []
    edited.remove(startTag.endOffset, endTag.startOffset)
    return [element.childNodes.flatMap(markupOfNode)]
  })
}

function fileOf(data: Opened): FileApart {
  const json = JSON.stringify(data)
  return { path: `_astro/opened.${digestOf(json)}${markOfEdition(json)}.json`, json }
}

/** The sheet of what is opened on a page, as it is written, and what names it there. */
export type OpenedSheet = {
  /** Stands for it. */
  readonly key: string
  /** Names it in a page that names what it takes the place of. */
  readonly nameIn: (html: string) => string
}

/**
 * Writes the files of what is opened: the words that pages had, and one sheet in place of that and of the sheet behind the
 * text, with what only previews need before both. The sheets that it takes the place of are still there.
 *
 * @param cards what elements previews have
 * @param ofCards the rules of sheets for elements that are present, but those that need nothing besides
 * @returns those sheets by what pages name now
 */
export function layApart(
  site: URL,
  styled: readonly StyledPage[],
  cards: Presence,
  ofCards: (sheets: readonly string[], wanted: { readonly present: Presence; readonly besides: Presence }) => string,
): ReadonlyMap<string, OpenedSheet> {
  const at = (path: string) => fileAt(site, path)
  const pages = styled.filter(({ opened }) => opened)
  const sheets = new Map<string, OpenedSheet>()
  if (pages.length === 0) return sheets
  const { common: always, anywhere } = namesIn(pages.map(({ present }) => present))
  // What stands in previews and not on every page, where it has its rules already.
  const besides = new Set([...anywhere].filter((name) => always.has(name) || !cards.has(name)))
  const head = [...namesIn(pages.map((page) => page.head)).common]
  const preview = ofCards(head, { present: new Set([...anywhere, ...cards]), besides })
  for (const { opened = '', later, apart } of pages) {
    for (const { path: file, json } of apart) writeInto(at(file), json)
    if (!sheets.has(opened)) sheets.set(opened, writeSheet(opened, [preview, ...[...later, opened].map((other) => readText(at(other)))]))
  }
  return sheets

  function writeSheet(opened: string, contents: readonly string[]): OpenedSheet {
    const css = contents.join('\n')
    const digest = digestOf(css)
    const faces = css.match(face) ?? []
    writeInto(at(`_astro/opened.${digest}.css`), css.replace(face, ''))
    if (faces.length > 0) writeInto(at(`_astro/letters.${digest}.css`), faces.join(''))
    const address = new RegExp(`data-href="([^"]*/)${opened.slice('_astro/'.length).replaceAll('.', '\\.')}"`, 'u')
    const told = (_: string, folder: string) =>
      `data-href="${folder}opened.${digest}.css"${faces.length > 0 ? ` data-letters-href="${folder}letters.${digest}.css"` : ''}`
    return { key: JSON.stringify([opened, digest, faces.length > 0]), nameIn: (html) => html.replace(address, told) }
  }
}

/** Faces of letters that a page has not: a browser that learns of one lays all text out anew (`src/reader/faces/cover-letters.ts`). */
const face = /@font-face\s*\{[^}]*\}/gu

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** What is in all of the lists, and what is in any. */
function namesIn(lists: readonly (readonly string[])[]): { readonly common: Set<string>; readonly anywhere: Set<string> } {
  const counts = new Map<string, number>()
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const common = (lists[0] ?? []).filter((name) => counts.get(name) === lists.length)
  return { common: new Set(common), anywhere: new Set(counts.keys()) }
}
