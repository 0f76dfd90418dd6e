/** What a family of the writer’s is for: running text, or titles and furniture. */
export const faceRoles = ['text', 'display'] as const
export type FaceRole = (typeof faceRoles)[number]

/** The families that ship, as CSS names them. */
export const shippedFaces = {
  text: { family: 'Vollkorn' },
  display: { family: 'Sofia Sans Extra Condensed' },
} as const satisfies Record<FaceRole, { readonly family: string }>

/** The stand-ins that are as wide as they are (`src/styles/`); pages have no script that names them. */
export const standIns: Record<FaceRole, readonly string[]> = {
  text: ['Georgia stand-in', 'Times stand-in', 'Noto stand-in'],
  display: ['Narrow stand-in', 'Arial stand-in', 'Roboto stand-in'],
}

/** A font file of the writer’s, or of a package that he names. */
export type OwnFaceFile = {
  /** Its path in the manuscript: `faces/mine.woff2`, `faces/@fontsource/gelasio/gelasio-latin-400-normal.woff2`. */
  readonly path: string
  readonly isItalic: boolean
  /** The weights that it is used for, from and to. */
  readonly weights: readonly [number, number]
  /** The weights that can be made of it, where it is variable. */
  readonly axis?: readonly [number, number]
  /** The letters it is used for, as CSS lists them, where a family is cut by script. */
  readonly range?: string
}

/** The height and the widths of a face, in em. */
export type FaceMetrics = {
  readonly ascent: number
  readonly descent: number
  readonly capitals: number
  /** Of a mean letter of English text, and of a mean capital, by weight. */
  readonly widths: readonly { readonly weight: number; readonly letters: number; readonly capitals: number }[]
}

/** A family of the writer’s own in one of the roles. */
export type OwnFace = {
  readonly role: FaceRole
  readonly family: string
  readonly licence?: string
  readonly files: readonly OwnFaceFile[]
  readonly roman: FaceMetrics
  readonly italic?: FaceMetrics
}

/** The families of one’s own as the published Series names them. */
export type NamedFaces = { readonly [Role in FaceRole]?: { readonly family: string; readonly licence?: string | undefined } | undefined }

/**
 * The faces that a page is shown in once all of them are there, as CSS names fonts: behind a family of one’s own stands
 * the shipped one.
 */
export function facesOf(own: NamedFaces | undefined): readonly [string, string, string] {
  const text = familiesOf('text', own)
  return [`1em ${text}`, `italic 1em ${text}`, `900 1em ${familiesOf('display', own)}`]
}

/** The families of a role, the first first, as CSS lists them. */
export function familiesOf(role: FaceRole, own: NamedFaces | undefined): string {
  const shipped = quoted(shippedFaces[role].family)
  const family = own?.[role]?.family
  return family === undefined ? shipped : `${JSON.stringify(family)}, ${shipped}`
}

const quoted = (family: string) => (family.includes(' ') ? `"${family}"` : family)
