import { z } from 'zod'
import { text } from '../text.ts'

const colour = z.string().regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/iu, 'a colour as “#a31515”')

/** One colour, from which those of the other schemes are made, or one for each. */
const colours = z.union([colour, z.strictObject({ light: colour, dark: colour.optional(), sepia: colour.optional() })])

/** A name that stands in style sheets and in fonts. */
const familyName = text.regex(/^[\p{L}\p{N}][\p{L}\p{N} .&+-]{0,60}$/u, 'the name of a family, of letters, figures and spaces')
const faceFile = text.regex(
  /\.(?:woff2?|ttf|otf)$/iu,
  'the name of a WOFF2, WOFF, TrueType or OpenType file in faces/ (.woff2, .woff, .ttf, .otf)',
)

/** A family: a package of Fontsource, installed beside the manuscript, or files of one’s own. */
const family = z.union([
  text.regex(
    /^@fontsource(?:-variable)?\/[a-z\d]+(?:-[a-z\d]+)*$/u,
    'a package as “@fontsource/gelasio”, or files: { family: Mine, roman: mine.woff2, italic: mine-italic.woff2 }',
  ),
  z.strictObject({
    family: familyName,
    /** The upright letters; a variable file has its bold ones too. */
    roman: faceFile,
    italic: faceFile.optional(),
    bold: faceFile.optional(),
    'bold-italic': faceFile.optional(),
    /** The licence of the family, as it is called where the software is named. */
    licence: text.optional(),
  }),
])

export type FaceFamilyFile = z.infer<typeof family>

export const themeNames = ['press', 'ledger', 'garden'] as const
export const corners = ['askew', 'square', 'round'] as const
export const covers = ['slab', 'plain', 'picture', 'drawing'] as const

/** `theme:` in `series.yaml`: how the site looks. */
export const themeFileSchema = z.strictObject({
  /** A theme to begin with: `press` (red, corners askew), `ledger` (blue, square) or `garden` (green, round). */
  name: z.enum(themeNames).default('press'),
  /** The colour of links and of the cover. */
  accent: colours.optional(),
  /** The colour behind the text. */
  paper: colours.optional(),
  /** How the tops of the first page and of parts are cut. */
  corners: z.enum(corners).optional(),
  /** What these tops are: a slab of the accent, plain paper, or a slab and on the first page a picture, or a drawing of the content. */
  cover: z.enum(covers).optional(),
  /** The picture of the cover, a file in `pictures/`. */
  picture: text.optional(),
  /** What stands before the title at the top of every page, a file in `pictures/`. */
  logo: text.optional(),
  /** The icon of the site, a square SVG in `pictures/`. */
  favicon: text.regex(/\.svg$/iu, 'the name of an SVG in pictures/').optional(),
  /** Faces of one’s own, for the text and for titles: a package of Fontsource, or files in `faces/`. */
  faces: z.strictObject({ text: family.optional(), display: family.optional() }).optional(),
})

export type ThemeFile = z.infer<typeof themeFileSchema>

export const schemeNames = ['light', 'dark', 'sepia'] as const
export type SchemeName = (typeof schemeNames)[number]

/** The colours of a scheme by the names that style sheets have for them. */
const schemeSchema = z.strictObject({
  paper: colour,
  paperRaised: colour,
  ink: colour,
  inkSoft: colour,
  accent: colour,
  slab: colour,
  onSlab: colour,
  tint: colour,
  hairline: colour,
})

export type Scheme = z.infer<typeof schemeSchema>

const namedFace = z.strictObject({ family: z.string(), licence: z.string().optional() }).optional()

/** The looks of a series, all of them said. */
export const themeSchema = z.strictObject({
  schemes: z.strictObject({ light: schemeSchema, dark: schemeSchema, sepia: schemeSchema }),
  corners: z.enum(corners),
  cover: z.enum(covers),
  picture: z.string().optional(),
  logo: z.string().optional(),
  favicon: z.string().optional(),
  /** The families that stand in place of the program’s. */
  faces: z.strictObject({ text: namedFace, display: namedFace }).optional(),
})

export type Theme = Readonly<z.infer<typeof themeSchema>>
