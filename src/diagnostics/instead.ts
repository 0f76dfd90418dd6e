/** What a writer typed that means something else here; `written` is what the advice repeats, shortened. */
export type Instead = { readonly kind: keyof typeof advice; readonly written: string }

/** The line to write instead, in one sentence or two. */
export const sayInstead = ({ kind, written }: Instead): string => advice[kind](written)

const tag = (name: string) => `<${name}>`

const advice = {
  brace: (written: string) => `Braces hold only comments here. Write “\\{” for a brace that is printed: ${written.replaceAll('{', '\\{')}`,
  'comment-open': () => 'A comment ends with “*/}”: {/* … */}. For a brace that is printed write “\\{”.',
  'heading-id': (written: string) => `The id of a heading stands in brackets: “[#${written}]”.`,
  attributes: () =>
    'Texts have no attributes in braces: take “{…}” away. The id of a heading is “[#id]”. For a brace that is printed write “\\{”.',
  template: (written: string) => `Texts are no templates: take “${written}” away. For a brace that is printed write “\\{”.`,
  'latex-note': () => 'Write “[^id]” here and the note at the end of the file: “[^id]: …”.',
  'latex-cite': (written: string) => `Write <Source id="${written}"/>.`,
  'latex-emphasis': (written: string) => `Write *${written}*.`,
  'latex-bold': (written: string) => `Write **${written}**.`,
  latex: (written: string) =>
    `Texts are Markdown, not LaTeX: take “${written}” away and write the words. For a brace that is printed write “\\{”.`,
  esm: (written: string) =>
    `Begin the paragraph with another word, or write “\\${written}”: it is printed without the backslash. Code cannot stand in a text, nor can other files be taken in.`,
  comment: (written: string) => `Write the comment as {/* ${written} */}.`,
  address: (written: string) => `Write the bare address, which becomes a link by itself: ${written}`,
  'other-address': (written: string) => `Write [words](${written}) if it is a link; for a “<” that is printed write “\\<”.`,
  'less-than': (written: string) => `Write “\\<” for a sign that is printed: “\\${written}”.`,
  'quotes-in-tag': (written: string) => `Inside of a tag the quotation marks are straight ones: ${written}`,
  'value-unquoted': (written: string) => `Put what follows the “=” in straight quotation marks: ${written}`,
  'tag-unfinished': (written: string) =>
    `End the tag with “>”, or with “/>” where it holds no words: <${written} …/>. For a “<” that is printed write “\\<”.`,
  'tag-lines': (written: string) => `Put it on one line, from <${written} …> to </${written}>, within one paragraph.`,
  'block-lines': (written: string) => `Put <${written} …> and </${written}> on lines of their own, with the words between them.`,
  'tag-open': (written: string) =>
    `Close it in the same paragraph with </${written}>, or end the tag with “/>”. For a “<” that is printed write “\\<”.`,
  'block-open': (written: string) => `Close it with </${written}> on a line of its own. For a “<” that is printed write “\\<”.`,
  'tag-closed': (written: string) => `Take </${written}> away, or open it before: <${written} …>.`,
  'tag-crossed': (written: string) => `What begins inside of <${written}> ends inside of it: close what was opened last first.`,
  'html-break': () => 'End the line with a backslash, “\\”, and go on in the next line.',
  'html-break-in-row': () => 'The cells of a table and headings have one line: make two rows of it, or take the tag away.',
  'html-rule': () => 'Write “---” on a line of its own, with empty lines before and after it.',
  'html-bold': (written: string) => `Write **${written}**.`,
  'html-emphasis': (written: string) => `Write *${written}*, or <Foreign lang="…">${written}</Foreign> for words in another language.`,
  'html-strike': (written: string) => `Write ~~${written}~~.`,
  'html-code': (written: string) => `Write \`${written}\`.`,
  'html-link': (written: string) => `Write ${written}.`,
  'html-picture': (written: string) => `Write <Figure src="${written}" alt="what it shows">caption</Figure>; the file lies in pictures/.`,
  'html-quotation': (written: string) => `Write “${written}”; with its origin: <Quotation source="…" locator="…">…</Quotation>.`,
  'html-note': () => 'Write “[^id]” here and the note at the end of the file: “[^id]: …”.',
  'html-heading': (written: string) => `Write “${written}” on a line of its own.`,
  'html-list': () => 'Write one line for each item: “- words”, or “1. words” where they are counted.',
  'html-table': () => 'Write a table as lines: “| Year | Votes |”, below it “|---|---|”, then a line for each row.',
  'html-code-block': () => 'Put a line “```” before it and another after it.',
  'html-term': (written: string) => `Write <Term id="…">${written}</Term>; its entry is a file in glossary/.`,
  'html-date': (written: string) => `Write <CalendarDate gregorian="…">${written}</CalendarDate>.`,
  'html-plain': (written: string) =>
    `Take the tag away and leave the words. An empty line divides paragraphs${written === '' ? '' : `; what stands out is *${written}*`}.`,
  'html-none': (written: string) =>
    `Take ${tag(written)} away: a text has words, pictures (<Figure>) and charts (<Chart>), and nothing that moves or asks.`,
  'html-unknown': (written: string) =>
    `There is no tag ${tag(written)}. If none is meant, write “\\<${written}”; else use Markdown and the components of the series.`,
  'html-nameless': () => 'Take “<>” and “</>” away; for signs that are printed write “\\<”.',
  component: (written: string) => `Its name is written ${tag(written)}.`,
  property: () => 'Write the value in straight quotation marks: id="…".',
  'link-code': () => 'Links lead to pages: [words](https://example.org/) or [words](/part-1/).',
} as const
