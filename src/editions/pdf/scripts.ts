import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readFace } from '../book-faces.ts'
import { charactersOf } from '../face-characters.ts'
import { type HandedFaces, noHandedFaces } from '../own-book-faces.ts'
import { type OwnFamilies, ownFamiliesOf } from './own-families.ts'

/** Which characters a book can be set in: those of its own faces, and of faces of other scripts. */
export type Faces = {
  readonly characters: ReadonlySet<number>
  readonly others: readonly OtherFace[]
  /** Families of the writer’s own. */
  readonly own: OwnFamilies
}

/** A family of another script; the typesetter knows it by its name. */
export type OtherFace = { readonly family: string; readonly characters: ReadonlySet<number> }

const require = createRequire(import.meta.url)

/** Families by the packages `@expo-google-fonts/…` that they come in, each weight whole and in one file. */
const families = {
  // Of Noto’s, dots are signs of their own, which whoever copies from the PDF gets as letters again.
  amiri: 'Amiri',
  'noto-serif-hebrew': 'Noto Serif Hebrew',
  // These are large; a writer who needs one installs it.
  'noto-serif-jp': 'Noto Serif JP',
  'noto-serif-sc': 'Noto Serif SC',
  'noto-serif-tc': 'Noto Serif TC',
  'noto-serif-kr': 'Noto Serif KR',
  'noto-serif-devanagari': 'Noto Serif Devanagari',
  'noto-serif-bengali': 'Noto Serif Bengali',
  'noto-serif-telugu': 'Noto Serif Telugu',
  'noto-serif-khmer': 'Noto Serif Khmer',
} as const

type Package = keyof typeof families

const packages = Object.keys(families) as Package[]

/** The faces there are (decision 95): of other scripts, those whose packages are installed; that of a language of Han before others. */
export async function readFaces(language: string, handed: HandedFaces = noHandedFaces): Promise<Faces> {
  const first = /^ko/u.test(language) ? 'noto-serif-kr' : hanOf(language)
  const there = packages.toSorted((a, b) => Number(b === first) - Number(a === first)).flatMap((name) => fileOf(name, '400Regular') ?? [])
  const others = there.map(async (file) => ({ family: familyOf(file), characters: charactersOf(await readFile(file)) }))
  const own = await ownFamiliesOf(handed)
  return { characters: charactersOf(await readFace('regular')).union(own.characters), others: await Promise.all(others), own }
}

/** The files of a family, for the typesetter. */
export async function readFamily(family: string): Promise<Buffer[]> {
  const name = packages.find((each) => families[each] === family)
  const files = name ? ['400Regular', '700Bold'].flatMap((weight) => fileOf(name, weight) ?? []) : []
  return Promise.all(files.map((file) => readFile(file)))
}

/** The packages that have characters which no face has; of some scripts there is none. */
export function packagesFor(characters: Iterable<string>, language: string): string[] {
  const wanted = [...characters].flatMap((character) => scripts(language).find(([script]) => script.test(character))?.[1] ?? [])
  return [...new Set(wanted)].map((name) => `@expo-google-fonts/${name}`)
}

const scripts = (language: string): readonly (readonly [RegExp, Package])[] => [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'noto-serif-jp'],
  [/\p{Script=Hangul}/u, 'noto-serif-kr'],
  [/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u, hanOf(language)],
  [/\p{Script=Devanagari}/u, 'noto-serif-devanagari'],
  [/\p{Script=Bengali}/u, 'noto-serif-bengali'],
  [/\p{Script=Telugu}/u, 'noto-serif-telugu'],
  [/\p{Script=Khmer}/u, 'noto-serif-khmer'],
]

const hanOf = (language: string): Package =>
  /^zh.*-(?:Hant|TW|HK)/u.test(language) ? 'noto-serif-tc' : language.startsWith('zh') ? 'noto-serif-sc' : 'noto-serif-jp'

/** @returns nothing where the package is not installed */
function fileOf(name: Package, weight: string): string | undefined {
  try {
    return require.resolve(`@expo-google-fonts/${name}/${weight}/${families[name].replaceAll(' ', '')}_${weight}.ttf`)
  } catch {
    return undefined
  }
}

const familyOf = (file: string): string => Object.values(families).find((family) => file.includes(family.replaceAll(' ', ''))) ?? ''
