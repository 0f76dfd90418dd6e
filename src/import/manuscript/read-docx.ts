import { strFromU8, strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { openArchive } from './open-archive.ts'
import { readHtml } from './read-html.ts'
import type { ReadText } from './read-text.ts'

/** A citation that Zotero or Mendeley put into the document, as CSL has it. */
export type WordCitation = {
  readonly items: readonly {
    readonly work: Readonly<Record<string, unknown>>
    readonly locator?: string
    readonly label?: string
    readonly prefix?: string
    readonly suffix?: string
  }[]
}

/** Around the words of a citation, with its number: characters for private use, which no text of ours may have. */
export const citationMarks = { begin: '\uE000', middle: '\uE001', end: '\uE002' } as const

/** Reads a Word document: what its styles call headings and quotations, notes at the foot or end, citations of Zotero and Mendeley. */
export async function readDocx(
  bytes: Uint8Array,
): Promise<(ReadText & { readonly citations: readonly WordCitation[] }) | { readonly problem: string }> {
  const archive = openArchive(bytes)
  if ('problem' in archive) return archive
  const { files } = archive
  if (!files['word/document.xml']) return { problem: 'it is no document of Word: there is no text in it' }
  const citations: WordCitation[] = []
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    const file = files[name]
    if (file) files[name] = strToU8(markCitations(strFromU8(file), citations))
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(files, { level: 0 })) },
    {
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        "p[style-name='Quotations'] => blockquote > p:fresh",
        "p[style-name='Block Text'] => blockquote > p:fresh",
        'u => u',
      ],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: 'a picture of the document' })),
    },
  )
  const read = readHtml(`<article>${value}</article>`)
  const document = strFromU8(files['word/document.xml'])
  read.losses.push(...changesIn(document), ...commentsIn(files['word/comments.xml'] && strFromU8(files['word/comments.xml'])))
  return { ...read, citations }
}

/** Tracked changes: what was put in is taken, what was struck out is not. */
function changesIn(xml: string) {
  const struck = [...xml.matchAll(/<w:del [^>]*>([\s\S]*?)<\/w:del>/gu)].map(([, inside = '']) => wordsIn(inside, 'w:delText'))
  const put = [...xml.matchAll(/<w:ins [^>]*>([\s\S]*?)<\/w:ins>/gu)].map(([, inside = '']) => wordsIn(inside, 'w:t'))
  return [
    ...struck.filter(Boolean).map((words) => ({ place: 'a tracked change', says: `“${words}” was struck out, and is left out` })),
    ...put.filter(Boolean).map((words) => ({ place: 'a tracked change', says: `“${words}” was put in, and is taken` })),
  ]
}

const commentsIn = (xml: string | undefined) =>
  [...(xml ?? '').matchAll(/<w:comment [^>]*?(?:w:author="([^"]*)")?[^>]*>([\s\S]*?)<\/w:comment>/gu)].map(
    ([, author = '', inside = '']) => ({
      place: 'a comment',
      says: `${author === '' ? '' : `${plainText(author)}: `}“${wordsIn(inside, 'w:t')}”; it is left out`,
    }),
  )

const wordsIn = (xml: string, tag: string) =>
  plainText([...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'gu'))].map(([, text]) => text).join(''))

const plainText = (text: string) =>
  text.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '')

/** Puts marks around the words of each citation field and takes the CSL-JSON out of it. */
function markCitations(xml: string, citations: WordCitation[]): string {
  const fields: { code: string; mark?: number }[] = []
  const inserted: { at: number; text: string }[] = []
  for (const match of xml.matchAll(
    /<w:fldChar [^>]*w:fldCharType="(begin|separate|end)"|<w:instrText(?: [^>]*)?>([^<]*)<\/w:instrText>/gu,
  )) {
    const [, kind, code] = match
    const open = fields.at(-1)
    if (kind === 'begin') fields.push({ code: '' })
    else if (code !== undefined && open) open.code += plainText(code)
    else if (kind === 'separate' && open) {
      const citation = citationIn(open.code)
      if (!citation) continue
      open.mark = citations.push(citation) - 1
      inserted.push({
        at: xml.indexOf('</w:r>', match.index) + '</w:r>'.length,
        text: run(`${citationMarks.begin}${open.mark}${citationMarks.middle}`),
      })
    } else if (kind === 'end') {
      const closed = fields.pop()
      if (closed?.mark !== undefined)
        inserted.push({
          at: Math.max(xml.lastIndexOf('<w:r>', match.index), xml.lastIndexOf('<w:r ', match.index)),
          text: run(citationMarks.end),
        })
    }
  }
  return inserted.toSorted((a, b) => b.at - a.at).reduce((text, { at, text: put }) => text.slice(0, at) + put + text.slice(at), xml)
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

function citationIn(code: string): WordCitation | undefined {
  const start = code.indexOf('{')
  if (!/CSL_CITATION/u.test(code) || start < 0) return undefined
  try {
    const read: unknown = JSON.parse(code.slice(start, code.lastIndexOf('}') + 1))
    const items = (read as { citationItems?: unknown }).citationItems
    if (!Array.isArray(items)) return undefined
    return {
      items: (items as Record<string, unknown>[]).flatMap(({ itemData, locator, label, prefix, suffix }) =>
        typeof itemData === 'object' && itemData !== null
          ? [{ work: itemData as Record<string, unknown>, ...given({ locator, label, prefix, suffix }) }]
          : [],
      ),
    }
  } catch {
    return undefined
  }
}

const given = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [])),
  )
