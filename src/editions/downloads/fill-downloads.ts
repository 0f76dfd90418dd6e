import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import MagicString from 'magic-string'
import { kilobytes, megabytes } from '../../locales/units.ts'
import { type Words, wordsOf } from '../../locales/words.ts'
import { attribute, elementsOf, parsePage } from '../html.ts'
import { readSeries } from '../read-series.ts'

/** Writes size and SHA-256 of every file that the page of downloads offers into the page. */
export async function fillDownloads(site: URL): Promise<void> {
  const words = wordsOf(await readSeries(site))
  const page = new URL('downloads/index.html', site)
  const html = await readFile(page, 'utf8')
  const edited = new MagicString(html)
  for (const section of elementsOf(parsePage(html))) {
    const name = attribute(section, 'data-download')
    if (name === undefined) continue
    const file = await readFile(new URL(encodeURI(name), page))
    const facts = { 'data-file-size': sayBytes(file.length, words), 'data-file-hash': createHash('sha256').update(file).digest('hex') }
    for (const element of elementsOf(section)) {
      for (const [mark, fact] of Object.entries(facts)) {
        const end = element.sourceCodeLocation?.startTag?.endOffset
        if (attribute(element, mark) !== undefined && end !== undefined) edited.appendLeft(end, fact)
      }
    }
  }
  await writeFile(page, edited.toString())
}

/** In megabytes with one decimal, below a megabyte in kilobytes. */
const sayBytes = (bytes: number, words: Words): string =>
  bytes < 1e6 ? words.number(bytes / 1e3, kilobytes) : words.number(bytes / 1e6, megabytes)
