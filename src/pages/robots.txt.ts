import type { APIRoute } from 'astro'

/** Everything may be read but the previews, which stand on pages of their own; the map of the site is where the site will live. */
export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nAllow: /\nDisallow: /*/card/\nSitemap: ${new URL('sitemap-index.xml', site)}\n`)
