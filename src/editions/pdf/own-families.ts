import type { OwnFace } from '../../model/faces.ts'
import { type FaceName, readFace } from '../book-faces.ts'
import { bookFacesOf, type HandedFaces } from '../own-book-faces.ts'
import { type Dress, dressFace } from './dress-face.ts'

/**
 * The families of the writer’s as the typesetter is given them: a name for each cut of a family, since it takes several
 * files for one face only where they differ in weight or slant.
 */
export type OwnFamilies = {
  readonly text: readonly string[]
  readonly display: readonly string[]
  readonly fonts: readonly Buffer[]
  readonly characters: ReadonlySet<number>
}

const styles = {
  regular: { weight: 400, isItalic: false },
  italic: { weight: 400, isItalic: true },
  bold: { weight: 700, isItalic: false },
  boldItalic: { weight: 700, isItalic: true },
  displayMedium: { weight: 500, isItalic: false },
  display: { weight: 700, isItalic: false },
} as const satisfies Record<FaceName, Pick<Dress, 'weight' | 'isItalic'>>

/** The families of books; what a family of text lacks, italics or bold letters, are those of the face that ships. */
export async function ownFamiliesOf(handed: HandedFaces): Promise<OwnFamilies> {
  const families = { text: [] as string[], display: [] as string[] }
  const fonts: Buffer[] = []
  const characters = new Set<number>()
  for (const own of handed.faces) {
    const faces = await bookFacesOf(own, handed)
    const cuts = [...new Set(faces.map(({ cut }) => cut))].sort((a, b) => a - b)
    for (const cut of cuts) {
      const family = `Pamphlet${own.role === 'text' ? 'Words' : 'Titles'}${cut + 1}`
      families[own.role].push(family)
      const ofCut = faces.filter((face) => face.cut === cut)
      for (const { name, font } of ofCut) fonts.push(dressFace(font, { ...styles[name], family, postScript: postScriptOf(own, name) }))
      if (own.role === 'text')
        for (const name of ['italic', 'bold'] as const)
          if (!faces.some((face) => face.name === name))
            fonts.push(dressFace(await readFace(name), { ...styles[name], family, postScript: `Vollkorn-${styleOf(name)}` }))
    }
    if (own.role === 'text') for (const face of faces) if (face.name === 'regular') for (const code of face.characters) characters.add(code)
  }
  return { ...families, fonts, characters }
}

const postScriptOf = ({ family }: OwnFace, name: FaceName) =>
  `${family.normalize('NFKD').replace(/[^A-Za-z0-9]/gu, '') || 'Own'}-${styleOf(name)}`

const styleOf = (name: FaceName): string =>
  ({ regular: 'Regular', italic: 'Italic', bold: 'Bold', boldItalic: 'BoldItalic', displayMedium: 'Medium', display: 'Bold' })[name]
