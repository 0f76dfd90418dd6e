import { directionOf } from '../../locales/languages.ts'
import { fullName } from '../../model/names.ts'
import type { Series } from '../../model/series.ts'
import { uuidOf } from '../uuid.ts'
import { escapeXml } from '../xhtml.ts'

/** A file of the book as its package lists it. */
export type PackagedFile = {
  /** From the folder of the texts. */
  readonly path: string
  readonly mediaType: string
  /** Of a text: whether a drawing in SVG stands in it. */
  readonly hasSvg?: boolean
  /** Of a text: whether a formula stands in it. */
  readonly hasMath?: boolean
  readonly properties?: string
  readonly inSpine?: boolean
}

/** A book that is one of several: what it is called, where the site offers it (`downloads/x-volume-2.epub`), and which it is, from 1. */
export type NamedVolume = { readonly name: string; readonly file: string; readonly number: number }

/** The package document (EPUB 3.3, §5) with its facts, and what EPUB Accessibility 1.1, §2, asks to be told. */
export function makePackage(
  series: Series,
  address: string | undefined,
  files: readonly PackagedFile[],
  hasPages: boolean,
  volume?: NamedVolume,
): string {
  const ofSeries = `${series.slug} ${series.language} ${series.title}`
  const id = address ? new URL(volume?.file ?? '', address).href : `urn:uuid:${uuidOf(volume ? `${ofSeries} ${volume.number}` : ofSeries)}`
  const meta = (property: string, value: string) => `<meta property="${property}">${escapeXml(value)}</meta>`
  const hasSvg = files.some((file) => file.hasSvg || /^image\/(?!png)/u.test(file.mediaType))
  const named = (element: 'creator' | 'contributor', role: string, people: Series['authors'] = [], from = 1) =>
    people.map((person, i) => {
      const own = `${element}-${from + i}`
      return `<dc:${element} id="${own}">${escapeXml(fullName(person))}</dc:${element}><meta refines="#${own}" property="role" scheme="marc:relators">${role}</meta>`
    })
  const { editors = [], translators = [] } = series
  const creators = [
    ...named('creator', 'aut', series.authors),
    ...named('contributor', 'edt', editors),
    ...named('contributor', 'trl', translators, editors.length + 1),
  ]
  const manifest = files.map(({ path, mediaType, properties, hasSvg: svg, hasMath }, i) => {
    const all = [properties, svg ? 'svg' : undefined, hasMath ? 'mathml' : undefined].filter(Boolean).join(' ')
    return `<item id="f${i}" href="${escapeXml(encodeURI(path))}" media-type="${mediaType}"${all ? ` properties="${all}"` : ''}/>`
  })
  const spine = files.flatMap(({ inSpine }, i) => (inSpine ? [`<itemref idref="f${i}"/>`] : []))
  const isFromTheRight = directionOf(series.language) === 'rtl'
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeXml(series.language)}"${isFromTheRight ? ' dir="rtl"' : ''}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(id)}</dc:identifier>
<dc:title>${escapeXml(volume ? `${series.title} · ${volume.name}` : series.title)}</dc:title>
<dc:language>${escapeXml(series.language)}</dc:language>
${creators.join('\n')}
${series.publisher ? `<dc:publisher>${escapeXml(series.publisher)}</dc:publisher>\n` : ''}<dc:description>${escapeXml(series.description)}</dc:description>
<dc:date>${series.edition.date}</dc:date>
<dc:rights>${escapeXml(`${series.rights.name}, ${series.rights.url}`)}</dc:rights>
${address ? `<dc:source>${escapeXml(address)}</dc:source>\n` : ''}${hasPages ? pageSource(series, id) : ''}${[
  meta('dcterms:modified', `${series.edition.date}T00:00:00Z`),
  meta('schema:version', series.edition.version),
  meta('schema:accessMode', 'textual'),
  ...(hasSvg ? [meta('schema:accessMode', 'visual')] : []),
  meta('schema:accessModeSufficient', 'textual'),
  ...[...features, ...(hasPages ? ['pageNavigation'] : []), ...(files.some(({ hasMath }) => hasMath) ? ['MathML'] : [])].map((feature) =>
    meta('schema:accessibilityFeature', feature),
  ),
  meta('schema:accessibilityHazard', 'none'),
  ...(volume ? [collection(series, volume)] : []),
  `<meta property="schema:accessibilitySummary" xml:lang="en">${escapeXml(accessibility)}</meta>`,
].join('\n')}
<meta name="cover" content="f${files.findIndex(({ properties }) => properties === 'cover-image')}"/>
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine${isFromTheRight ? ' page-progression-direction="rtl"' : ''}>
${spine.join('\n')}
</spine>
</package>
`
}

/** Of which series a volume is one, and which (EPUB 3.3, §D.3.1). */
const collection = ({ title }: Series, { number }: NamedVolume) =>
  `<meta property="belongs-to-collection" id="series">${escapeXml(title)}</meta>\n<meta refines="#series" property="collection-type">set</meta>\n<meta refines="#series" property="group-position">${number}</meta>`

/** Of which book the pages are: it has no number of its own, and is named by the identifier of this one. */
const pageSource = ({ edition }: Series, id: string) =>
  `<dc:source id="pages">${escapeXml(`${id} (PDF, A5, ${edition.version})`)}</dc:source>\n<meta refines="#pages" property="source-of">pagination</meta>\n`

/** For catalogues, which take it in English. */
const accessibility =
  'The text is structured by headings and lists, and has a table of contents. Pictures and drawings have descriptions, and what a drawing shows is also given as a list or table. Notes are linked with their places in the text and back.'

const features = [
  'structuralNavigation',
  'tableOfContents',
  'alternativeText',
  'readingOrder',
  'displayTransformability',
  'ARIA',
  'longDescription',
]
