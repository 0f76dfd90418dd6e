import { besideOf } from '../../model/languages.ts'
import { at } from '../edition-error.ts'
import { readSeries } from '../read-series.ts'
import { isThere, readBytes, readText, writeInto } from '../site-files.ts'
import { composePage } from './compose-page.ts'

/**
 * Fills the pages of a translation’s site on which a part stands beside its original, which are rendered without the
 * texts: the original is read from its finished site. See decision 120.
 *
 * @param site folder of the translation’s site, whose links still begin at its root, inside of the original’s
 * @returns how many pages there are
 */
export async function fillBeside(site: URL): Promise<number> {
  const original = new URL('../', site)
  let filled = 0
  for (const { href } of readSeries(site).parts) {
    const page = new URL(`.${besideOf(href)}index.html`, site)
    if (!isThere(page)) continue
    const read = (folder: URL) => readText(new URL(`.${href}index.html`, folder))
    const { html, files } = await at(besideOf(href), async () =>
      composePage({
        frame: readText(page),
        original: read(original),
        translation: read(site),
        part: href,
        // Of the page, the part and the language.
        up: '../../../',
      }),
    )
    writeInto(page, html)
    for (const file of files) bring(encodeURI(`.${file}`), original, site)
    filled++
  }
  return filled
}

/** What only the original shows is shown on the page too. */
function bring(file: string, original: URL, site: URL) {
  const to = new URL(file, site)
  if (!isThere(to)) writeInto(to, readBytes(new URL(file, original)))
}
