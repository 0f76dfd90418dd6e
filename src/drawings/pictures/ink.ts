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

const shipped = {
  Display: ['Display Latin', 'Display Extended', 'Display Cyrillic'],
  Text: ['Text Latin', 'Text Extended', 'Text Cyrillic'],
}

/**
 * Styles of type in the pictures: in the families of `faces.ts`, and before them in those of one’s own, which are called “Own
 * Display 1”, “Own Text 2”.
 */
export function stylesOf(fonts: readonly { readonly name: string }[]) {
  const familyOf = (role: keyof typeof shipped) =>
    [...new Set(fonts.flatMap(({ name }) => (name.startsWith(`Own ${role} `) ? [name] : []))), ...shipped[role]].join(', ')
  return {
    title: { family: familyOf('Display'), weight: 900, spacing: '-0.005em' },
    label: { family: familyOf('Display'), weight: 700, spacing: '0.005em' },
    text: { family: familyOf('Text'), weight: 400, spacing: '0' },
  } as const satisfies Record<string, Style>
}
