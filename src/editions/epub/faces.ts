import { keepBytes } from '../../kept-results.ts'
import { type FaceRole, type OwnFace, shippedFaces } from '../../model/faces.ts'
import { type FaceName, readFace, subsetFace, subsetToText } from '../book-faces.ts'
import { charactersOf } from '../face-characters.ts'
import { bookFacesOf, type HandedFaces } from '../own-book-faces.ts'
import { styleOf } from './style.ts'

/** The faces of an e-book: the files in it, the rules by which its sheet names them, and its families, the first first. */
export type BookFonts = {
  readonly files: readonly { readonly path: string; readonly mediaType: 'font/ttf' | 'font/otf'; readonly font: Uint8Array }[]
  readonly rules: string
  readonly families: Readonly<Record<FaceRole, string>>
}

/** The faces that ship, by the names of their files. */
const shipped = {
  'vollkorn-regular': { name: 'regular', role: 'text', style: '' },
  'vollkorn-italic': { name: 'italic', role: 'text', style: 'font-style:italic;' },
  'vollkorn-bold': { name: 'bold', role: 'text', style: 'font-weight:700;' },
  'display-bold': { name: 'display', role: 'display', style: 'font-weight:700;' },
} as const satisfies Record<string, { readonly name: FaceName; readonly role: FaceRole; readonly style: string }>

/**
 * The faces that a text is shown in, with its letters alone. Behind a family of the writer’s stands the one that ships, with
 * the letters that it lacks; drawings are lettered in the face for titles that ships.
 *
 * @param hasDrawings whether letters stand in drawings
 */
export async function fontsOf(text: string, handed: HandedFaces, hasDrawings: boolean): Promise<BookFonts> {
  // Those of the sheet stand for what e-readers may add.
  const written = distinct(text + styleOf({ rules: '@', families: { text: '', display: '' } }, 'en'))
  const characters = distinct(text.replace(/<[^>]*>/gu, ' '))
  const files: BookFonts['files'][number][] = []
  const rules: string[] = []
  const has = { text: new Set<number>(), display: new Set<number>() }
  for (const own of handed.faces) await addOwn(own)
  for (const [file, { name, role, style }] of Object.entries(shipped)) {
    const isWhole = !handed.faces.some((own) => own.role === role) || (role === 'display' && hasDrawings)
    const wanted = isWhole ? written : lacking(characters, has[role], charactersOf(await readFace(name)))
    if (wanted === '') continue
    files.push({
      path: `fonts/${file}.ttf`,
      mediaType: 'font/ttf',
      font: await keepBytes('book-face', [name, wanted], () => subsetFace(name, wanted)),
    })
    rules.push(`@font-face{font-family:${nameInSheet(shippedFaces[role].family)};${style}src:url(fonts/${file}.ttf)}`)
  }
  const familiesFor = (role: FaceRole) => {
    const own = handed.faces.find((each) => each.role === role)
    return [...(own ? [own.family] : []), shippedFaces[role].family].map(nameInSheet).join(',')
  }
  return { files, rules: rules.join('\n'), families: { text: familiesFor('text'), display: familiesFor('display') } }

  async function addOwn(own: OwnFace) {
    for (const { name, cut, range, characters: inFace, font } of await bookFacesOf(own, handed)) {
      const style = ownStyles[name]
      if (style === undefined) continue
      const wanted = [...characters].filter((character) => inFace.has(character.codePointAt(0) ?? 0)).join('')
      if (wanted === '') continue
      if (name === 'regular' || name === 'display') for (const character of wanted) has[own.role].add(character.codePointAt(0) ?? 0)
      const isOpenType = Buffer.from(font.subarray(0, 4)).toString('latin1') === 'OTTO'
      const path = `fonts/${own.role}-${name}-${cut + 1}.${isOpenType ? 'otf' : 'ttf'}`
      files.push({
        path,
        mediaType: isOpenType ? 'font/otf' : 'font/ttf',
        font: await keepBytes('book-face', [font, wanted], () => subsetToText(font, wanted)),
      })
      rules.push(`@font-face{font-family:${nameInSheet(own.family)};${style}src:url(${path})${range ? `;unicode-range:${range}` : ''}}`)
    }
  }
}

const distinct = (text: string) => [...new Set(text)].sort().join('')

/** E-readers have one weight of titles, and make bold italics of italics. */
const ownStyles: Partial<Record<FaceName, string>> = {
  regular: '',
  italic: 'font-style:italic;',
  bold: 'font-weight:700;',
  display: 'font-weight:700;',
}

/** The letters that a face has and another lacks; what takes up no room needs none. */
const lacking = (characters: string, has: ReadonlySet<number>, inShipped: ReadonlySet<number>): string =>
  [...characters]
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0
      return !has.has(code) && inShipped.has(code) && !/[\p{C}\p{Z}]/u.test(character)
    })
    .join('')

const nameInSheet = (family: string) => (/^[A-Za-z]+$/u.test(family) ? family : JSON.stringify(family))
