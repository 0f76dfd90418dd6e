import { readdir, readFile, writeFile } from 'node:fs/promises'
import { readSeries } from '../read-series.ts'

/**
 * Tells search engines when each part last changed: `<lastmod>` in the sitemap (https://www.sitemaps.org/protocol.html).
 * Other pages have none, for nobody says when they changed.
 *
 * @param address where the site will live, with a slash at its end
 */
export async function dateSitemap(site: URL, address: string): Promise<void> {
  const series = await readSeries(site)
  const days = new Map(series.parts.map(({ href, published, updated }) => [new URL(href.slice(1), address).href, updated ?? published]))
  for (const name of await readdir(site)) {
    if (!/^sitemap-\d+\.xml$/u.test(name)) continue
    const file = new URL(name, site)
    await writeFile(file, withDays(await readFile(file, 'utf8'), days))
  }
}

/** A sitemap with the day of each address that has one. */
export const withDays = (map: string, days: ReadonlyMap<string, string>): string =>
  map.replace(/<loc>([^<]*)<\/loc>(?!<lastmod>)/gu, (loc, address: string) => {
    const day = days.get(address.replaceAll('&amp;', '&'))
    return day ? `${loc}<lastmod>${day}</lastmod>` : loc
  })
