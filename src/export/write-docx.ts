import {
  Bookmark,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { FootnoteDefinition, List, Nodes, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { fieldRuns } from './docx-fields.ts'
import type { ExportedCitation, ExportedCite, ExportedFigure, ExportedForeign, ExportedPart, ExportedScript } from './exported-part.ts'

/** A picture as Word can have it, with its size in pixels. */
export type WordPicture = {
  readonly type: 'png' | 'jpg' | 'gif'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * A part as a Word document: real footnotes, Word’s own styles, citations as fields that Zotero and Mendeley know, with their
 * works in CSL-JSON.
 *
 * @param pictureOf a picture of the series by its name, where Word can show it
 */
export async function writeDocx(part: ExportedPart, pictureOf: (src: string) => WordPicture | undefined): Promise<Uint8Array> {
  const writer = new DocxWriter(part, pictureOf)
  const children = part.blocks.flatMap((block) => writer.block(block, {}))
  const footnotes = Object.fromEntries(part.notes.map((note, i) => [String(i + 1), { children: writer.note(note) }]))
  const document = new Document({
    title: part.title,
    creator: part.byline,
    styles: {
      default: { document: { run: { language: { value: part.language } } } },
      paragraphStyles: [
        { id: 'Quote', name: 'Quote', basedOn: 'Normal', quickFormat: true, paragraph: { indent: { left: 720, right: 720 } } },
        { id: 'Caption', name: 'caption', basedOn: 'Normal', quickFormat: true, run: { italics: true } },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'numbered',
          levels: Array.from({ length: 9 }, (_, level) => ({
            level,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
          })),
        },
      ],
    },
    footnotes,
    sections: [{ children: [new Paragraph({ text: part.title, heading: HeadingLevel.TITLE }), ...children] }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** How words look, and how a block stands. */
type Look = {
  readonly bold?: true
  readonly italics?: true
  readonly strike?: true
  readonly superScript?: true
  readonly subScript?: true
  readonly lang?: string
}
type Stand = { readonly style?: string; readonly list?: { readonly isOrdered: boolean; readonly level: number; readonly instance: number } }

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5]

class DocxWriter {
  readonly #numbers: ReadonlyMap<string, number>
  readonly #pictureOf: (src: string) => WordPicture | undefined
  readonly #notes: ReadonlyMap<string, FootnoteDefinition>
  /** Notes that the text has pointed to: Word has one reference to a note, and fields that repeat its number. */
  readonly #pointedTo = new Set<string>()
  #isInNote = false
  #lists = 0

  constructor({ notes }: ExportedPart, pictureOf: (src: string) => WordPicture | undefined) {
    this.#numbers = new Map(notes.map(({ identifier }, i) => [identifier, i + 1]))
    this.#notes = new Map(notes.map((note) => [note.identifier, note]))
    this.#pictureOf = pictureOf
  }

  note(note: FootnoteDefinition): Paragraph[] {
    this.#isInNote = true
    const blocks = note.children.flatMap((block) => this.block(block, {}))
    this.#isInNote = false
    return blocks.filter((block) => block instanceof Paragraph)
  }

  block(node: Nodes | ExportedFigure, stand: Stand): (Paragraph | Table)[] {
    if (node.type === 'paragraph') return [this.#paragraph(this.#words(node.children, {}), stand)]
    if (node.type === 'heading')
      return [new Paragraph({ heading: headings[node.depth - 2] ?? HeadingLevel.HEADING_1, children: this.#words(node.children, {}) })]
    if (node.type === 'blockquote') return node.children.flatMap((child) => this.block(child, { ...stand, style: 'Quote' }))
    if (node.type === 'list') return this.#list(node, stand)
    if (node.type === 'thematicBreak') return [new Paragraph({ thematicBreak: true })]
    if (node.type === 'figure') return this.#figure(node)
    if (node.type === 'table') {
      const rows = node.children.map(
        (row, i) =>
          new TableRow({
            tableHeader: i === 0,
            children: row.children.map(
              (cell) => new TableCell({ children: [new Paragraph({ children: this.#words(cell.children, {}) })] }),
            ),
          }),
      )
      return rows.length > 0 ? [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })] : []
    }
    if (node.type === 'code') return [new Paragraph({ children: [new TextRun(node.value)] })]
    return 'children' in node ? (node.children as RootContent[]).flatMap((child) => this.block(child, stand)) : []
  }

  #paragraph(children: ParagraphChild[], { style, list }: Stand): Paragraph {
    return new Paragraph({
      children,
      ...(style && { style }),
      ...(list &&
        (list.isOrdered
          ? { numbering: { reference: 'numbered', level: list.level, instance: list.instance } }
          : { bullet: { level: list.level } })),
    })
  }

  #list(node: List, stand: Stand): (Paragraph | Table)[] {
    const level = Math.min(8, stand.list ? stand.list.level + 1 : 0)
    const list = { isOrdered: node.ordered === true, level, instance: level === 0 ? ++this.#lists : (stand.list?.instance ?? 1) }
    return node.children.flatMap((item) =>
      item.children.flatMap((child, i) => this.block(child, i === 0 || child.type === 'list' ? { ...stand, list } : stand)),
    )
  }

  #figure({ src, alt, caption }: ExportedFigure): Paragraph[] {
    const picture = this.#pictureOf(src)
    const width = picture ? Math.min(picture.width, 600) : 0
    const image =
      picture &&
      new ImageRun({
        type: picture.type,
        data: picture.bytes,
        transformation: { width, height: Math.max(1, Math.round((picture.height * width) / picture.width)) },
        altText: { name: src, title: '', description: alt },
      })
    return [
      ...(image ? [new Paragraph({ children: [image] })] : []),
      ...(caption.length > 0 ? [new Paragraph({ style: 'Caption', children: this.#words(caption, {}) })] : []),
    ]
  }

  #words(nodes: readonly PhrasingContent[], look: Look): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => this.#word(node, look))
  }

  #word(node: PhrasingContent | ExportedCitation | ExportedForeign | ExportedScript, look: Look): ParagraphChild[] {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [new TextRun({ text: node.value, ...runOf(look) })]
      case 'break':
        return [new TextRun({ break: 1 })]
      case 'emphasis':
        return this.#words(node.children, look.italics ? without(look) : { ...look, italics: true })
      case 'strong':
        return this.#words(node.children, { ...look, bold: true })
      case 'delete':
        return this.#words(node.children, { ...look, strike: true })
      case 'script':
        return this.#words(node.children, { ...look, ...(node.kind === 'sup' ? { superScript: true } : { subScript: true }) })
      case 'foreign':
        return this.#words(node.children, { ...look, italics: true, lang: node.lang })
      case 'citation':
        return fieldRuns(`ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify(cslCitation(node))}`, this.#words(node.children, look))
      case 'footnoteReference':
        return this.#reference(node.identifier)
      case 'link':
        return /^(?:https?|mailto):/iu.test(node.url)
          ? [new ExternalHyperlink({ link: node.url, children: this.#words(node.children, look) })]
          : this.#words(node.children, look)
      default:
        return 'children' in node ? this.#words(node.children as PhrasingContent[], look) : []
    }
  }

  #reference(id: string): ParagraphChild[] {
    const number = this.#numbers.get(id) ?? 1
    // A note cannot stand in a note, nor the same twice: its number is repeated.
    if (this.#isInNote || this.#pointedTo.has(id))
      return fieldRuns(`NOTEREF _RefNote${number} \\f \\h`, [new TextRun({ text: String(number), superScript: true })])
    this.#pointedTo.add(id)
    const inside = this.#notesIn(id).filter((other) => !this.#pointedTo.has(other))
    return [
      new Bookmark({ id: `_RefNote${number}`, children: [new FootnoteReferenceRun(number)] }),
      ...inside.flatMap((other) => this.#reference(other)),
    ]
  }

  /** Notes that only this one points to stand beside it, for Word has no notes in notes. */
  #notesIn(id: string): string[] {
    const note = this.#notes.get(id)
    const ids: string[] = []
    if (note) visit(note, 'footnoteReference', ({ identifier }) => void ids.push(identifier))
    return ids
  }
}

const without = ({ italics: _, ...look }: Look): Look => look

const runOf = ({ lang, ...look }: Look) => ({ ...look, ...(lang && { language: { value: lang } }) })

/** A citation as fields of Word hold it (https://github.com/citation-style-language/schema, csl-citation). */
const cslCitation = ({ cites, children, isOwn }: ExportedCitation) => {
  const words = textOf({ type: 'paragraph', children })
  return {
    citationID: cites
      .map(({ source }) => source)
      .join('-')
      .slice(0, 40),
    properties: { formattedCitation: words, plainCitation: words, ...(isOwn && { dontUpdate: true }), noteIndex: 0 },
    citationItems: cites.map(citationItem),
    schema: 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json',
  }
}

const citationItem = ({ source, item, locator, csl, prefix, suffix, suppressesAuthor }: ExportedCite) => ({
  id: source,
  itemData: item,
  ...(locator && (csl ?? { locator, label: 'page' })),
  ...(prefix && { prefix }),
  ...(suffix && { suffix }),
  ...(suppressesAuthor && { 'suppress-author': true }),
})
