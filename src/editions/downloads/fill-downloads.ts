import { createHash } from 'node:crypto'
import MagicString from 'magic-string'
import { kilobytes, megabytes } from '../../locales/units.ts'
import { type Words, wordsOf } from '../../locales/words.ts'
import { downloadsOf } from '../../model/downloads.ts'
import { at } from '../edition-error.ts'
import { attribute, elementsOf, parseToEdit } from '../html.ts'
import { readSeries } from '../read-series.ts'
import { readBytes, readText, writeInto } from '../site-files.ts'

/** Writes size and SHA-256 of every file that the page of downloads offers into the page. @throws where it has no place for them */
export async function fillDownloads(site: URL): Promise<void> {
  const series = readSeries(site)
  // A series may ask for editions of which none is a file to download, such as its text, or for none at all.
  if (downloadsOf(series).length === 0) return
  const words = wordsOf(series)
  const page = new URL('downloads/index.html', site)
  await at('/downloads/', async () => {
    const html = readText(page)
    writeInto(page, await withFacts(html, async (name) => readBytes(new URL(encodeURI(name), page)), words))
  })
}

/** The page of downloads with what is to be known of each file. */
export async function withFacts(html: string, read: (name: string) => Promise<Uint8Array>, words: Words): Promise<string> {
  const edited = new MagicString(html)
  const offers = elementsOf(parseToEdit(html)).filter((element) => attribute(element, 'data-download') !== undefined)
  if (offers.length === 0) throw new Error('It offers no file: no element has “data-download”.')
  for (const section of offers) {
    const name = attribute(section, 'data-download') ?? ''
    const missing = new Set<string>(['data-file-size', 'data-file-hash'])
    const file = await read(name)
    const facts = { 'data-file-size': sayBytes(file.length, words), 'data-file-hash': createHash('sha256').update(file).digest('hex') }
    for (const element of elementsOf(section)) {
      for (const [mark, fact] of Object.entries(facts)) {
        const end = element.sourceCodeLocation?.startTag?.endOffset
        if (attribute(element, mark) === undefined || end === undefined) continue
        edited.appendLeft(end, fact)
        missing.delete(mark)
      }
    }
    if (missing.size > 0)
      throw new Error(`What it says of ${name} has no element with “${[...missing].join('” or “')}” to be written into.`)
  }
  return edited.toString()
}

/** In megabytes with one decimal, below a megabyte in kilobytes. */
const sayBytes = (bytes: number, words: Words): string =>
  bytes < 1e6 ? words.number(bytes / 1e3, kilobytes) : words.number(bytes / 1e6, megabytes)
