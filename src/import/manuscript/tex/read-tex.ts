import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  Heading,
  Image,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'
import { setsOneArgument } from '../../bibtex/latex-commands.ts'
import { readLatex } from '../../bibtex/read-latex.ts'
import { readVerbatim } from '../../bibtex/read-verbatim.ts'
import type { Loss, ReadText } from '../read-text.ts'
import { captionedTable, hasWords, type Labelled, labelsIn, referenceTo, settleReferences, withoutLabels } from '../tex-references.ts'
import { ignored, languages, nearlyPlain, ranks, wrappers } from './tex-commands.ts'
import { divide, plainTex, TexSource } from './tex-source.ts'

/**
 * Reads a document of LaTeX: sections, notes, emphasis, quotations, lists, tables, pictures, citations (as Pandoc’s, which
 * are read with the sources). Nothing is run; formulas are taken as text.
 */
export function readTex(written: string): ReadText {
  const losses: Loss[] = []
  const { text, lost } = plainTex(written)
  for (const name of lost) losses.push({ place: name, says: 'is not written out: it would make the text too long, or calls itself' })
  const begin = /\\begin\s*\{document\}/u.exec(text)
  const preamble = begin ? text.slice(0, begin.index) : ''
  const body = begin ? text.slice(begin.index + begin[0].length).replace(/\\end\s*\{document\}[\s\S]*$/u, '') : text
  const reader = new TexReader(losses)
  // Fields before the text, such as the title.
  reader.blocks(preamble.replace(/^[\s\S]*?(?=\\title\b|\\author\b|\\date\b)/u, '').match(/\\(?:title|author|date)\b[\s\S]*/u)?.[0] ?? '')
  const children = reader.blocks(body)
  const tree: Root = { type: 'root', children: [...children, ...reader.notes] as RootContent[] }
  settleReferences(tree, reader.labels, losses)
  return { tree, losses, ...(reader.title !== '' && { title: reader.title }) }
}

type Block = BlockContent | DefinitionContent

class TexReader {
  readonly notes: FootnoteDefinition[] = []
  readonly labels = new Map<string, Labelled>()
  title = ''
  readonly #losses: Loss[]
  #depth = 0
  #heading: Heading | undefined
  /** Notes whose words come later (`\footnotetext`). */
  readonly #waiting: FootnoteDefinition[] = []
  #quotations = 0

  constructor(losses: Loss[]) {
    this.#losses = losses
  }

  /** A stretch of LaTeX as blocks. */
  blocks(text: string): Block[] {
    if (this.#depth > 60) return []
    this.#depth++
    const blocks: Block[] = []
    let words: PhrasingContent[] = []
    const flush = () => {
      const kept = trimmed(words)
      if (kept.length > 0) blocks.push({ type: 'paragraph', children: kept })
      words = []
    }
    this.#read(text, {
      say: (...more) => void words.push(...more),
      paragraph: flush,
      block: (...more) => {
        flush()
        blocks.push(...more)
      },
    })
    flush()
    this.#depth--
    return blocks
  }

  /** A stretch of LaTeX as running text. */
  phrases(text: string): PhrasingContent[] {
    if (this.#depth > 60) return []
    this.#depth++
    const words: PhrasingContent[] = []
    this.#read(text, {
      say: (...more) => void words.push(...more),
      paragraph: () => void words.push({ type: 'text', value: ' ' }),
      block: (...more) => void words.push({ type: 'text', value: more.map((one) => textOf(one)).join(' ') }),
    })
    this.#depth--
    return words
  }

  #read(text: string, out: Out) {
    const source = new TexSource(text)
    let raw = ''
    const say = () => {
      if (raw !== '') out.say(...this.#plain(raw))
      raw = ''
    }
    while (!source.isAtEnd) {
      const sign = source.peek()
      if (sign === '\\') {
        source.at++
        const name = source.command()
        const reads = this.#reads(name)
        if (reads) {
          say()
          reads(source, out)
        } else raw += this.#written(name, source)
      } else if (sign === '{') {
        const inside = source.group('}')
        const declared = /^\s*\\(em|it|itshape|sl|slshape|bf|bfseries)\b\s*/u.exec(inside)
        if (declared) {
          say()
          out.say(emphasis(/^bf/u.test(declared[1] ?? '') ? 'strong' : 'emphasis', this.phrases(inside.slice(declared[0].length))))
        } else if (/\\[A-Za-z]/u.test(inside)) {
          say()
          this.#read(inside, out)
        } else raw += `{${inside}}`
      } else if (sign === '$') {
        const fence = source.peek(2) === '$$' ? '$$' : '$'
        source.at += fence.length
        raw += this.#formula(source.until(fence))
      } else if (/^\n[ \t]*\n/u.test(source.peek(100))) {
        say()
        while (/\s/u.test(source.peek())) source.at++
        out.paragraph()
      } else {
        raw += sign
        source.at++
      }
    }
    say()
  }

  /** Running text without markup, which the reader of libraries knows. */
  #plain(raw: string): PhrasingContent[] {
    const { text, unknown } = readLatex(raw)
    for (const name of unknown) this.#losses.push({ place: name, says: 'nobody knows this command: it stays as it is written' })
    const value = `${/^[\s~]/u.test(raw) ? ' ' : ''}${text}${/(?:\s|(?<!\\)~)$/u.test(raw) && text !== '' ? ' ' : ''}`.replace(
      /(?<=[\p{L}\d.,!?])'/gu,
      '’',
    )
    return value === '' ? [] : [{ type: 'text', value }]
  }

  #formula(inside: string): string {
    if (/[\\^_]/u.test(inside)) this.#losses.push({ place: `the formula “${inside.trim().slice(0, 60)}”`, says: 'is taken as text' })
    return `$${inside.replace(/\s+/gu, ' ')}$`
  }

  /** A sign or command that stands in running text, with what belongs to it. */
  #written(name: string, source: TexSource): string {
    if (name === '(' || name === '[') return this.#formula(source.until(name === '(' ? '\\)' : '\\]'))
    if (!/^[A-Za-z@]/u.test(name)) {
      const isAccent = /^["'`^~=.]$/u.test(name)
      return isAccent ? `\\${name}{${source.argument()}}` : `\\${name}`
    }
    let groups = ''
    while (source.peek() === '{') groups += `{${source.group('}')}}`
    if (groups !== '') return `\\${name}${groups}`
    const followed = /^\s/u.test(source.peek()) ? ' ' : ''
    return `\\${name}${followed}`
  }

  #reads(written: string): ((source: TexSource, out: Out) => void) | undefined {
    const name = written.replace(/\*$/u, '')
    const rank = ranks[name]
    if (rank !== undefined)
      return (source, out) => {
        source.option()
        const inside = source.argument()
        this.#heading = { type: 'heading', depth: rank as Heading['depth'], children: trimmed(this.phrases(withoutLabels(inside))) }
        for (const label of labelsIn(inside)) this.labels.set(label, { kind: 'heading', node: this.#heading })
        out.block(this.#heading)
      }
    const own = this.#own[name]
    if (own) return own
    if (/^(?:foot|full|auto|smart|paren|text|super|no|foot)?[Cc]ites?(?:p|t|alp|alt|author|year|yearpar|title|text)?$/u.test(name))
      return (source, out) => this.#cite(name, source, out)
    if (name in wrappers) return (source, out) => out.say(emphasis(wrappers[name] ?? 'emphasis', this.phrases(source.argument())))
    if (name in languages) return (source, out) => out.say(foreign(languages[name] ?? '', this.phrases(source.argument())))
    if (name in ignored)
      return (source) => {
        for (let n = ignored[name] ?? 0; n > 0; n--) {
          while (source.option() !== undefined);
          source.argument()
        }
      }
    if (setsOneArgument.has(name) && !nearlyPlain.has(name))
      return (source, out) => {
        source.skipBlanks()
        if (source.peek() === '{') this.#read(source.group('}'), out)
      }
    return this.#isKnown(name) ? undefined : (source, out) => this.#unknown(name, source, out)
  }

  #isKnown(name: string): boolean {
    return !/^[A-Za-z@]/u.test(name) || readLatex(`\\${name}{}`).unknown.length === 0
  }

  /** Of a command that nobody knows the words stay. */
  #unknown(name: string, source: TexSource, out: Out) {
    while (source.option() !== undefined);
    const says =
      source.peek() === '{' ? 'nobody knows this command: the words in its braces stay' : 'nobody knows this command: it is left out'
    if (!this.#losses.some(({ place }) => place === `\\${name}`)) this.#losses.push({ place: `\\${name}`, says })
    while (source.peek() === '{') this.#read(source.group('}'), out)
  }

  readonly #own: Readonly<Record<string, (source: TexSource, out: Out) => void>> = {
    title: (source) => {
      source.option()
      this.title = textOf({ type: 'paragraph', children: this.phrases(source.argument()) })
        .replace(/\s+/gu, ' ')
        .trim()
    },
    author: (source) => this.#leave('the author', source),
    date: (source) => this.#leave('the date', source),
    thanks: (source) => this.#leave('thanks', source),
    par: (source, out) => {
      source.skipBlanks()
      out.paragraph()
    },
    '\\': (source, out) => {
      if (source.peek() === '*') source.at++
      source.option()
      source.skipBlanks()
      out.say({ type: 'break' })
    },
    newline: (source, out) => {
      source.skipBlanks()
      out.say({ type: 'break' })
    },
    footnote: (source, out) => {
      source.option()
      const note = this.#note()
      out.say({ type: 'footnoteReference', identifier: note.identifier, label: note.identifier })
      const inside = source.argument()
      for (const label of labelsIn(inside)) this.labels.set(label, { kind: 'note', id: note.identifier })
      note.children.push(...(this.blocks(withoutLabels(inside)) as FootnoteDefinition['children']))
    },
    endnote: (source, out) => this.#own.footnote?.(source, out),
    footnotemark: (source, out) => {
      source.option()
      const note = this.#note()
      this.#waiting.push(note)
      out.say({ type: 'footnoteReference', identifier: note.identifier, label: note.identifier })
    },
    footnotetext: (source) => {
      source.option()
      const note = this.#waiting.shift() ?? this.#note()
      note.children.push(...(this.blocks(source.argument()) as FootnoteDefinition['children']))
    },
    textsuperscript: (source, out) => out.say(script('sup', this.phrases(source.argument()))),
    textsubscript: (source, out) => out.say(script('sub', this.phrases(source.argument()))),
    href: (source, out) => {
      const url = readVerbatim(source.argument())
      out.say({ type: 'link', url, children: this.phrases(source.argument()) })
    },
    url: (source, out) => {
      const url = readVerbatim(source.argument())
      out.say({ type: 'link', url, children: [{ type: 'text', value: url }] })
    },
    enquote: (source, out) => {
      const [open, close] = this.#quotations++ % 2 === 0 ? ['“', '”'] : ['‘', '’']
      out.say({ type: 'text', value: open }, ...this.phrases(source.argument()), { type: 'text', value: close })
      this.#quotations--
    },
    foreignlanguage: (source, out) => {
      const language = languages[`text${source.argument()}`]
      const words = this.phrases(source.argument())
      out.say(...(language ? [foreign(language, words)] : words))
    },
    hypertarget: (source, out) => {
      source.argument()
      this.#read(source.argument(), out)
    },
    hyperref: (source, out) => {
      source.option()
      this.#read(source.argument(), out)
    },
    hyperlink: (source, out) => this.#own.hypertarget?.(source, out),
    texorpdfstring: (source, out) => {
      this.#read(source.argument(), out)
      source.argument()
    },
    verb: (source, out) => {
      const fence = source.peek()
      source.at++
      out.say({ type: 'text', value: source.until(fence) })
    },
    includegraphics: (source, out) => {
      const options = source.option() ?? ''
      const alt = /(?:^|,)\s*alt\s*=\s*(?:\{([^}]*)\}|([^,]*))/u.exec(options)
      out.say({ type: 'image', url: source.argument().trim(), alt: (alt?.[1] ?? alt?.[2] ?? '').trim() })
    },
    caption: (source, out) => {
      source.option()
      out.block({ type: 'paragraph', children: this.phrases(source.argument()), data: { isCaption: true } } as Block)
    },
    bibliography: (source) => this.#library(source),
    addbibresource: (source) => this.#library(source),
    label: (source) => {
      const label = source.argument().trim()
      if (this.#heading && !this.labels.has(label)) this.labels.set(label, { kind: 'heading', node: this.#heading })
    },
    input: (source) => this.#otherFile(source),
    include: (source) => this.#otherFile(source),
    subfile: (source) => this.#otherFile(source),
    import: (source) => this.#otherFile(source, source.argument()),
    subimport: (source) => this.#otherFile(source, source.argument()),
    ref: (source, out) => this.#reference(source, out),
    autoref: (source, out) => this.#reference(source, out),
    nameref: (source, out) => this.#reference(source, out),
    vref: (source, out) => this.#reference(source, out),
    cref: (source, out) => this.#reference(source, out),
    Cref: (source, out) => this.#reference(source, out),
    pageref: (source) => this.#leaveReference('pageref', source),
    eqref: (source) => this.#leaveReference('eqref', source),
    begin: (source, out) => this.#environment(source.argument(), source, out),
    end: (source) => void source.argument(),
  }

  #note(): FootnoteDefinition {
    const name = `n${this.notes.length + 1}`
    const note: FootnoteDefinition = { type: 'footnoteDefinition', identifier: name, label: name, children: [] }
    this.notes.push(note)
    return note
  }

  #leave(what: string, source: TexSource) {
    source.option()
    const words = textOf({ type: 'paragraph', children: this.phrases(source.argument()) }).trim()
    if (words !== '') this.#losses.push({ place: 'before the text', says: `${what} has no place here: “${words.slice(0, 80)}”` })
  }

  #library(source: TexSource) {
    source.option()
    for (const name of source.argument().split(',')) {
      const file = name.trim().replace(/(?:\.bib)?$/u, '.bib')
      this.#losses.push({ place: file, says: 'this library is not read here: take its works in with “npm run sources”' })
    }
  }

  #otherFile(source: TexSource, folder = '') {
    source.skipBlanks()
    const bare = source.peek() === '{' ? undefined : (/^[\w./-]+/u.exec(source.peek(200))?.[0] ?? '')
    const name = bare ?? source.argument()
    source.at += bare?.length ?? 0
    this.#losses.push({
      place: `the file “${folder}${name.trim()}”`,
      says: 'is not read: only files beside the document or below it are, each once; put its text into this one, or import it by itself',
    })
  }

  #reference(source: TexSource, out: Out) {
    const labels = source
      .argument()
      .split(',')
      .map((label) => label.trim())
    out.say(
      ...labels.flatMap((label, i): PhrasingContent[] => [...(i > 0 ? [{ type: 'text' as const, value: ', ' }] : []), referenceTo(label)]),
    )
  }

  #leaveReference(name: string, source: TexSource) {
    const says = name === 'eqref' ? 'left out: formulas have no numbers here' : 'left out: there are no pages here'
    this.#losses.push({ place: `\\${name}{${source.argument().trim()}}`, says })
  }

  #cite(written: string, source: TexSource, out: Out) {
    const name = written.toLowerCase()
    if (source.peek() === '*') source.at++
    const cites: string[] = []
    const isMany = /cites$/u.test(name)
    if (isMany) while (source.option('(', ')') !== undefined);
    do {
      const [first, second] = [source.option(), source.option()]
      const [before, after] = second === undefined ? ['', first ?? ''] : [first ?? '', second]
      const said = (text: string) =>
        textOf({ type: 'paragraph', children: this.phrases(text) })
          .replace(/[[\];]/gu, '')
          .trim()
      const keys = source
        .argument()
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean)
      cites.push(
        ...keys.map((key, i) => {
          const [prefix, suffix] = [i === 0 ? said(before) : '', i === keys.length - 1 ? said(after) : '']
          return `${prefix === '' ? '' : `${prefix} `}@${key}${suffix === '' ? '' : `, ${suffix}`}`
        }),
      )
      source.skipBlanks()
    } while (isMany && /^[[{]/u.test(source.peek()))
    if (name === 'nocite' || cites.length === 0) return
    const cited: PhrasingContent = { type: 'text', value: `[${cites.join('; ')}]` }
    if (!/^foot/u.test(name)) return out.say(cited)
    const note = this.#note()
    note.children.push({ type: 'paragraph', children: [cited, { type: 'text', value: '.' }] })
    out.say({ type: 'footnoteReference', identifier: note.identifier, label: note.identifier })
  }

  #environment(written: string, source: TexSource, out: Out) {
    const name = written.replace(/\*$/u, '')
    if (/^(?:verbatim|lstlisting|minted|alltt)$/u.test(name)) {
      const inside = source.environment(written)
      this.#losses.push({ place: `${name}: “${inside.trim().slice(0, 40)}”`, says: 'code has no place: its lines are kept as text' })
      return out.block({ type: 'paragraph', children: lines(inside) })
    }
    if (/^(?:comment|tikzpicture|filecontents|picture)$/u.test(name)) {
      source.environment(written)
      return void this.#losses.push({ place: name, says: 'left out: it is no text' })
    }
    const options = source.option() ?? ''
    if (/^(?:tabular|tabularx|longtable|tabulary|multicols|minipage|adjustwidth|otherlanguage|thebibliography)$/u.test(name)) {
      source.argument()
      if (/^(?:tabularx|tabulary|adjustwidth)$/u.test(name) || written === 'tabular*') source.argument()
      const inside = source.environment(written)
      if (name === 'thebibliography') return out.block(...this.#bibliography(inside))
      if (/^(?:tab|long)/u.test(name)) return out.block(...this.#table(inside))
      return out.block(...this.blocks(inside))
    }
    const inside = source.environment(written)
    if (/^(?:equation|align|gather|multline|eqnarray|displaymath|math)$/u.test(name))
      return out.block({ type: 'paragraph', children: this.#plain(this.#formula(inside.replace(/&|\\\\|\\label\{[^}]*\}/gu, ' '))) })
    if (/^(?:itemize|enumerate|description|compactitem|compactenum)$/u.test(name)) return out.block(this.#list(name, inside))
    if (/^(?:quote|quotation|displayquote|displayquotation|blockquote|verse)$/u.test(name)) {
      const children = this.blocks(inside)
      if (options !== '') children.push({ type: 'paragraph', children: this.phrases(options) })
      return out.block({ type: 'blockquote', children })
    }
    if (/^(?:figure|wrapfigure|table|SCfigure)$/u.test(name))
      return out.block(...this.#float(inside.replace(/^\s*\{[^}]*\}\s*\{[^}]*\}/u, '')))
    if (name === 'document' || /^(?:center|flushleft|flushright|abstract|small|footnotesize|spacing|singlespace|doublespace)$/u.test(name))
      return out.block(...this.blocks(inside))
    this.#losses.push({ place: `\\begin{${written}}`, says: 'nobody knows this: the words in it stay' })
    out.block(...this.blocks(inside))
  }

  /** A picture or table with its caption and its label. */
  #float(inside: string): Block[] {
    const blocks = joined(this.blocks(withoutLabels(inside)))
    const image = imagesIn(blocks)[0]
    const captioned = blocks.find((block) => block.type === ('mdxJsxFlowElement' as string)) as MdxJsxFlowElement | undefined
    for (const label of labelsIn(inside)) {
      if (captioned) this.labels.set(label, { kind: 'table', node: captioned })
      else if (image) this.labels.set(label, { kind: 'figure', node: image })
    }
    return blocks
  }

  #list(name: string, inside: string): Block {
    const items = inside.split(/\\item(?![A-Za-z])/u)
    // Lists in a list are divided with it: what belongs together has as many ends as beginnings.
    const whole: string[] = []
    let open = 0
    for (const item of items) {
      if (open > 0) whole.push(`${whole.pop()}\\item${item}`)
      else whole.push(item)
      open += (item.match(/\\begin\s*\{/gu)?.length ?? 0) - (item.match(/\\end\s*\{/gu)?.length ?? 0)
    }
    const children = whole.slice(1).map((item): ListItem => {
      const source = new TexSource(item)
      const label = source.option()
      const blocks = this.blocks(item.slice(source.at))
      const [first] = blocks
      if (label && first?.type === 'paragraph')
        first.children.unshift(emphasis('strong', this.phrases(label)), { type: 'text', value: ' ' })
      return { type: 'listItem', spread: blocks.length > 1, children: blocks as ListItem['children'] }
    })
    return { type: 'list', ordered: /enum/u.test(name), spread: false, children }
  }

  #table(inside: string): Block[] {
    const rules =
      /\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|(?:cline|cmidrule)(?:\([^)]*\))?\s*\{[^}]*\})/gu
    const rows = divide(inside.replace(rules, ''), '\\\\').filter((row) => row.trim() !== '')
    const children = rows.map(
      (row): TableRow => ({
        type: 'tableRow',
        children: divide(row, '&').map((cell) => ({
          type: 'tableCell',
          children: trimmed(this.phrases(cell.replace(/\\multi(?:column|row)\s*\{[^}]*\}\s*\{[^}]*\}/gu, ''))),
        })),
      }),
    )
    return children.length > 0 ? [{ type: 'table', children }] : []
  }

  #bibliography(inside: string): Block[] {
    const entries = inside.split(/\\bibitem(?![A-Za-z])/u).slice(1)
    const children = entries.map((entry): ListItem => {
      const source = new TexSource(entry)
      source.option()
      source.argument()
      return { type: 'listItem', spread: false, children: this.blocks(entry.slice(source.at)) as ListItem['children'] }
    })
    if (children.length === 0) return []
    return [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Bibliography' }] },
      { type: 'list', ordered: false, spread: false, children },
    ]
  }
}

type Out = {
  readonly say: (...words: PhrasingContent[]) => void
  readonly paragraph: () => void
  readonly block: (...blocks: Block[]) => void
}

const emphasis = (type: 'emphasis' | 'strong' | 'delete', children: PhrasingContent[]): PhrasingContent => ({ type, children })

const script = (name: 'sup' | 'sub', children: PhrasingContent[]) =>
  ({ type: 'mdxJsxTextElement', name, attributes: [], children }) as unknown as PhrasingContent

const foreign = (lang: string, children: PhrasingContent[]) =>
  ({
    type: 'mdxJsxTextElement',
    name: 'Foreign',
    attributes: [{ type: 'mdxJsxAttribute', name: 'lang', value: lang }],
    children,
  }) as unknown as PhrasingContent

/** Words without blanks at their ends. */
function trimmed(words: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...words]
  for (const [at, pattern] of [
    [0, /^\s+/u],
    [-1, /\s+$/u],
  ] as const) {
    for (let node = kept.at(at); node; node = kept.at(at)) {
      if (node.type === 'text') {
        node.value = node.value.replace(pattern, '')
        if (node.value !== '') break
      } else if (node.type !== 'break') break
      kept.splice(at, 1)
    }
  }
  return kept
}

const lines = (text: string): PhrasingContent[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line, i): PhrasingContent[] => [...(i > 0 ? [{ type: 'break' } as const] : []), { type: 'text', value: line }])

const imagesIn = (blocks: readonly Block[]): Image[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? block.children.filter((child): child is Image => child.type === 'image') : []))

/** The caption of a picture or table with it. */
function joined(blocks: readonly Block[]): Block[] {
  const isCaption = (block: Block) => (block.data as { isCaption?: true } | undefined)?.isCaption === true
  const caption = blocks.find(isCaption)
  const tables = blocks.filter(({ type }) => type === 'table')
  const [table] = tables
  if (caption?.type === 'paragraph' && hasWords(caption) && table?.type === 'table' && tables.length === 1)
    return blocks.flatMap((block) =>
      block === caption ? [] : block === table ? [captionedTable(caption, table) as unknown as Block] : [block],
    )
  const [image, ...others] = imagesIn(blocks)
  if (caption?.type !== 'paragraph' || !image || others.length > 0) return [...blocks]
  image.data = { caption: caption.children } as NonNullable<typeof image.data>
  return blocks.filter((block) => block !== caption)
}
