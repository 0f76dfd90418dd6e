import type { Element, ElementContent } from 'hast'
import { readPage } from '../formats/read-html.ts'
import type { Loss, ReadText, WordCitation } from '../read-text.ts'
import { beginOfCitation, citationInField, citationMarks } from './citation-fields.ts'
import { type OdtStyles, readOdtStyles } from './odt-styles.ts'
import { type Archive, openArchive } from './open-archive.ts'
import { elementsOf, isElement, readXml, wordsOf, type XmlElement } from './read-xml.ts'

/**
 * Reads a text of LibreOffice (OpenDocument 1.3): what its styles call titles, headings and quotations, notes at the foot or
 * end, lists, tables, pictures, citations of Zotero. Tracked changes are taken as they would be accepted, and listed.
 */
export function readOdt(bytes: Uint8Array): ReadText | { readonly problem: string } {
  const archive = openArchive(bytes)
  if ('problem' in archive) return archive
  const content = readXml(archive.textOf('content.xml') ?? '')
  const [body] = elementsOf(content, 'office:text')
  if (!content || !body)
    return { problem: 'it is no text of LibreOffice, or it is locked with a password: there is no text in it that can be read' }
  const reader = new OdtReader(readOdtStyles([readXml(archive.textOf('styles.xml') ?? ''), content]), archive)
  const main: Element = { type: 'element', tagName: 'article', properties: {}, children: reader.read(body) }
  main.children.push(...reader.notes)
  const read = readPage({ type: 'root', children: [main] }, { isDocument: true })
  const title = wordsOf(elementsOf(readXml(archive.textOf('meta.xml') ?? ''), 'dc:title')[0]).trim()
  return {
    ...read,
    ...(read.title === undefined && title !== '' && { title }),
    losses: [...read.losses, ...reader.losses],
    citations: reader.citations,
    pictures: reader.pictures,
  }
}

const element = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})
const words = (value: string): ElementContent => ({ type: 'text', value })

type Reads = (node: XmlElement) => ElementContent[]

class OdtReader {
  readonly notes: Element[] = []
  readonly losses: Loss[] = []
  readonly citations: WordCitation[] = []
  readonly pictures = new Map<string, Uint8Array>()
  readonly #styles: OdtStyles
  readonly #archive: Archive
  readonly #lists: (string | undefined)[] = []
  /** Words that are being put in, by the id of their change. */
  readonly #inserted = new Map<string, { kind: string; says: string }>()

  constructor(styles: OdtStyles, archive: Archive) {
    this.#styles = styles
    this.#archive = archive
  }

  read(parent: XmlElement): ElementContent[] {
    return parent.children.flatMap((child): ElementContent[] => {
      if (isElement(child)) return (this.#readers[child.name] ?? this.#inside)(child)
      // White space is one blank, as in HTML (part 3, 6.1.2).
      const text = child.replace(/[\t\n\r ]+/gu, ' ')
      for (const change of this.#inserted.values()) change.says += text
      return [words(text)]
    })
  }

  readonly #inside: Reads = (node) => this.read(node)
  readonly #nothing: Reads = () => []

  readonly #readers: Readonly<Record<string, Reads>> = {
    'text:h': (node) => {
      const level = Math.min(6, Math.max(1, Number(node.attributes['text:outline-level'] ?? 1)))
      const isTitle = this.#styles.kindOf(node.attributes['text:style-name']) === 'title'
      return [element(isTitle ? 'p' : `h${level}`, this.read(node), isTitle ? { className: ['title'] } : {})]
    },
    'text:p': (node) => {
      const style = node.attributes['text:style-name']
      const kind = this.#styles.kindOf(style)
      // Titles and captions look as their styles have it; a paragraph that is set apart by hand is emphasis.
      if (kind === 'title' || kind === 'caption') return [element('p', this.read(node), { className: [kind] })]
      if (kind === 'quotation') return [element('blockquote', [element('p', this.read(node))])]
      return [element('p', this.#marked(node, style))]
    },
    'text:span': (node) => this.#marked(node, node.attributes['text:style-name']),
    'text:a': (node) => [element('a', this.read(node), { href: node.attributes['xlink:href'] ?? '' })],
    'text:s': (node) => [words(' '.repeat(Math.min(20, Number(node.attributes['text:c'] ?? 1))))],
    'text:tab': () => [words(' ')],
    'text:line-break': () => [element('br', [])],
    'text:note': (node) => this.#note(node),
    'text:list': (node) => this.#list(node),
    'text:list-item': (node) => [element('li', this.read(node))],
    'text:list-header': (node) => [element('li', this.read(node))],
    'table:table': (node) => [element('table', [element('tbody', this.#rows(node))])],
    'draw:image': this.#nothing,
    'draw:frame': (node) => this.#frame(node),
    'draw:object': this.#nothing,
    'math:math': this.#nothing,
    'svg:title': this.#nothing,
    'svg:desc': this.#nothing,
    'office:annotation': (node) => {
      const author = wordsOf(elementsOf(node, 'dc:creator')[0])
      const says = elementsOf(node, 'text:p').map(wordsOf).join(' ')
      this.losses.push({ place: 'a comment', says: `${author === '' ? '' : `${author}: `}“${says}”; it is left out` })
      return []
    },
    'office:annotation-end': this.#nothing,
    'office:forms': this.#nothing,
    'office:scripts': this.#nothing,
    'text:sequence-decls': this.#nothing,
    'text:variable-decls': this.#nothing,
    'text:table-of-content': (node) => {
      this.losses.push({
        place: 'the table of contents',
        says: `left out: the page makes its own (${elementsOf(node, 'text:p').length} lines)`,
      })
      return []
    },
    'text:tracked-changes': (node) => this.#changes(node),
    'text:change-start': (node) => {
      const change = this.#changed.get(node.attributes['text:change-id'] ?? '')
      if (change) this.#inserted.set(node.attributes['text:change-id'] ?? '', { kind: change, says: '' })
      return []
    },
    'text:change-end': (node) => {
      const id = node.attributes['text:change-id'] ?? ''
      const change = this.#inserted.get(id)
      this.#inserted.delete(id)
      if (change && change.says.trim() !== '')
        this.losses.push({ place: 'a tracked change', says: `“${change.says.trim()}” is taken: it was put in${change.kind}` })
      return []
    },
    'text:reference-mark-start': (node) => this.#beginCitation(node.attributes['text:name'] ?? ''),
    'text:reference-mark-end': (node) => (this.#isCitation(node.attributes['text:name'] ?? '') ? [words(citationMarks.end)] : []),
    'field:fieldmark-start': (node) => {
      const code = `${node.attributes['field:type'] ?? ''} ${elementsOf(node, 'field:param')
        .map(({ attributes }) => attributes['field:value'] ?? '')
        .join('')}`
      this.#fields.push(this.#isCitation(code))
      return this.#beginCitation(code)
    },
    'field:fieldmark-end': () => (this.#fields.pop() ? [words(citationMarks.end)] : []),
  }

  readonly #fields: boolean[] = []
  readonly #changed = new Map<string, string>()

  readonly #isCitation = (code: string) => citationInField(code) !== undefined

  #beginCitation(code: string): ElementContent[] {
    const citation = citationInField(code)
    return citation ? [words(beginOfCitation(this.citations.push(citation) - 1))] : []
  }

  /** The words of an element in the tags of its style. */
  #marked(node: XmlElement, style: string | undefined): ElementContent[] {
    const children = this.read(node)
    return this.#styles.tagsOf(style).reduceRight((inside, tag) => [element(tag, inside)], children)
  }

  #note(node: XmlElement): ElementContent[] {
    const [body] = elementsOf(node, 'text:note-body')
    const name = `n${this.notes.length + 1}`
    const note = element('pamphlet-note', [], { note: name })
    this.notes.push(note)
    if (body) note.children.push(...this.read(body))
    return [element('pamphlet-reference', [], { note: name })]
  }

  #list(node: XmlElement): ElementContent[] {
    const style = node.attributes['text:style-name'] ?? this.#lists.at(-1)
    this.#lists.push(style)
    const items = this.read(node)
    const tag = this.#styles.isNumbered(style, this.#lists.length) ? 'ol' : 'ul'
    this.#lists.pop()
    // Writers set numbered headings as lists with nothing else in them.
    const inside = items.flatMap((item) => (item.type === 'element' && item.tagName === 'li' ? item.children : []))
    const isHeadings =
      inside.length > 0 && inside.every((one) => one.type === 'element' && /^h\d$|^[uo]l$/u.test(one.tagName)) && hasHeading(inside)
    return isHeadings ? inside : [element(tag, items)]
  }

  #rows(table: XmlElement): ElementContent[] {
    return table.children.filter(isElement).flatMap((child): ElementContent[] => {
      if (child.name !== 'table:table-row') return child.name.startsWith('table:table-') ? this.#rows(child) : []
      const cells = child.children.filter((cell) => isElement(cell) && cell.name === 'table:table-cell') as XmlElement[]
      return [
        element(
          'tr',
          cells.map((cell) => element('td', this.read(cell))),
        ),
      ]
    })
  }

  /** A picture with its words, or a box with text, such as a picture and its caption. */
  #frame(node: XmlElement): ElementContent[] {
    const image = node.children.find((child) => isElement(child) && child.name === 'draw:image') as XmlElement | undefined
    if (!image) return this.read(node)
    const href = image.attributes['xlink:href'] ?? ''
    const bytes = this.#archive.files[href.replace(/^\.\//u, '')]
    if (bytes) this.pictures.set(href, bytes)
    const alt = ['svg:desc', 'svg:title'].map((name) => wordsOf(elementsOf(node, name)[0]).trim()).find((text) => text !== '') ?? ''
    return [element('img', [], { src: href, alt })]
  }

  #changes(node: XmlElement): ElementContent[] {
    for (const region of elementsOf(node, 'text:changed-region')) {
      const who = wordsOf(elementsOf(region, 'dc:creator')[0])
      const by = who === '' ? '' : ` by ${who}`
      const [deleted] = elementsOf(region, 'text:deletion')
      const struck = deleted && [...elementsOf(deleted, 'text:p'), ...elementsOf(deleted, 'text:h')].map(wordsOf).join(' ').trim()
      if (struck) this.losses.push({ place: 'a tracked change', says: `“${struck}” is left out: it was struck out${by}` })
      if (elementsOf(region, 'text:insertion').length > 0)
        this.#changed.set(region.attributes['text:id'] ?? region.attributes['xml:id'] ?? '', by)
    }
    return []
  }
}

const hasHeading = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => node.type === 'element' && (/^h\d$/u.test(node.tagName) || hasHeading(node.children)))
