import { relativeUrl } from '../../model/relative-url.ts'
import { fileAt, filesIn, readText, writeInto } from '../site-files.ts'

/** Makes what the style sheets of a site name relative to where they lie, as the pages do what they name. See decision 1. */
export function relateSheets(site: URL) {
  for (const name of filesIn(site).filter((path) => path.endsWith('.css'))) {
    const file = fileAt(site, name)
    const put = (_: string, quote: string, url: string) => `url(${quote}${relativeUrl(`/${name}`, url)}${quote})`
    writeInto(file, readText(file).replace(/url\((["']?)(\/[^"')]+)\1\)/gu, put))
  }
}
