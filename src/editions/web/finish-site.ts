import { keep } from '../../kept-results.ts'
import { count } from '../../model/counts.ts'
import { relativeUrl } from '../../model/relative-url.ts'
import type { Edition } from '../../model/series.ts'
import { tellProgress } from '../../progress.ts'
import { at } from '../edition-error.ts'
import { changePage, type PlainPage, plainPage } from '../plain-page.ts'
import type { SearchedPage } from '../searched-page.ts'
import { fileAt, filesIn } from '../site-files.ts'
import type { TextHolder } from '../text-of-page.ts'
import { findDeadLinks, type SitePage } from './dead-links.ts'
import type { FinishedPage } from './finish-page.ts'
import type { AboutLight } from './light-page.ts'
import { lookAtPage, type PageLetters } from './look-at-page.ts'

/** What later steps want to know of a page. */
export type LookedPage = PageLetters & {
  /** Stands for what it was rendered as, without the hash of its edition, which is put into what is made of it. */
  readonly key: string
  readonly restore: PlainPage['restore']
  readonly isEditionSaid: boolean
  // Read or made when they are called for: all of them at once are as much as the site.
  readonly searched: () => SearchedPage | undefined
  /** Without the hash of its edition. */
  readonly content: () => string | undefined
  readonly light: () => AboutLight
  /** Without the hash of its edition, and with `signs`; of a page that asks for styles. */
  readonly unstyled: () => string
}

/** By their paths from the root of the site: `part-1/index.html`. */
export type SitePages = Map<string, LookedPage>

export type FinishedSite = {
  readonly pages: SitePages
  /** How many links inside the site there are, and how many policies were moved. */
  readonly links: number
  readonly policies: number
}

/** What is known of a site besides its files. */
export type AboutSite = {
  readonly basePath: string
  /** Files that come later and may be linked before they are there: `/sw.js`. */
  readonly coming?: readonly string[]
  /** That the site says of itself. */
  readonly edition?: Edition | undefined
  /** What the search reads in pages, by their paths. */
  readonly texts?: ReadonlyMap<string, TextHolder>
  /** Whether editions are made of the finished pages: only then they are kept as they are without their styles. */
  readonly hasEditions?: boolean
}

/**
 * Makes the pages ready for any host and folder: links inside the site become relative and are proved to lead
 * somewhere; the security policy moves to the top of the head. `404.html` is served at any depth and keeps absolute
 * links, under `basePath`. See decision 1. Each is looked at once, for all that steps after this one ask of it.
 *
 * @throws when a link leads nowhere or a page states no policy; the message lists every one
 */
export async function finishSite(site: URL, about: AboutSite): Promise<FinishedSite> {
  const names = filesIn(site)
  const pages = new Map<string, LookedPage>()
  const linked: SitePage[] = []
  const lawless: string[] = []
  for (const [i, name] of names.entries()) {
    tellProgress(i, names.length)
    if (!name.endsWith('.html')) continue
    const path = `/${name.replace(/(?:^|(?<=\/))index\.html$/u, '')}`
    const { links, ids, hasPolicy, ...looked } = await at(path, async () =>
      finishOne(fileAt(site, name), path, about, about.texts?.get(name)),
    )
    pages.set(name, looked)
    linked.push({ path, links, ids })
    if (!hasPolicy) lawless.push(path)
  }
  if (pages.size === 0) throw new Error('There is no page.')
  if (lawless.length > 0)
    throw new Error(`${count(lawless.length, 'page')} ${lawless.length === 1 ? 'states' : 'state'} no policy: ${lawless.join(', ')}`)
  const dead = findDeadLinks(linked, new Set([...names.map((name) => `/${name}`), ...(about.coming ?? [])]))
  if (dead.length > 0) {
    const each = dead.map(({ page, link }) => `  ${page} → ${link}`)
    throw new Error(`${count(dead.length, 'link')} ${dead.length === 1 ? 'leads' : 'lead'} nowhere:\n${each.join('\n')}`)
  }
  return { pages, links: linked.reduce((sum, { links }) => sum + links.length, 0), policies: pages.size }
}

/** Finishes a page. What one look at it finds is kept at once. @param path `/part-1/` */
function finishOne(
  file: URL,
  path: string,
  { basePath, edition, hasEditions }: AboutSite,
  holder: TextHolder | undefined,
): FinishedPage & LookedPage {
  const { key, plain, restore, isEditionSaid } = plainPage(file, edition)
  const rewrite = (url: string) => (path === '/404.html' ? basePath.replace(/\/$/u, '') + url : relativeUrl(path, url))
  const on = [key, path, basePath, holder ?? '']
  const made = () => lookAtPage(plain(), path, rewrite, holder)
  const found = keep('page-look', on, () => {
    const { about, searched, content, html, light, unstyled } = made()
    if (searched) keep('searched-page', on, () => searched)
    if (content !== undefined) keep('part-content', on, () => content)
    if (hasEditions) keep('page', on, () => html)
    keep('light-page', on, () => light)
    if (unstyled !== undefined) keep('unstyled-page', on, () => unstyled)
    return about
  })
  changePage(file, edition, ['finished', path, basePath], () => restore(keep('page', on, () => made().html)))
  return {
    ...restore(found),
    key,
    restore,
    isEditionSaid,
    searched: () => holder && restore(keep('searched-page', on, () => made().searched)),
    content: () => keep('part-content', on, () => made().content),
    light: () => restore(keep('light-page', on, () => made().light)),
    unstyled: () => keep('unstyled-page', on, () => made().unstyled ?? ''),
  }
}
