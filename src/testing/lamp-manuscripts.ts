import { strToU8, zipSync } from 'fflate'
import { importManuscript, type ManuscriptImport } from '../import/manuscript/import-manuscript.ts'
import { buildSeries } from '../series/build-series.ts'

/** An essay that nobody wrote: sections of paragraphs, in which `[1]` points to a note. */
export const notes = [
  'Orr, On the Lamp, ch. 3, has the whole story.',
  'Roe, Wicks, p. 12.',
  'The keepers’ own log says 1917.',
  'Lee disagrees & says why.',
  'A letter to Roe, of that spring.',
  'The same, later.',
  'Minutes of the guild; the vote was 12–3.',
  'Annals, vol. 3 (1920), pp. 1–20.',
  'Orr again, who quotes a keeper.',
  'So the almanac of 1903.',
  'The last word belongs to Vardas.',
]
const sections = [
  [
    'The first light',
    [
      'In 1910 the lamps of Lamna were lit for the second time,[1] and the keepers wrote of it at length in books which nobody read for 40 years.',
      'Then came the fog, with 3.5 litres of oil in each lamp.[2] Nobody had asked “why?”,[3] or whether {braces} and <signs> & *stars* would be read as they stand in the book.',
    ],
  ],
  [
    'What the keepers did',
    [
      'They went up in pairs.[4] One carried the oil, and the other carried the book in which every hour of the night had a line of its own.[5]',
      'Of the 12 lamps that were lit in that year only seven were still burning when the harbour master came to count them in the spring.[6]',
    ],
  ],
  [
    'After the fog',
    [
      'The count was disputed,[7] as counts are,[8] and the guild sent two of its members to look at every lamp again by daylight.[9]',
      'What they found is not known.[10] The book of that year was lent to a reader who never brought it back to the lamp room of the harbour.[11]',
    ],
  ],
] as const
/** What it is called. */
export const title = 'The Lamps of Lamna'

/** Its sections, each heading and paragraph written by whoever asks. */
export const body = (heading: (text: string) => string, paragraph: (text: string) => string) =>
  sections.flatMap(([name, paragraphs]) => [heading(name), ...paragraphs.map(paragraph)]).join('\n\n')
/** A text with other marks where `[1]` points to a note. */
export const marked = (text: string, mark: (n: string) => string) => text.replace(/\[(\d+)\]/gu, (_, n: string) => mark(n))
export const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
export const raised = (n: string) => [...n].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')

/** The essay as plain text, its notes marked and labelled so. */
export const plain = (mark: (n: string) => string, label: (n: number) => string, heading = 'Notes\n\n', between = '\n') =>
  `${title}\n\n${marked(body(String, String), mark)}\n\n${heading}${notes.map((note, i) => `${label(i + 1)} ${note}`).join(between)}\n`
/** The essay as a saved page. */
export const html = (mark: (n: string) => string, end: string, before = '') =>
  `<!doctype html><html><head><title>${title} – A Journal</title></head><body><nav>Home</nav>${before}<h1>${title}</h1>${marked(
    body(
      (text) => `<h2>${text}</h2>`,
      (text) => `<p>${inHtml(text)}</p>`,
    ),
    mark,
  )}${end}</body></html>`
export const markdown = (text: string) => text.replace(/[{}<*&]/gu, '\\$&')

export const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }

/** What `check` says of the part as a series of its own. */
export const mistakesIn = (part: string) =>
  buildSeries([series, { path: 'parts/lamps.mdx', text: part }]).diagnostics.map(({ code, span }) => `${code} ${span.start.line}`)

/** Imports a text into a series that has nothing but these files. */
export const take = (path: string, text: string | Uint8Array, others: readonly { path: string; text: string }[] = [], overwrites = false) =>
  importManuscript(
    { path, bytes: typeof text === 'string' ? strToU8(text) : text },
    [series, ...others],
    [],
    overwrites ? { overwrites: true } : {},
  )

/** The part that was made, or nothing. */
export const partOf = ({ written }: ManuscriptImport) => written.find(({ path }) => path.startsWith('parts/'))?.text ?? ''

/** The essay as Word writes it; or a sentence with a citation of Zotero and a tracked change. */
export function word(withCitation = false): Uint8Array {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${inHtml(text)}</w:t></w:r>`
  const inStyle = (style: string, text: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`
  const paragraph = (text: string) =>
    `<w:p>${text
      .split(/(\[\d+\])/u)
      .map((piece) => {
        const n = /^\[(\d+)\]$/u.exec(piece)?.[1]
        return n === undefined ? run(piece) : `<w:r><w:footnoteReference w:id="${Number(n) + 1}"/></w:r>`
      })
      .join('')}</w:p>`
  const work = {
    id: 5,
    type: 'book',
    title: 'The Lamp: A Life',
    author: [{ family: 'Orr', given: 'Ada' }],
    issued: { 'date-parts': [[1917]] },
  }
  const code = inHtml(
    ` ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationItems: [{ id: 5, itemData: work, locator: '12-13', label: 'page' }] })}`,
  )
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
  const cited = `<w:p>${run('A lamp burned, so ')}${field('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${field('separate')}${run('Orr 1917, 12–13')}${field('end')}${run('.')}<w:del w:id="1" w:author="E"><w:r><w:delText>struck</w:delText></w:r></w:del></w:p>`
  const text = withCitation ? cited : body((name) => inStyle('Heading1', name), paragraph)
  const relation = (kind: string, target: string) =>
    `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
  const relations = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(relation('styles', 'styles.xml') + relation('footnotes', 'footnotes.xml')),
    'word/document.xml': `<w:document ${space}><w:body>${inStyle('Title', title)}${text}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${space}>${notes.map((note, i) => `<w:footnote w:id="${i + 2}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${note}`)}</w:p></w:footnote>`).join('')}</w:footnotes>`,
    'word/styles.xml': `<w:styles ${space}>${[
      ['Title', 'Title'],
      ['Heading1', 'heading 1'],
    ]
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join('')}</w:styles>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
}
