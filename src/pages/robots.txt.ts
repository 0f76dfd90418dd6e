import { languages } from 'pamphlet:languages'
import type { APIRoute } from 'astro'
import { getWholeSeries } from '../integration/get-series.ts'
import { rootOfLanguages } from '../model/languages.ts'

/**
 * Everything may be read but the previews, which stand on pages of their own; there is a sitemap, for each language,
 * where it is known where the site will live.
 */
export const GET: APIRoute = async ({ site }) => {
  const root = site && rootOfLanguages(languages, (await getWholeSeries()).language, site)
  const folders = languages.length > 0 ? languages.map(({ folder }) => folder) : ['']
  const maps = root ? folders.map((folder) => `Sitemap: ${new URL(`${folder}sitemap-index.xml`, root)}\n`) : []
  return new Response(`User-agent: *\nAllow: /\nDisallow: /*/card/\n${maps.join('')}`)
}
