import { type Scheme, type SchemeName, schemeNames, type Theme, type ThemeFile } from '../../model/files/theme-file.ts'
import { contrastOf, enough, lightnessOf, mixed, nearestPassing, withLightness } from './contrast.ts'

type Given = { readonly accent: string; readonly paper: string; readonly corners: Theme['corners']; readonly cover: Theme['cover'] }

/** The themes that ship; `press` is the face of the first publication. */
const themes: Readonly<Record<ThemeFile['name'], Given>> = {
  press: { accent: '#a31515', paper: '#fbf7ee', corners: 'askew', cover: 'slab' },
  ledger: { accent: '#1d4f7c', paper: '#f6f8f9', corners: 'square', cover: 'slab' },
  garden: { accent: '#2c6a3b', paper: '#fbfaf2', corners: 'round', cover: 'slab' },
}

/** The ink, and the paper where only that of the light scheme is given. */
const usual = {
  light: { ink: '#1d1813', inkSoft: '#51483e' },
  dark: { ink: '#ece5d8', inkSoft: '#bdb2a2', paper: (light: string) => withLightness(light, 0.2, 0.6) },
  sepia: { ink: '#2b2013', inkSoft: '#53442f', paper: () => '#f2e6cd' },
} as const

/** A colour that is not legible where it would stand: the field that names it, and the nearest that is. */
export type LowContrast = {
  readonly field: readonly string[]
  readonly colour: string
  readonly against: string
  readonly ratio: number
  readonly scheme: SchemeName
  readonly nearest?: string
}

/**
 * The looks of a series in all its schemes. What is given is taken as it is, and told where text in it or on it has too
 * little contrast; what is derived is made so that it has enough.
 */
export function themeOf(file: ThemeFile): { readonly theme: Theme; readonly low: readonly LowContrast[] } {
  const base = themes[file.name]
  const papers = inSchemes(file.paper ?? base.paper)
  const accents = inSchemes(file.accent ?? base.accent)
  const low: LowContrast[] = []
  const schemeFor = (name: SchemeName): Scheme => {
    const { ink, inkSoft } = usual[name]
    const paper = papers[name] ?? (name === 'light' ? base.paper : usual[name].paper(papers.light ?? base.paper))
    const paperRaised = mixed(paper, name === 'dark' ? '#ffffff' : '#fffdf8', name === 'dark' ? 0.05 : 0.5)
    const surfaces = [paper, paperRaised]
    if (papers[name]) low.push(...tooLow(['paper', ...(typeof file.paper === 'object' ? [name] : [])], paper, [ink, inkSoft], name))
    const given = file.accent && accents[name]
    const wanted = given ?? withLightness(accents.light ?? base.accent, name === 'dark' ? 0.78 : lightnessOf(accents.light ?? base.accent))
    if (given) low.push(...tooLow(['accent', ...(typeof file.accent === 'object' ? [name] : [])], given, surfaces, name))
    const accent = given ?? nearestPassing(wanted, surfaces) ?? wanted
    const slab = name === 'dark' ? withLightness(accents.light ?? base.accent, 0.38) : accent
    const onSlab = contrastOf(slab, '#fffaf0') >= contrastOf(slab, ink) ? '#fffaf0' : '#1d1813'
    return {
      paper,
      paperRaised,
      ink,
      inkSoft,
      accent,
      slab,
      onSlab,
      tint: mixed(paper, accent, 0.16),
      hairline: mixed(paper, ink, 0.16),
    }
  }
  const [light, dark, sepia] = schemeNames.map(schemeFor) as [Scheme, Scheme, Scheme]
  const theme = {
    schemes: { light, dark, sepia },
    corners: file.corners ?? base.corners,
    cover: file.cover ?? (file.picture ? 'picture' : base.cover),
    ...(file.picture && { picture: file.picture }),
    ...(file.logo && { logo: file.logo }),
    ...(file.favicon && { favicon: file.favicon }),
  }
  return { theme, low }
}

/** A single colour is that of the light scheme. */
const inSchemes = (colours: NonNullable<ThemeFile['accent']>): Partial<Record<SchemeName, string | undefined>> =>
  typeof colours === 'string' ? { light: colours } : colours

function tooLow(field: readonly string[], colour: string, others: readonly string[], scheme: SchemeName): LowContrast[] {
  const worst = others.toSorted((a, b) => contrastOf(colour, a) - contrastOf(colour, b))[0] ?? colour
  const ratio = contrastOf(colour, worst)
  if (ratio >= enough) return []
  const nearest = nearestPassing(colour, others)
  return [{ field, colour, against: worst, ratio, scheme, ...(nearest && { nearest }) }]
}
