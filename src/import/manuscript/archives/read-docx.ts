import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { readHtml } from '../formats/read-html.ts'
import type { ReadText, WordCitation } from '../read-text.ts'
import { beginOfCitation, citationInField, citationInTag, citationMarks } from './citation-fields.ts'
import { openArchive } from './open-archive.ts'
import { readXml, wordsOf } from './read-xml.ts'
import { changesInWord, commentsInWord } from './word-changes.ts'

/** Files of a Word document that have text of the writer’s. */
const texts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']

/** Styles that say what a paragraph is, by the names that Word, LibreOffice, Google Docs and Pandoc give them. */
const styles = [
  ['Title', 'p.title:fresh'],
  ['Quote', 'blockquote > p:fresh'],
  ['Intense Quote', 'blockquote > p:fresh'],
  ['Quotations', 'blockquote > p:fresh'],
  ['Block Text', 'blockquote > p:fresh'],
  ['caption', 'p.caption:fresh'],
  ['Image Caption', 'p.caption:fresh'],
  ['Illustration', 'p.caption:fresh'],
  ['Figure', 'p.caption:fresh'],
  ['FigureCaption', 'p.caption:fresh'],
  ['Table Caption', 'p.caption:fresh'],
] as const

/**
 * Reads a Word document: what its styles call headings and quotations, notes at the foot or end, pictures, citations of Zotero
 * and Mendeley. Tracked changes are taken as they would be accepted, and listed, as are comments.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadText | { readonly problem: string }> {
  const archive = openArchive(bytes)
  if ('problem' in archive) return archive
  const { files, textOf } = archive
  if (!files['word/document.xml']) return { problem: 'it is no document of Word: there is no text in it' }
  const citations: WordCitation[] = []
  const notes = notesAtBookmarks(textOf('word/document.xml') ?? '')
  for (const name of texts) {
    const text = textOf(name)
    if (text !== undefined) files[name] = strToU8(markControls(markFields(text, notes, citations), citations))
  }
  const pictures = new Map<string, Uint8Array>()
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(files, { level: 0 })) },
    {
      styleMap: [...styles.map(([name, html]) => `p[style-name='${name}'] => ${html}`), 'u => u'],
      convertImage: mammoth.images.imgElement(async (image) => {
        const src = `picture:${pictures.size + 1}.${image.contentType.replace(/^image\/(?:x-)?|\+xml$/gu, '')}`
        // A picture that lies elsewhere is not looked for.
        const inside = await image.readAsArrayBuffer().catch(() => undefined)
        if (inside) pictures.set(src, new Uint8Array(inside))
        return { src }
      }),
    },
  )
  const text = value.replace(
    repeated,
    (_, number: string) => `<sup><a class="repeated-noteref" href="#footnote-${number}">${number}</a></sup>`,
  )
  const properties = readXml(textOf('docProps/core.xml') ?? '')
  const title = wordsOf(properties?.children.find((child) => typeof child !== 'string' && child.name === 'dc:title')).trim()
  const read = readHtml(`<article>${text}</article>`, { isDocument: true })
  read.losses.push(...texts.flatMap((name) => changesInWord(readXml(textOf(name) ?? ''))))
  read.losses.push(...commentsInWord(readXml(textOf('word/comments.xml') ?? '')))
  return { ...read, ...(read.title === undefined && title !== '' && { title }), citations, pictures }
}

/** Puts marks around the words of each citation field and takes the CSL-JSON out of it. */
function markFields(xml: string, notes: ReadonlyMap<string, string>, citations: WordCitation[]): string {
  const fields: { code: string; end?: string }[] = []
  const inserted: { at: number; text: string }[] = []
  for (const match of xml.matchAll(
    /<w:fldChar [^>]*w:fldCharType="(begin|separate|end)"|<w:instrText(?: [^>]*)?>([^<]*)<\/w:instrText>/gu,
  )) {
    const [, kind, code] = match
    const open = fields.at(-1)
    if (kind === 'begin') fields.push({ code: '' })
    else if (code !== undefined && open) open.code += plainText(code)
    else if (kind === 'separate' && open) {
      const found = marksOf(open.code, notes, citations)
      if (!found) continue
      open.end = found.end
      inserted.push({ at: xml.indexOf('</w:r>', match.index) + '</w:r>'.length, text: run(found.begin) })
    } else if (kind === 'end') {
      const closed = fields.pop()
      if (closed?.end !== undefined)
        inserted.push({
          at: Math.max(xml.lastIndexOf('<w:r>', match.index), xml.lastIndexOf('<w:r ', match.index)),
          text: run(closed.end),
        })
    }
  }
  return inserted.toSorted((a, b) => b.at - a.at).reduce((text, { at, text: put }) => text.slice(0, at) + put + text.slice(at), xml)
}

/** A note that is pointed to again: its number, and what Word shows for it. */
const repeat = { begin: '\uE003', middle: '\uE004', end: '\uE005' } as const
const repeated = /\uE003(\d+)\uE004[\s\S]*?\uE005/gu

/** The marks that stand around what a field shows. */
function marksOf(code: string, notes: ReadonlyMap<string, string>, citations: WordCitation[]) {
  const citation = citationInField(code)
  if (citation) return { begin: beginOfCitation(citations.push(citation) - 1), end: citationMarks.end }
  const note = notes.get(/^\s*NOTEREF\s+(\S+)/u.exec(code)?.[1] ?? '')
  return note === undefined ? undefined : { begin: `${repeat.begin}${note}${repeat.middle}`, end: repeat.end }
}

/** The notes whose references lie in bookmarks, by the names of these. */
const notesAtBookmarks = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"[^>]*>((?:(?!<w:bookmarkEnd|<\/w:p>)[\s\S]){0,2000})/gu)].flatMap(
      ([, name = '', inside = '']) => {
        const note = /<w:footnoteReference [^>]*w:id="(\d+)"/u.exec(inside)?.[1]
        return note === undefined ? [] : [[name, note] as const]
      },
    ),
  )

/** The same for content controls in a line. */
const markControls = (xml: string, citations: WordCitation[]): string =>
  xml.replace(
    /<w:sdt>((?:(?!<w:sdt>)[\s\S])*?<w:tag w:val="(MENDELEY_CITATION_[^"]*)"(?:(?!<w:sdt>)[\s\S])*?<w:sdtContent>)((?:(?!<w:sdt>)[\s\S])*?)<\/w:sdtContent>/gu,
    (whole, before: string, tag: string, content: string) => {
      const citation = content.includes('<w:p>') || content.includes('<w:p ') ? undefined : citationInTag(plainText(tag))
      if (!citation) return whole
      const mark = citations.push(citation) - 1
      return `<w:sdt>${before}${run(beginOfCitation(mark))}${content}${run(citationMarks.end)}</w:sdtContent>`
    },
  )

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

const plainText = (text: string) =>
  text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([\da-f]+));/giu, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name) return { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
