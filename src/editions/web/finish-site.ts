import { keep } from '../../kept-results.ts'
import { count } from '../../model/counts.ts'
import { relativeUrl } from '../../model/relative-url.ts'
import type { Edition } from '../../model/series.ts'
import { tellProgress } from '../../progress.ts'
import { at } from '../edition-error.ts'
import { changePage, plainPage } from '../plain-page.ts'
import { fileAt, filesIn, readText, writeInto } from '../site-files.ts'
import { findDeadLinks, type SitePage } from './dead-links.ts'
import { type FinishedPage, finishPage } from './finish-page.ts'

/**
 * Makes the pages ready for any host and folder: links inside the site become relative and are proved to lead
 * somewhere; the security policy moves to the top of the head. `404.html` is served at any depth and keeps absolute
 * links, under `basePath`. See decision 1.
 *
 * @param coming files that are made from the finished pages and may be linked before they are there: `/sw.js`
 * @param edition that the site says of itself
 * @returns how many links inside the site there are, and how many policies were moved
 * @throws when a link leads nowhere or a page states no policy; the message lists every one
 */
export async function finishSite(
  site: URL,
  basePath: string,
  coming: readonly string[] = [],
  edition?: Edition,
): Promise<{ readonly links: number; readonly policies: number }> {
  const names = filesIn(site)
  const pages: SitePage[] = []
  const lawless: string[] = []
  for (const [i, name] of names.entries()) {
    tellProgress(i, names.length)
    const file = fileAt(site, name)
    const path = `/${name.replace(/(?:^|(?<=\/))index\.html$/u, '')}`
    if (name.endsWith('.html')) {
      const rewrite = (url: string) => (name === '404.html' ? basePath.replace(/\/$/u, '') + url : relativeUrl(path, url))
      const { key, plain, restore } = plainPage(file, edition)
      const on = [key, path, basePath]
      let finished: FinishedPage | undefined
      const finish = () => (finished ??= finishPage(plain(), rewrite))
      const { links, ids, hasPolicy } = await at(path, async () => restore(keep('links-of-page', on, () => ({ ...finish(), html: '' }))))
      pages.push({ path, links, ids })
      if (!hasPolicy) lawless.push(path)
      changePage(file, edition, ['finished', path, basePath], () => restore(keep('page', on, () => finish().html)))
    }
    if (name.endsWith('.css')) {
      const css = readText(file)
      writeInto(
        file,
        css.replace(/url\((["']?)(\/[^"')]+)\1\)/gu, (_, quote: string, url: string) => `url(${quote}${relativeUrl(path, url)}${quote})`),
      )
    }
  }
  if (pages.length === 0) throw new Error('There is no page.')
  if (lawless.length > 0)
    throw new Error(`${count(lawless.length, 'page')} ${lawless.length === 1 ? 'states' : 'state'} no policy: ${lawless.join(', ')}`)
  const dead = findDeadLinks(pages, new Set([...names.map((name) => `/${name}`), ...coming]))
  if (dead.length > 0) {
    const each = dead.map(({ page, link }) => `  ${page} → ${link}`)
    throw new Error(`${count(dead.length, 'link')} ${dead.length === 1 ? 'leads' : 'lead'} nowhere:\n${each.join('\n')}`)
  }
  return { links: pages.reduce((sum, { links }) => sum + links.length, 0), policies: pages.length }
}
