import { familiesOf, type OwnFace, shippedFaces, standIns } from '../model/faces.ts'
import { pictureName } from '../model/picture-name.ts'
import { scaleOf, standInFamilies, standInsOf } from '../series/looks/stand-ins.ts'

/**
 * The style sheet of faces of one’s own: their files, what stands in for them until they are there, and where they are
 * used. Letters that they lack are set in the faces that ship. See decision 121.
 */
export const facesSheet = (faces: readonly OwnFace[]): string => faces.map(sheetOf).join('')

function sheetOf(own: OwnFace): string {
  const named = familiesOf(own.role, { [own.role]: own })
  const used = `--face-${own.role}: ${named}, var(--stand-in-${own.role});`
  return `${own.files.map((file) => fileRule(own, file)).join('')}${standInsOf(own).map(standInRule).join('')}@layer tokens {
:root { --stand-in-${own.role}: ${standInFamilies(own)}; }
:root[data-faces] { ${used} }
@media (scripting: none) { :root { ${used} } }
${own.role === 'display' ? drawings : ''}}
${own.role === 'display' && scaleOf(own) < 1 ? brokenSooner : ''}`
}

/** On a phone twelve letters of a wide face are wider than the window: they are set smaller, and broken as they are spoken. */
const brokenSooner = `@layer state { @media (width < 40rem) {
:is(.cover, .part-header, .page-header) h1 { font-size: clamp(2.1rem, 1rem + 7vw, 3.1rem); }
h1, h2 { hyphens: auto; hyphenate-limit-chars: 10 4 4; }
} }
`

/** Drawings are made as wide as the letters of the face that ships: they keep it. */
const shippedDisplay = shippedFaces.display
const standInDisplay = [...standIns.display.map((name) => JSON.stringify(name)), 'sans-serif'].join(', ')
const drawings = `svg { --stand-in-display: ${standInDisplay}; --face-display: var(--stand-in-display); }
:root[data-faces] svg { --face-display: "${shippedDisplay.family}", var(--stand-in-display); }
@media (scripting: none) { svg { --face-display: "${shippedDisplay.family}", var(--stand-in-display); } }
`

const formats: Readonly<Record<string, string>> = { woff2: 'woff2', woff: 'woff', ttf: 'truetype', otf: 'opentype' }

function fileRule(own: OwnFace, { path, isItalic, weights: [from, to], range }: OwnFace['files'][number]): string {
  const scale = scaleOf(own)
  const format = formats[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'woff2'
  return fontFace(own.family, [
    ...(isItalic ? ['font-style: italic'] : []),
    `font-weight: ${from === to ? from : `${from} ${to}`}`,
    'font-display: swap',
    `src: url("@manuscript/${pictureName(path)}") format("${format}")`,
    ...(scale < 1 ? [`size-adjust: ${Math.round(scale * 1000) / 10}%`] : []),
    ...(range ? [`unicode-range: ${range}`] : []),
  ])
}

const standInRule = ({ family, isItalic, weight, fonts, width, ascent, descent }: ReturnType<typeof standInsOf>[number]): string =>
  fontFace(family, [
    ...(isItalic ? ['font-style: italic'] : []),
    `font-weight: ${weight}`,
    `src: ${fonts.map((font) => `local("${font}")`).join(', ')}`,
    `size-adjust: ${width}%`,
    `ascent-override: ${ascent}%`,
    `descent-override: ${descent}%`,
    'line-gap-override: 0%',
  ])

const fontFace = (family: string, said: readonly string[]) => `@font-face { font-family: ${JSON.stringify(family)}; ${said.join('; ')}; }\n`
