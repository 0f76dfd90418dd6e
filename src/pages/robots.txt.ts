import type { APIRoute } from 'astro'

/**
 * Everything may be read but the previews, which stand on pages of their own; there is a sitemap where it is known where
 * the site will live.
 */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\nDisallow: /*/card/\n${site ? `Sitemap: ${new URL('sitemap-index.xml', site)}\n` : ''}`)
