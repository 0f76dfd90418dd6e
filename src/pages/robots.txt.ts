import type { APIRoute } from 'astro'

/** Everything may be read; the map of the site is where the site will live. */
export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL('sitemap-index.xml', site)}\n`)
