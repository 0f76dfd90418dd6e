import { type HandedFaces, instancesOf } from '../editions/own-book-faces.ts'

/** A face for pictures: TrueType or OpenType, in one weight. */
export type PictureFont = { readonly name: string; readonly weight: 400 | 700 | 900; readonly style: 'normal'; readonly data: Buffer }

/** The families of the writer’s own as pictures are lettered: each cut of a family is one, as `drawings/pictures/ink.ts` calls them. */
export async function pictureFontsOf(handed: HandedFaces): Promise<PictureFont[]> {
  const fonts: PictureFont[] = []
  for (const own of handed.faces) {
    const [role, weights] = own.role === 'text' ? (['Text', [400]] as const) : (['Display', [700, 900]] as const)
    for (const weight of weights)
      for (const { cut, font } of await instancesOf(own, { weight, isItalic: false }, handed))
        fonts.push({ name: `Own ${role} ${cut + 1}`, weight, style: 'normal', data: Buffer.from(font) })
  }
  return fonts
}
