import { keepBytes } from '../kept-results.ts'
import type { OwnFace, OwnFaceFile } from '../model/faces.ts'
import type { FaceName } from './book-faces.ts'
import { cutFace } from './cut-face.ts'
import { rangeOf } from './font-faces.ts'
import { cutAxes, lookAtFace } from './look-at-face.ts'

/** The families of the writer’s, and how their files are had; the site itself has but the letters that its pages show. */
export type HandedFaces = { readonly faces: readonly OwnFace[]; readonly read: (path: string) => Promise<Buffer> }

export const noHandedFaces: HandedFaces = { faces: [], read: () => Promise.reject(new Error('There are no faces.')) }

/**
 * A face of a book from a file of the writer’s, whole, in one weight, as TrueType or OpenType; of a family cut by
 * script, one of its cuts.
 */
export type OwnBookFace = {
  readonly name: FaceName
  readonly cut: number
  readonly range?: string
  readonly characters: ReadonlySet<number>
  readonly font: Uint8Array
}

/** The faces that books have, by role: their weights, and whether they are slanted. */
const wanted = {
  text: [
    { name: 'regular', weight: 400, isItalic: false },
    { name: 'italic', weight: 400, isItalic: true },
    { name: 'bold', weight: 700, isItalic: false },
    { name: 'boldItalic', weight: 700, isItalic: true },
  ],
  display: [
    { name: 'displayMedium', weight: 500, isItalic: false },
    { name: 'display', weight: 700, isItalic: false },
  ],
} as const satisfies Record<OwnFace['role'], readonly { name: FaceName; weight: number; isItalic: boolean }[]>

/** The faces of a family that a book is set in. What the family lacks is missing: italics, bold letters. */
export async function bookFacesOf(own: OwnFace, handed: HandedFaces): Promise<OwnBookFace[]> {
  const faces: OwnBookFace[] = []
  for (const { name, ...style } of wanted[own.role])
    for (const instance of await instancesOf(own, style, handed)) faces.push({ name, ...instance })
  return faces
}

type Style = { readonly weight: number; readonly isItalic: boolean }

/** A family in one weight, upright or slanted: whole, or each of its cuts; of text nothing where that weight is not there. */
export async function instancesOf(own: OwnFace, { weight, isItalic }: Style, { read }: HandedFaces): Promise<Omit<OwnBookFace, 'name'>[]> {
  const ranges = [...new Set(own.files.map(({ range }) => range))]
  const instances: Omit<OwnBookFace, 'name'>[] = []
  for (const [cut, range] of ranges.entries()) {
    const file = nearestOf(
      own.files.filter((each) => each.range === range && each.isItalic === isItalic),
      weight,
    )
    if (!file || (own.role === 'text' && distance(file, weight) > 200)) continue
    const whole = await read(file.path)
    const contents = await lookAtFace(whole)
    const covers = rangeOf(range)
    const axes = cutAxes(contents, weight, weight)
    const options = { targetFormat: 'sfnt', keepAllGlyphs: true, variationAxes: axes, preserveNameIds: [0, 1, 2, 5, 6, 13, 14] } as const
    const font = await keepBytes('own-book-face', [whole, JSON.stringify(axes)], () => cutFace(whole, undefined, options))
    instances.push({ cut, ...(range && { range }), characters: new Set([...contents.characters].filter(covers)), font })
  }
  return instances
}

const nearestOf = (files: readonly OwnFaceFile[], weight: number): OwnFaceFile | undefined =>
  files.toSorted((a, b) => distance(a, weight) - distance(b, weight))[0]

const distance = ({ weights: [from, to] }: OwnFaceFile, weight: number) => Math.max(0, from - weight, weight - to)
