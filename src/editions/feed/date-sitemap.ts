import { readSeries } from '../read-series.ts'
import { filesIn, readText, writeInto } from '../site-files.ts'

/**
 * Tells search engines when each part last changed: `<lastmod>` in the sitemap (https://www.sitemaps.org/protocol.html).
 * Other pages have none, for nobody says when they changed.
 *
 * @param address where the site will live, with a slash at its end
 * @throws where the sitemap has not every part
 */
export function dateSitemap(site: URL, address: string) {
  const series = readSeries(site)
  const days = new Map(series.parts.map(({ href, published, updated }) => [new URL(href.slice(1), address).href, updated ?? published]))
  const undated = new Set(days.keys())
  const index = new URL('sitemap-index.xml', site)
  writeInto(index, withAddress(readText(index), address))
  for (const name of filesIn(site)) {
    if (!/^sitemap-\d+\.xml$/u.test(name)) continue
    const file = new URL(name, site)
    const { map, dated } = withDays(readText(file), days)
    for (const part of dated) undated.delete(part)
    writeInto(file, map)
  }
  if (undated.size > 0)
    throw new Error(`The sitemap does not have ${[...undated].join(', ')}, which would be given the day it last changed.`)
}

/** The list of sitemaps, each at the address that the site has: who wrote it knows the host, and not the folder there. */
export const withAddress = (list: string, address: string): string =>
  list.replace(/<loc>[^<]*\/(sitemap-\d+\.xml)<\/loc>/gu, (_, name: string) => `<loc>${new URL(name, address)}</loc>`)

/** A sitemap with the day of each address that has one, and the addresses that it has. */
export function withDays(map: string, days: ReadonlyMap<string, string>): { readonly map: string; readonly dated: readonly string[] } {
  const dated: string[] = []
  const written = map.replace(/<loc>([^<]*)<\/loc>(?!<lastmod>)/gu, (loc, address: string) => {
    const day = days.get(address.replaceAll('&amp;', '&'))
    if (day === undefined) return loc
    dated.push(address.replaceAll('&amp;', '&'))
    return `${loc}<lastmod>${day}</lastmod>`
  })
  return { map: written, dated }
}
