import { type FaceRole, faceRoles, type NamedFaces, type OwnFace, type OwnFaceFile, shippedFaces } from '../../model/faces.ts'
import type { FaceLook } from '../../model/facts.ts'
import type { FaceFamilyFile, ThemeFile } from '../../model/files/theme-file.ts'

/** What is wrong with a family of one’s own: in which field, and what. */
export type FaceMistake = { readonly field: readonly string[] } & (
  | { readonly kind: 'package-missing'; readonly name: string }
  | { readonly kind: 'file-missing'; readonly file: string; readonly others: readonly string[] }
  | { readonly kind: 'broken'; readonly file: string; readonly reason: string }
  | { readonly kind: 'incomplete'; readonly family: string; readonly lacks: readonly ('italic' | 'bold')[]; readonly isPackage: boolean }
)

type Files = readonly { readonly path: string; readonly face: FaceLook }[]
type Whole = Extract<FaceLook, { readonly family: string }>

/** The families of one’s own that `theme.faces` names, of the fonts that there are; and what is wrong with them. */
export function ownFacesOf(
  named: ThemeFile['faces'],
  files: Files,
): { readonly faces: readonly OwnFace[]; readonly mistakes: readonly FaceMistake[] } {
  const found = faceRoles.flatMap((role) => {
    const family = named?.[role]
    if (family === undefined) return []
    return [typeof family === 'string' ? ofPackage(role, family, files) : ofFiles(role, family, files)]
  })
  return { faces: found.flatMap(({ face }) => face ?? []), mistakes: found.flatMap(({ mistakes }) => mistakes) }
}

/** The same as the published Series names them. */
export const namesOf = (faces: readonly OwnFace[]): NamedFaces =>
  Object.fromEntries(faces.map(({ role, family, licence }) => [role, { family, ...(licence && { licence }) }]))

type Found = { readonly face?: OwnFace; readonly mistakes: readonly FaceMistake[] }

function ofPackage(role: FaceRole, name: string, files: Files): Found {
  const field = [role]
  const all = files.filter(({ path }) => path.startsWith(`faces/${name}/`))
  if (all.length === 0) return { mistakes: [{ kind: 'package-missing', field, name }] }
  const broken = all.flatMap(({ path, face }) =>
    face.broken === undefined ? [] : [{ file: path.slice('faces/'.length), reason: face.broken }],
  )
  if (broken[0]) return { mistakes: [{ kind: 'broken', field, ...broken[0] }] }
  const fonts = all.flatMap(({ path, face }) => (face.broken === undefined ? [{ path, face }] : []))
  const ofStyle = (isItalic: boolean) => fonts.filter(({ path }) => path.endsWith('-italic.woff2') === isItalic)
  // Titles have no italic of their own: they are as heavy as the face is.
  const [roman, italic] = [inWeights(role, ofStyle(false)), role === 'display' ? [] : inWeights(role, ofStyle(true))]
  return complete(role, fonts[0]?.face, roman.length > 0 ? roman : ofStyle(true), italic, field, true)
}

type Font = { readonly path: string; readonly face: Whole; readonly weights?: readonly [number, number] }

/** The fonts of a style, each with the weights it stands for: those of text are plain and bold. */
function inWeights(role: FaceRole, fonts: readonly Font[]): Font[] {
  const weights = [...new Set(fonts.flatMap(({ face }) => (face.isVariable ? [] : [face.weights[0]])))].sort((a, b) => a - b)
  const plain = nearest(weights, 400)
  const bold = weights.findLast((weight) => weight >= 600 && weight <= (role === 'text' ? 800 : 1000))
  return fonts.flatMap((font) => {
    if (font.face.isVariable) return [font]
    const [weight] = font.face.weights
    if (role === 'display') return [{ ...font, weights: weights.length === 1 ? anyWeight : ([weight, weight] as const) }]
    if (weight === plain) return [{ ...font, weights: [400, 400] as const }]
    return weight === bold ? [{ ...font, weights: [700, 700] as const }] : []
  })
}

/** A face in one weight is used for all of them, so that no browser makes it heavier than it is drawn. */
const anyWeight = [1, 1000] as const

const nearest = (weights: readonly number[], wanted: number) => weights.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]

function ofFiles(role: FaceRole, named: Exclude<FaceFamilyFile, string>, files: Files): Found {
  const mistakes: FaceMistake[] = []
  const others = files.flatMap(({ path }) => (/^faces\/(?!@)/u.test(path) ? [path.slice('faces/'.length)] : []))
  const fontOf = (style: 'roman' | 'italic' | 'bold' | 'bold-italic', weights: readonly [number, number]): Font[] => {
    const file = named[style]?.replace(/^(?:\.\/)?faces\//u, '')
    if (file === undefined) return []
    const found = files.find(({ path }) => path === `faces/${file}`)
    const field = [role, style]
    if (!found) mistakes.push({ kind: 'file-missing', field, file, others })
    else if (found.face.broken !== undefined) mistakes.push({ kind: 'broken', field, file, reason: found.face.broken })
    else return [{ path: found.path, face: found.face, ...(!found.face.isVariable && { weights }) }]
    return []
  }
  const isInOneWeight = role === 'display' && named.bold === undefined
  const roman = [
    ...fontOf('roman', isInOneWeight ? anyWeight : [400, 400]),
    ...fontOf('bold', role === 'display' ? [600, 1000] : [700, 700]),
  ]
  const italic = [...fontOf('italic', [400, 400]), ...fontOf('bold-italic', [700, 700])]
  const first = roman[0]?.face
  if (mistakes.length > 0 || !first) return { mistakes }
  const licence = named.licence ?? first.licence
  const { licence: _, ...rest } = first
  return complete(role, { ...rest, family: named.family, ...(licence && { licence }) }, roman, italic, [role], false)
}

function complete(
  role: FaceRole,
  first: Whole | undefined,
  roman: readonly Font[],
  italic: readonly Font[],
  field: readonly string[],
  isPackage: boolean,
): Found {
  if (!first) return { mistakes: [] }
  const { licence } = first
  const family = calledOtherwise(first.family)
  const isBold = roman.some(({ face, weights }) => (face.isVariable ? face.weights[1] >= 600 : (weights?.[0] ?? 0) >= 600))
  const lacks = [...(italic.length > 0 ? [] : ['italic' as const]), ...(isBold ? [] : ['bold' as const])]
  const romanMetrics = metricsOf(roman)
  const italicMetrics = metricsOf(italic)
  return {
    ...(romanMetrics && {
      face: {
        role,
        family,
        ...(licence && { licence }),
        files: [...roman.map((font) => fileOf(font, false)), ...italic.map((font) => fileOf(font, true))],
        roman: romanMetrics,
        ...(italicMetrics && { italic: italicMetrics }),
      },
    }),
    mistakes: [
      ...(romanMetrics
        ? []
        : [{ kind: 'broken' as const, field, file: roman[0]?.path.slice('faces/'.length) ?? family, reason: 'It has no Latin letters.' }]),
      ...(role === 'text' && lacks.length > 0 ? [{ kind: 'incomplete' as const, field, family, lacks, isPackage }] : []),
    ],
  }
}

/** Another copy of a family that ships is called otherwise, so that the one can stand behind the other. */
const calledOtherwise = (family: string): string =>
  Object.values(shippedFaces).some((shipped) => shipped.family.toLowerCase() === family.toLowerCase()) ? `${family} 2` : family

const fileOf = ({ path, face, weights }: Font, isItalic: boolean): OwnFaceFile => ({
  path,
  isItalic,
  weights: weights ?? face.weights,
  ...(face.isVariable && { axis: face.weights }),
  ...(face.range && { range: face.range }),
})

/** The measures of a style: the heights of its first font with Latin letters, and the widths of all its weights. */
function metricsOf(fonts: readonly Font[]): OwnFace['roman'] | undefined {
  const measured = fonts.flatMap(({ face }) => face.metrics ?? [])
  const [first] = measured
  return first && { ...first, widths: measured.flatMap(({ widths }) => widths) }
}
