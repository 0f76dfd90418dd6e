import { type FaceRole, faceRoles, type NamedFaces, shippedFaces, standIns } from '../../model/faces.ts'
import { type FontFace, familyOf } from '../font-faces.ts'
import { type FaceContents, lookAtFace } from '../look-at-face.ts'

/** A face of the site with what of it is used. */
export type UsedFace = FontFace & {
  /** What is in the file, where it is one of the writer’s. */
  readonly contents?: FaceContents
  /** Whether it ships and stands but for letters that the writer’s lacks. */
  readonly isBehind: boolean
}

/**
 * Each face with the letters it is used for: one of the writer’s has those of its file, and one that ships, behind it,
 * those that it lacks. Drawings are lettered in the face for titles that ships.
 *
 * @param read a file of the site by its path from the root
 */
export async function withOwnFaces(
  faces: readonly FontFace[],
  own: NamedFaces,
  hasDrawings: boolean,
  read: (file: string) => Promise<Buffer>,
): Promise<UsedFace[]> {
  const ofWriter = new Map<FontFace, FaceContents>()
  for (const face of faces) if (isOf(face, own)) ofWriter.set(face, await lookAtFace(await read(face.file)))
  const has = (role: FaceRole, isItalic: boolean, code: number): boolean => {
    const ofRole = [...ofWriter].filter(([{ family }]) => family === own[role]?.family)
    const ofStyle = ofRole.filter(([face]) => face.isItalic === isItalic)
    return (ofStyle.length > 0 ? ofStyle : ofRole).some(([{ covers }, { characters }]) => covers(code) && characters.has(code))
  }
  const used = faces.map(async (face): Promise<UsedFace> => {
    const contents = ofWriter.get(face)
    if (contents) return { ...face, contents, isBehind: false, covers: (code) => face.covers(code) && contents.characters.has(code) }
    const role = replacedRoles(own, hasDrawings).find((one) => shippedFaces[one].family === face.family)
    if (!role) return { ...face, isBehind: false }
    const { characters } = await lookAtFace(await read(face.file))
    const covers = (code: number) => face.covers(code) && characters.has(code) && !has(role, face.isItalic, code)
    return { ...face, isBehind: true, covers }
  })
  return Promise.all(used)
}

/** The style sheet without the stand-ins of faces that nothing is set in. */
export function withoutStandIns(css: string, own: NamedFaces, hasDrawings: boolean): string {
  const gone = new Set(replacedRoles(own, hasDrawings).flatMap((role) => standIns[role]))
  return css.replace(/@font-face\s*\{[^}]*\}/gu, (rule) => (gone.has(familyOf(rule)) ? '' : rule))
}

const isOf = ({ family }: FontFace, own: NamedFaces) => faceRoles.some((role) => own[role]?.family === family)

const replacedRoles = (own: NamedFaces, hasDrawings: boolean): FaceRole[] =>
  faceRoles.filter((role) => own[role] && !(role === 'display' && hasDrawings))
