import { type FaceRole, faceRoles, type NamedFaces } from '../model/faces.ts'
import type { Words } from './words.ts'

const ofProgram: Readonly<Record<FaceRole, string>> = { text: 'Vollkorn', display: 'Sofia Sans' }
const licenceOfProgram = 'SIL Open Font License 1.1'

/**
 * The families that a series is set in, each with its licence where that is known: “Vollkorn and Sofia Sans, SIL Open
 * Font License 1.1”.
 */
export function sayFaces(own: NamedFaces | undefined, words: Words): string {
  const families = faceRoles.map((role) => own?.[role] ?? { family: ofProgram[role], licence: licenceOfProgram })
  const groups = [...Map.groupBy(families, ({ licence }) => licence ?? '')].map(([licence, of]) => {
    const named = words.list([...new Set(of.map(({ family }) => family))])
    return licence ? words.say('about.typefaces', { families: named, licence }) : named
  })
  return groups.reduce((first, second) => words.say('about.typefacesApart', { first, second }))
}
