import { strToU8, zipSync } from 'fflate'
import type { Block, Essay, Run } from './invented-essay.ts'

/** An essay as the bytes of a file of each format that the importer reads, in the shapes in which programs write it. */
export const essayFormats: Readonly<Record<string, readonly [file: string, write: (essay: Essay) => Uint8Array]>> = {
  Word: ['essay.docx', (essay) => docx(essay, word)],
  'a Word document of Google Docs': ['essay.docx', (essay) => docx(essay, google)],
  LibreOffice: ['essay.odt', odt],
  'an EPUB': ['essay.epub', epub],
  'a web page': ['essay.html', (essay) => strToU8(page(essay))],
  'Markdown of GFM': ['essay.md', (essay) => strToU8(markdown(essay))],
  LaTeX: ['essay.tex', (essay) => strToU8(tex(essay))],
  'plain text': ['essay.txt', (essay) => strToU8(plain(essay, Number.POSITIVE_INFINITY))],
  'plain text in lines of 72 characters': ['essay.txt', (essay) => strToU8(plain(essay, 72))],
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type Marks = Readonly<Record<Run['kind'], (text: string) => string>>
const runsIn = (runs: readonly Run[], marks: Marks) =>
  runs.map((run) => marks[run.kind](run.kind === 'note' ? String(run.number) : run.text)).join('')

type Shape = Readonly<Record<Exclude<Block['kind'], 'list'>, (inside: string) => string>> & {
  readonly list: (items: readonly string[]) => string
}
const blocksIn = ({ blocks }: Essay, shape: Shape, marks: Marks, between: string) =>
  blocks
    .map((block) => {
      if (block.kind === 'heading') return shape.heading(marks.text(block.text))
      return block.kind === 'list'
        ? shape.list(block.items.map((item) => runsIn(item, marks)))
        : shape[block.kind](runsIn(block.runs, marks))
    })
    .join(between)

const html: Marks = {
  text: xml,
  emphasis: (text) => `<em>${xml(text)}</em>`,
  strong: (text) => `<strong>${xml(text)}</strong>`,
  raised: (text) => `<sup>${xml(text)}</sup>`,
  note: (number) => `<sup><a href="#fn${number}" id="ref${number}">${number}</a></sup>`,
}
const htmlShape: Shape = {
  heading: (inside) => `<h2>${inside}</h2>`,
  paragraph: (inside) => `<p>${inside}</p>`,
  quotation: (inside) => `<blockquote><p>${inside}</p></blockquote>`,
  list: (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
}
const noteList = ({ notes }: Essay) =>
  `<ol>${notes.map((note, i) => `<li id="fn${i + 1}"><p>${xml(note)} <a href="#ref${i + 1}">↩</a></p></li>`).join('')}</ol>`

const page = (essay: Essay) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${essay.title}</title></head><body><h1>${essay.title}</h1>${blocksIn(essay, htmlShape, html, '\n')}<hr><h2>Notes</h2>${noteList(essay)}</body></html>`

function epub(essay: Essay): Uint8Array {
  const file = (body: string) =>
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`
  const marks: Marks = { ...html, note: (n) => `<a epub:type="noteref" href="notes.xhtml#fn${n}" id="ref${n}">${n}</a>` }
  const notes = essay.notes.map(
    (note, i) => `<aside epub:type="footnote" id="fn${i + 1}"><p>${xml(note)} <a href="text.xhtml#ref${i + 1}">↩</a></p></aside>`,
  )
  return zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${essay.title}</dc:title></metadata><manifest><item id="t" href="text.xhtml"/><item id="n" href="notes.xhtml"/></manifest><spine><itemref idref="t"/><itemref idref="n"/></spine></package>`,
    'OEBPS/text.xhtml': file(`<h1><a id="top"/>${essay.title}</h1>${blocksIn(essay, htmlShape, marks, '\n')}`),
    'OEBPS/notes.xhtml': file(`<h2>Notes</h2>${notes.join('')}`),
  })
}

const plainMarkdown = (text: string) => text.replace(/[\\`*_{}<>[\]#&]/gu, '\\$&')
const markdown = (essay: Essay) => {
  const marks: Marks = {
    text: plainMarkdown,
    emphasis: (text) => `*${plainMarkdown(text)}*`,
    strong: (text) => `**${plainMarkdown(text)}**`,
    raised: (text) => `<sup>${text}</sup>`,
    note: (number) => `[^${number}]`,
  }
  const shape: Shape = {
    heading: (inside) => `## ${inside}`,
    paragraph: (inside) => inside,
    quotation: (inside) => `> ${inside}`,
    list: (items) => items.map((item) => `- ${item}`).join('\n'),
  }
  const notes = essay.notes.map((note, i) => `[^${i + 1}]: ${plainMarkdown(note)}`)
  return `# ${essay.title}\n\n${blocksIn(essay, shape, marks, '\n\n')}\n\n${notes.join('\n\n')}\n`
}

const plainTex = (text: string) =>
  text
    .replace(/[{}&%$#_]/gu, '\\$&')
    .replaceAll('<', '\\textless{}')
    .replaceAll('>', '\\textgreater{}')
    .replaceAll('–', '--')
const tex = (essay: Essay) => {
  const marks: Marks = {
    text: plainTex,
    emphasis: (text) => `\\emph{${plainTex(text)}}`,
    strong: (text) => `\\textbf{${plainTex(text)}}`,
    raised: (text) => `\\textsuperscript{${text}}`,
    note: (number) => `\\footnote{${plainTex(essay.notes[Number(number) - 1] ?? '')}}`,
  }
  const shape: Shape = {
    heading: (inside) => `\\section{${inside}}`,
    paragraph: (inside) => inside,
    quotation: (inside) => `\\begin{quote}\n${inside}\n\\end{quote}`,
    list: (items) => `\\begin{itemize}\n${items.map((item) => `\\item ${item}`).join('\n')}\n\\end{itemize}`,
  }
  return `\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n\\title{${essay.title}}\n\\begin{document}\n\\maketitle % the title\n\n${blocksIn(essay, shape, marks, '\n\n')}\n\n\\end{document}\n`
}

const plain = (essay: Essay, width: number) => {
  const marks: Marks = {
    text: (text) => text,
    emphasis: (text) => text,
    strong: (text) => text,
    raised: (text) => text,
    note: (n) => `[${n}]`,
  }
  const shape: Shape = {
    heading: (inside) => inside,
    paragraph: (inside) => wrapped(inside, width),
    quotation: (inside) => wrapped(inside, width),
    list: (items) => items.map((item) => `- ${item}`).join('\n'),
  }
  const notes = essay.notes.map((note, i) => wrapped(`${i + 1}. ${note}`, width))
  return `${essay.title}\n\n${blocksIn(essay, shape, marks, '\n\n')}\n\nNotes\n\n${notes.join('\n')}\n`
}

/** Lines broken at spaces. */
function wrapped(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

type WordShape = { readonly styles: Readonly<Record<'title' | 'heading' | 'quotation', string>>; readonly raised: string }
/** Word names its styles by what they are called; Google Docs has no style for quotations, and raises letters by hand. */
const word: WordShape = {
  styles: { title: 'Title', heading: 'Heading1', quotation: 'Quote' },
  raised: '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
}
const google: WordShape = {
  styles: { title: 'Title', heading: 'Heading2', quotation: 'Normal' },
  raised: '<w:rPr><w:vertAlign w:val="superscript"/><w:rtl w:val="0"/></w:rPr>',
}

function docx(essay: Essay, { styles, raised }: WordShape): Uint8Array {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const run = (text: string, look = '') => `<w:r>${look}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`
  const inStyle = (style: string, inside: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside}</w:p>`
  const marks: Marks = {
    // Programs cut running text wherever something was changed once.
    text: (text) =>
      [text.slice(0, 7), text.slice(7)]
        .filter(Boolean)
        .map((piece) => run(piece))
        .join('<w:proofErr w:type="spellStart"/>'),
    emphasis: (text) => run(text, '<w:rPr><w:i/></w:rPr>'),
    strong: (text) => run(text, '<w:rPr><w:b/></w:rPr>'),
    raised: (text) => run(text, raised),
    note: (number) => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${Number(number) + 1}"/></w:r>`,
  }
  const item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
  const shape: Shape = {
    heading: (inside) => inStyle(styles.heading, inside),
    paragraph: (inside) => `<w:p>${inside}</w:p>`,
    quotation: (inside) => inStyle(styles.quotation, inside),
    list: (items) => items.map((inside) => `<w:p>${item}${inside}</w:p>`).join(''),
  }
  const relation = (kind: string) =>
    `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}.xml"/>`
  const style = (id: string, name: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return zipped({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['styles', 'footnotes', 'numbering'].map(relation).join('')}</Relationships>`,
    'word/document.xml': `<w:document ${space}><w:body>${inStyle(styles.title, run(essay.title))}${blocksIn(essay, shape, marks, '')}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${space}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${essay.notes.map((note, i) => `<w:footnote w:id="${i + 2}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${note}`)}</w:p></w:footnote>`).join('')}</w:footnotes>`,
    'word/styles.xml': `<w:styles ${space}>${style('Normal', 'Normal')}${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}${style('Quote', 'Quote')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${space}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  })
}

const openDocument = { office: 'office', text: 'text', style: 'style', fo: 'xsl-fo-compatible', table: 'table', draw: 'drawing' }

function odt(essay: Essay): Uint8Array {
  const space = Object.entries(openDocument)
    .map(([name, of]) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${of}:1.0"`)
    .join(' ')
  const marks: Marks = {
    text: (text) => xml(text),
    emphasis: (text) => `<text:span text:style-name="T1">${xml(text)}</text:span>`,
    strong: (text) => `<text:span text:style-name="T2">${xml(text)}</text:span>`,
    raised: (text) => `<text:span text:style-name="T3">${xml(text)}</text:span>`,
    note: (number) =>
      `<text:note text:id="ftn${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${xml(essay.notes[Number(number) - 1] ?? '')}</text:p></text:note-body></text:note>`,
  }
  const shape: Shape = {
    heading: (inside) => `<text:h text:style-name="Heading_20_1" text:outline-level="1">${inside}</text:h>`,
    paragraph: (inside) => `<text:p text:style-name="P1">${inside}</text:p>`,
    quotation: (inside) => `<text:p text:style-name="Quotations">${inside}</text:p>`,
    list: (items) =>
      `<text:list>${items.map((inside) => `<text:list-item><text:p>${inside}</text:p></text:list-item>`).join('')}</text:list>`,
  }
  const looks = (name: string, properties: string) =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`
  const automatic = `${looks('T1', 'fo:font-style="italic"')}${looks('T2', 'fo:font-weight="bold"')}${looks('T3', 'style:text-position="super 58%"')}`
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${space} office:version="1.3"><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text><text:p text:style-name="Title">${essay.title}</text:p>\n${blocksIn(essay, shape, marks, '\n')}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${space} office:version="1.3"><office:styles><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/></office:styles></office:document-styles>`,
  })
}

const zipped = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
