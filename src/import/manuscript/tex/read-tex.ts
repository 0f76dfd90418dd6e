import type { FootnoteDefinition, Heading, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { setsOneArgument } from '../../bibtex/latex-commands.ts'
import { readLatex } from '../../bibtex/read-latex.ts'
import type { Loss, ReadText } from '../read-text.ts'
import { readCitation } from './tex-citations.ts'
import { ignored, languages, nearlyPlain, ranks, wrappers } from './tex-commands.ts'
import { readEnvironment } from './tex-environments.ts'
import { numberEquations } from './tex-equations.ts'
import { inPhrases, readFormulaOfTex, sayFormula, withoutFormulas } from './tex-formulas.ts'
import { emphasis, foreign, script, trimmed } from './tex-nodes.ts'
import { noteCommands } from './tex-notes.ts'
import { pointers } from './tex-pointers.ts'
import { quotationCommands } from './tex-quotations.ts'
import type { Block, Out, TexReading } from './tex-reading.ts'
import { type Labelled, labelsIn, settleReferences, withoutLabels } from './tex-references.ts'
import { plainTex, TexSource } from './tex-source.ts'

/**
 * Reads a document of LaTeX: sections, notes, emphasis, quotations, lists, tables, pictures, citations (as Pandoc’s, which
 * are read with the sources), verse and formulas. Nothing is run.
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
  const children = reader.blocks(numberEquations(body))
  const tree: Root = { type: 'root', children: [...children, ...reader.notes] as RootContent[] }
  settleReferences(tree, reader.labels, losses)
  return { tree, losses, ...(reader.title !== '' && { title: reader.title }) }
}

class TexReader implements TexReading {
  readonly notes: FootnoteDefinition[] = []
  readonly labels = new Map<string, Labelled>()
  title = ''
  readonly losses: Loss[]
  #depth = 0
  #heading: Heading | undefined
  readonly waiting: { note: FootnoteDefinition; number: string | undefined }[] = []
  quotations = 0

  constructor(losses: Loss[]) {
    this.losses = losses
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
      block: (...more) => void words.push(...inPhrases(more)),
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
        const formula =
          name === '(' || name === '[' ? readFormulaOfTex(this, source.until(name === '(' ? '\\)' : '\\]'), name === '[') : undefined
        if (typeof formula === 'string') raw += formula
        else if (formula) {
          say()
          sayFormula(formula, out)
        } else if (reads) {
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
        const formula = readFormulaOfTex(this, source.until(fence), fence === '$$')
        if (typeof formula === 'string') raw += formula
        else {
          say()
          sayFormula(formula, out)
        }
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
  #plain(written: string): PhrasingContent[] {
    // Braces with nothing in them only end a command, so that the blank behind it stays.
    const raw = written.replace(/^\{\}/u, '')
    const { text, unknown } = readLatex(raw)
    for (const name of unknown) this.losses.push({ place: name, says: 'nobody knows this command: it stays as it is written' })
    const value = `${/^[\s~]/u.test(raw) ? ' ' : ''}${text}${/(?:\s|(?<!\\)~)$/u.test(raw) && text !== '' ? ' ' : ''}`.replace(
      /(?<=[\p{L}\d.,!?])'/gu,
      '’',
    )
    return value === '' ? [] : [{ type: 'text', value }]
  }

  /** A sign or command that stands in running text, with what belongs to it. */
  #written(name: string, source: TexSource): string {
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
    const shared = noteCommands[name] ?? pointers[name] ?? quotationCommands[name]
    if (shared) return (source, out) => shared(this, source, out)
    if (/^(?:foot|full|auto|smart|paren|text|super|no|foot)?[Cc]ites?(?:p|t|alp|alt|author|year|yearpar|title|text)?$/u.test(name))
      return (source, out) => readCitation(this, name, source, out)
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
    if (!this.losses.some(({ place }) => place === `\\${name}`)) this.losses.push({ place: `\\${name}`, says })
    while (source.peek() === '{') this.#read(source.group('}'), out)
  }

  readonly #own: Readonly<Record<string, (source: TexSource, out: Out) => void>> = {
    title: (source) => {
      source.option()
      this.title = textOf({ type: 'paragraph', children: withoutFormulas(this.phrases(source.argument())) })
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
    textsuperscript: (source, out) => out.say(script('sup', this.phrases(source.argument()))),
    textsubscript: (source, out) => out.say(script('sub', this.phrases(source.argument()))),
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
    label: (source) => {
      const label = source.argument().trim()
      if (this.#heading && !this.labels.has(label)) this.labels.set(label, { kind: 'heading', node: this.#heading })
    },
    begin: (source, out) => readEnvironment(this, source.argument(), source, out),
    end: (source) => void source.argument(),
  }

  note(): FootnoteDefinition {
    const name = `n${this.notes.length + 1}`
    const note: FootnoteDefinition = { type: 'footnoteDefinition', identifier: name, label: name, children: [] }
    this.notes.push(note)
    return note
  }

  #leave(what: string, source: TexSource) {
    source.option()
    const words = textOf({ type: 'paragraph', children: this.phrases(source.argument()) }).trim()
    if (words !== '') this.losses.push({ place: 'before the text', says: `${what} has no place here: “${words.slice(0, 80)}”` })
  }
}
