import { decodeText } from '../decode-text.ts'
import { readDocx } from './archives/read-docx.ts'
import { openEmpty, readEpub } from './archives/read-epub.ts'
import { readOdt } from './archives/read-odt.ts'
import { readHtml } from './formats/read-html.ts'
import { readMarkdown } from './formats/read-markdown.ts'
import { readPlainText } from './formats/read-plain-text.ts'
import type { ReadText } from './read-text.ts'
import { readTex } from './tex/read-tex.ts'
import { gatherTex } from './tex/tex-files.ts'

type Read = ReadText | { readonly problem: string }

/** Texts longer than this are no essays; the manuscript has no longer files either. */
const mostOfText = 8_000_000

/**
 * Reads a text of another program by the ending of its name and its first bytes; where it cannot be read, says why.
 *
 * @param beside a file that lies beside it or below, by its relative path: a document of LaTeX may read others
 * @param chapter of a book, from 0
 */
export async function readForeignText(
  path: string,
  bytes: Uint8Array,
  encoding: string | undefined,
  beside?: (path: string) => Promise<Uint8Array | undefined>,
  chapter?: number,
): Promise<Read> {
  const ending = /\.(\w+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  const known = others[ending]
  if (known !== undefined) return { problem: known }
  const archived = archives[ending]
  if (archived) {
    if (isOldWord(bytes)) return { problem: others.doc ?? '' }
    return await archived(bytes, chapter)
  }
  const reader = texts[ending]
  if (!reader)
    return {
      problem: `a file that ends in ${[...Object.keys(archives), ...Object.keys(texts)]
        .map((one) => `.${one}`)
        .join(', ')} is wanted; most programs can save a text as one of them`,
    }
  if (isArchive(bytes)) return { problem: `it is no text, but an archive; name it by what it is (.docx, .odt or .epub)` }
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  const named = start === '{\\rtf' ? others.rtf : start === '%PDF-' ? others.pdf : isOldWord(bytes) ? others.doc : undefined
  if (named !== undefined) return { problem: named }
  if (bytes.length > mostOfText)
    return { problem: `it has ${Math.round(bytes.length / 1_000_000)} MB; a text may have ${mostOfText / 1_000_000}` }
  const decoded = decodeText(bytes, encoding ?? (reader === readHtml || reader === readXhtml ? namedIn(bytes) : undefined))
  if ('problem' in decoded) return decoded
  const text = decoded.text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?|\u2028/gu, '\n')
    .replace(/\u2029/gu, '\n\n')
  return reader(reader === readTex ? await gatherTex(text, beside, encoding) : text)
}

const archives: Readonly<Record<string, (bytes: Uint8Array, chapter?: number) => Read | Promise<Read>>> = {
  docx: (bytes) => readDocx(bytes),
  docm: (bytes) => readDocx(bytes),
  odt: (bytes) => readOdt(bytes),
  epub: readEpub,
}

const readXhtml = (text: string) => readHtml(openEmpty(text))

const texts: Readonly<Record<string, (text: string) => Read>> = {
  html: readHtml,
  htm: readHtml,
  xhtml: readXhtml,
  md: readMarkdown,
  markdown: readMarkdown,
  txt: readPlainText,
  text: readPlainText,
  tex: readTex,
  latex: readTex,
}

/** What can be saved as something that is read here. */
const others: Readonly<Record<string, string>> = {
  doc: 'it is in Word’s old format; open it in Word or LibreOffice and save it as .docx or .odt',
  rtf: 'RTF is not read; open it in Word or LibreOffice and save it as .docx or .odt',
  pages: 'Pages’ own format is not read; export it from Pages as Word (.docx) or EPUB',
  gdoc: 'it is only a link to Google Docs; there choose File, Download, and take .docx',
  pdf: 'of a PDF nobody knows what is text, note or page number; take the file it was made of',
  fodt: 'the flat format of LibreOffice is not read; save it as .odt',
}

/** The encoding that a page or its XML names, if it does. */
const namedIn = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)/iu
    .exec(Buffer.from(bytes.subarray(0, 4_000)).toString('latin1'))
    ?.slice(1)
    .find((name) => name !== undefined)

const isArchive = ([a, b, c, d]: Uint8Array) => a === 0x50 && b === 0x4b && c === 3 && d === 4
const isOldWord = ([a, b, c, d]: Uint8Array) => a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0
