import type { APIRoute } from 'astro'
import { getWholeSeries } from '../integration/get-series.ts'
import { directionOf } from '../locales/languages.ts'

/** What a device shows of the publication when it is installed. Addresses are relative, so that it works in any folder. */
export const GET: APIRoute = async () => {
  const { title, description, language, theme } = await getWholeSeries()
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: `icons/${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  const manifest = {
    name: title,
    description,
    lang: language,
    ...(directionOf(language) === 'rtl' && { dir: 'rtl' }),
    id: './',
    start_url: './',
    scope: './',
    display: 'standalone',
    // A reader who cites wants to see and copy the address.
    display_override: ['minimal-ui'],
    background_color: theme?.schemes.light.paper ?? '#fbf7ee',
    theme_color: theme?.schemes.light.accent ?? '#a31515',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  }
  return new Response(`${JSON.stringify(manifest, null, 1)}\n`, { headers: { 'content-type': 'application/manifest+json' } })
}
