import displayCyrillic700 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-700-normal.woff?inline'
import displayCyrillic900 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-900-normal.woff?inline'
import displayLatin700 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-700-normal.woff?inline'
import displayLatin900 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-900-normal.woff?inline'
import displayExtended700 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-ext-700-normal.woff?inline'
import displayExtended900 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-ext-900-normal.woff?inline'
import textCyrillic400 from '@fontsource/vollkorn/files/vollkorn-cyrillic-400-normal.woff?inline'
import textLatin400 from '@fontsource/vollkorn/files/vollkorn-latin-400-normal.woff?inline'
import textExtended400 from '@fontsource/vollkorn/files/vollkorn-latin-ext-400-normal.woff?inline'
import type { Font } from 'satori'

/**
 * The site’s faces for pictures, one file for each alphabet and weight. Vite puts the files into the program as
 * `data:` URLs, so nothing is read from disk; satori reads WOFF, but not WOFF 2.
 */
export const faces: Font[] = [
  face('Display Latin', 700, displayLatin700),
  face('Display Extended', 700, displayExtended700),
  face('Display Cyrillic', 700, displayCyrillic700),
  face('Display Latin', 900, displayLatin900),
  face('Display Extended', 900, displayExtended900),
  face('Display Cyrillic', 900, displayCyrillic900),
  face('Text Latin', 400, textLatin400),
  face('Text Extended', 400, textExtended400),
  face('Text Cyrillic', 400, textCyrillic400),
]

function face(name: string, weight: 400 | 700 | 900, url: string): Font {
  return { name, weight, style: 'normal', data: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') }
}
