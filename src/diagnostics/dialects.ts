/** A sign of another dialect of Markdown, or of another markup; `written` is what stands in the text, shortened. */
export type Dialect = { readonly kind: keyof typeof dialects; readonly written: string }

/** What becomes of the sign, in one sentence. */
export const sayDialect = ({ kind, written }: Dialect): string => dialects[kind].becomes(written)

/** The line to write instead; where the sign is meant, how it is kept. */
export const sayHere = ({ kind, written }: Dialect): string =>
  `${dialects[kind].write(written)}${kind in kept ? ` ${kept[kind as keyof typeof kept]}` : ''}`

const asTyped = (written: string) => `“${written}” is printed as it is typed: here it is no markup.`

const inner = (written: string, marks: RegExp) => written.replace(marks, '').trim()

const entry = (write: (written: string) => string, becomes = asTyped) => ({ becomes, write })

const dialects = {
  'inline-note': entry(() => 'Write “[^id]” here and the note at the end of the file: “[^id]: …”.'),
  citation: entry(
    (written) => `Write ${written}.`,
    () => 'A citation in the way of Pandoc is printed as it is typed.',
  ),
  lowered: entry(
    (written) =>
      `Write ${written.replace(/~([^~]*)~/u, '<sub>$1</sub>')}, or two tildes on each side for words that are struck through: ~~${inner(written, /^[^~]*~|~[^~]*$/gu)}~~.`,
    (written) => `“${written}” is printed with words struck through: single tildes lower nothing here.`,
  ),
  raised: entry((written) => `Write ${written.replace(/\^([^^]*)\^/u, '<sup>$1</sup>')}.`),
  marked: entry((written) => `Write *${inner(written, /=/gu)}*.`),
  'wiki-link': entry((written) => {
    const [page = '', words = page] = inner(written, /^!?\[\[|\]\]$/gu).split('|')
    return written.startsWith('!')
      ? `Write <Figure src="${page}" alt="what it shows">caption</Figure>.`
      : `Write [${words}](/…/) with the address of the page, or <Term id="…">${words}</Term>.`
  }),
  'wiki-heading': entry((written) => `Write “## ${inner(written, /^=+|=+$/gu)}”.`),
  fence: entry(
    () => 'Take the lines with “:::” away; a quotation is <Quotation source="…">…</Quotation>, a remark beside the text a note, “[^id]”.',
  ),
  admonition: entry(
    (written) => `Take “${written}” away; a quotation is <Quotation source="…">…</Quotation>, a remark beside the text a note, “[^id]”.`,
  ),
  heading: entry(
    (written) =>
      `Put a space behind the signs: “${written
        .replace(/^#+/u, '$& ')
        .replace(/^#(?= )/u, '##')
        .replace(/^#{7,}/u, '######')}”.`,
    (written) => `“${written}” is no heading and is printed as it is typed.`,
  ),
  definition: entry(
    (written) => `Write “**${written}**: …” as one paragraph; a word that the series explains is a file in glossary/.`,
    () => 'A line that begins with a colon defines nothing here and is printed as it is typed.',
  ),
  contents: entry(() => 'Take it away: the list of contents is made from the headings.'),
  verse: entry(
    () => 'Put the lines between <Verse> and </Verse>, and take the “|” away.',
    () => 'Lines that begin with “|” are neither verse nor a table here.',
  ),
  'table-line': entry(
    (written) => `Put the line “${written}” below the first row: it makes a table of these lines.`,
    () => 'These lines are no table: the line below the first row is missing.',
  ),
  mathematics: entry(
    (written) =>
      `A formula stands between two dollars on either side: $${written}$; short ones are *x* = 2, x<sup>2</sup>, H<sub>2</sub>O.`,
  ),
  'wiki-comment': entry(
    (written) => `Write {/* ${inner(written, /%/gu)} */}.`,
    (written) => `“${written}” is no comment here and is printed.`,
  ),
  bbcode: entry((written) => `Write ${inMarkdown(written)}.`),
  entity: entry((written) => `Type the character itself; the name “${written}” is none, or its semicolon is missing.`),
  'link-undefined': entry((written) => {
    const label = /\]\[([^\]]+)\]$/u.exec(written)?.[1]
    const line = label ? `[${label}]` : written.replace(/\[\]$/u, '')
    return `Write ${written.replace(/\]\[.*$/u, '](https://…)')}, or add the line “${line}: https://…”.`
  }),
  'link-broken-off': entry(
    (written) =>
      `Write [words](address) with an address without spaces (“%20” stands for one), and no link inside of another: “${written}”.`,
    (written) => `The end of a link, “${written}”, is printed as it is typed.`,
  ),
  latex: entry((written) =>
    /dots$/u.test(written)
      ? 'Write “…”.'
      : /newline|\\par$/u.test(written)
        ? 'Leave a line empty, or end the line with “\\”.'
        : 'Take it away; texts are Markdown.',
  ),
  directive: entry(() => 'Take it away; a note is “[^id]”, a citation <Source id="…"/>, a picture <Figure src="…" alt="…"/>.'),
  toml: entry(
    () => 'Put “---” on the first line and on the one after the fields, and write them as “title: …”.',
    () => 'The fields at the top are no YAML, so that they are printed with the text.',
  ),
} as const

/** How a sign that is meant is typed. */
const kept = {
  'inline-note': 'A “^” that is meant is “\\^”.',
  raised: 'Signs that are meant are “\\^”.',
  marked: 'Signs that are meant are “\\==”.',
  'wiki-link': 'Brackets that are meant are “\\[\\[”.',
  mathematics: 'A dollar that is meant is “\\$”.',
  'link-undefined': 'Brackets that are meant are “\\[”.',
  'link-broken-off': 'A bracket that is meant is “\\]”.',
  bbcode: 'Brackets that are meant are “\\[”.',
  citation: 'An “@” that is meant is “\\@”.',
  definition: 'A colon that is meant is “\\:”.',
} as const

/** `[b]words[/b]` in Markdown and the components of the series. */
function inMarkdown(code: string): string {
  const [, name = '', words = '…'] = /^\[([a-z]+)[^\]]*\](?:([\s\S]*)\[\/[a-z]+\])?/iu.exec(code) ?? []
  const ways: Record<string, string> = {
    b: `**${words}**`,
    i: `*${words}*`,
    u: `*${words}*`,
    s: `~~${words}~~`,
    sup: `<sup>${words}</sup>`,
    sub: `<sub>${words}</sub>`,
    code: `\`${words}\``,
    url: '[words](https://…)',
    img: '<Figure src="…" alt="what it shows">caption</Figure>',
    quote: '<Quotation source="…">…</Quotation>',
    list: 'a line for each item: “- words”',
  }
  return ways[name.toLowerCase()] ?? `the words without it: ${words}`
}
