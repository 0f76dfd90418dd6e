import type { OwnFace } from '../model/faces.ts'
import type { Scheme, Theme } from '../model/files/theme-file.ts'
import { facesSheet } from './faces-sheet.ts'

/**
 * The style sheet of a theme, in the layers of the program’s, and behind them the writer’s own as the last layer; empty
 * where the series has neither.
 */
export const themeSheet = (theme: Theme | undefined, faces: readonly OwnFace[], own: string): string =>
  `${theme ? sheetOf(theme) : ''}${facesSheet(faces)}${own.trim() ? `@layer own {\n${own}\n}\n` : ''}`

function sheetOf({ schemes: { light, dark, sepia }, corners, cover }: Theme): string {
  const both = (name: keyof Scheme) => (light[name] === dark[name] ? light[name] : `light-dark(${light[name]}, ${dark[name]})`)
  return `@layer tokens {
:root { ${variables(both)} }
:root[data-theme="sepia"] { ${variables((name) => sepia[name])} }
}
@layer furniture {
.cover .start { color: var(--red-slab); }
${covers[cover]}${cuts[corners]}}
`
}

const names = {
  paper: 'paper',
  'paper-raised': 'paperRaised',
  ink: 'ink',
  'ink-soft': 'inkSoft',
  red: 'accent',
  'red-slab': 'slab',
  'on-slab': 'onSlab',
  tint: 'tint',
  hairline: 'hairline',
} as const satisfies Record<string, keyof Scheme>

const variables = (colourOf: (name: keyof Scheme) => string) =>
  Object.entries(names)
    .map(([variable, name]) => `--${variable}: ${colourOf(name)};`)
    .join(' ')

/** Plain paper has a rule at its foot; the button is of the accent then. */
const plain = `.cover, .part-header { background: none; color: var(--text); clip-path: none; padding-block-end: clamp(1.2rem, 3vw, 2.5rem); }
:is(.cover, .part-header) > div { border-block-end: 3px solid var(--link); padding-block-end: 1.5rem; }
.cover .start { background: var(--red-slab); color: var(--on-slab); }
`

const covers: Readonly<Record<Theme['cover'], string>> = {
  slab: '',
  plain,
  drawing: `.cover { padding-block-end: clamp(2.6rem, 6.5vw, 6rem); }
.cover-line { margin-block-start: clamp(1.8rem, 4vw, 3.5rem); }
.cover-line svg { display: block; inline-size: 100%; block-size: clamp(3.5rem, 11vw, 9.5rem); fill: currentcolor; border-block-end: 2px solid; }
.cover-line p { margin-block-start: 0.4em; font: 600 1.12em / 1.3 var(--face-display); font-variant-numeric: lining-nums; }
:root:dir(rtl) .cover-line svg { transform: scaleX(-1); }
`,
  picture:
    '.cover-picture { margin-block-start: 1.5rem; }\n.cover-picture img { inline-size: auto; max-inline-size: 100%; block-size: auto; max-block-size: 26rem; }\n.cover-picture .drawn { inline-size: 100%; object-fit: contain; object-position: left; }\n:root:dir(rtl) .cover-picture .drawn { object-position: right; }\n',
}

const straight = '.cover, .part-header { clip-path: none; padding-block-end: clamp(1.6rem, 4vw, 4rem); }\n'

const cuts: Readonly<Record<Theme['corners'], string>> = {
  askew: '',
  square: straight,
  round: `${straight}.cover, .part-header { border-end-start-radius: 1.5rem; border-end-end-radius: 1.5rem; }
.start, .card, .draft { border-radius: 0.5rem; }
`,
}
