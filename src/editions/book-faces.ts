import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { cutFace } from './cut-face.ts'

const require = createRequire(import.meta.url)

/**
 * The faces of the books, each whole and in one file: a program that falls back from one file of a family to the next may
 * do so without a word.
 */
const files = {
  regular: '@expo-google-fonts/vollkorn/400Regular/Vollkorn_400Regular.ttf',
  italic: '@expo-google-fonts/vollkorn/400Regular_Italic/Vollkorn_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/vollkorn/700Bold/Vollkorn_700Bold.ttf',
  boldItalic: '@expo-google-fonts/vollkorn/700Bold_Italic/Vollkorn_700Bold_Italic.ttf',
  displayMedium: '@expo-google-fonts/sofia-sans-extra-condensed/500Medium/SofiaSansExtraCondensed_500Medium.ttf',
  display: '@expo-google-fonts/sofia-sans-extra-condensed/700Bold/SofiaSansExtraCondensed_700Bold.ttf',
} as const

export type FaceName = keyof typeof files

/** A face as TrueType. */
export const readFace = (name: FaceName): Promise<Buffer> => readFile(require.resolve(files[name]))

/** A face that ships, with the characters of a text only. */
export const subsetFace = async (name: FaceName, text: string): Promise<Buffer> => subsetToText(await readFace(name), text)

/**
 * A face with the characters of a text only, as TrueType or OpenType: WOFF2 would save a tenth, and cost sixty times
 * the time. It keeps its names of who made it and of its licence (OFL 1.1, which asks for them in every copy).
 */
export function subsetToText(face: Uint8Array, text: string): Promise<Buffer> {
  const characters = [...new Set(text)].sort().join('')
  return cutFace(Buffer.from(face), characters, { targetFormat: 'sfnt', preserveNameIds: [0, 1, 2, 5, 13, 14] })
}
