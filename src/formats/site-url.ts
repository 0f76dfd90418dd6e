import { relativeUrl } from '../model/relative-url.ts'

/** Where the site is published; where nobody has said, the path of the page or file an address stands on, which it is relative to. */
export type Site = URL | { readonly page: string }

/** The address of a page or file of the site, by its path from the root. */
export const siteUrl = (href: string, site: Site): string =>
  isPublished(site) ? new URL(href.replace(/^\//u, ''), site).href : relativeUrl(site.page, href)

/** Whether the address of the site is known, so that it can be said to those who do not stand on it. */
export const isPublished = (site: Site): site is URL => site instanceof URL

/** What a page or file that Astro makes knows of its place. */
export const siteOf = ({ site, url }: { readonly site?: URL | undefined; readonly url: URL }): Site => site ?? { page: url.pathname }
