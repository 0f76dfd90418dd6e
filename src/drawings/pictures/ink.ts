import type { Theme } from '../../model/files/theme-file.ts'

/** The colours of pictures that leave the site. */
export type Ink = { readonly paper: string; readonly black: string; readonly red: string; readonly onRed: string }

/** Those of the light scheme: of the theme of a series, or as `styles/tokens.css` has them. */
export function inkOf(theme: Theme | undefined): Ink {
  if (!theme) return { paper: '#fbf7ee', black: '#1d1813', red: '#a31515', onRed: '#fffaf0' }
  const { paper, ink, slab, onSlab } = theme.schemes.light
  return { paper, black: ink, red: slab, onRed: onSlab }
}

export type Style = { readonly family: string; readonly weight: 400 | 700 | 900; readonly spacing: string }

const display = 'Display Latin, Display Extended, Display Cyrillic'

/** Styles of type in the pictures; the families are those of `faces.ts`. */
export const styles = {
  title: { family: display, weight: 900, spacing: '-0.005em' },
  label: { family: display, weight: 700, spacing: '0.005em' },
  text: { family: 'Text Latin, Text Extended, Text Cyrillic', weight: 400, spacing: '0' },
} as const satisfies Record<string, Style>
