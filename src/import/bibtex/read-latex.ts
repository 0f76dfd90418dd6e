import { latex2unicode } from 'unicode2latex'
import { accents, escapedSigns, ownSigns, setsOneArgument, setsWhatFollows, takesAway } from './latex-commands.ts'
import { readers, subscripts, superscripts } from './latex-readers.ts'
import { readVerbatim } from './read-verbatim.ts'

/** LaTeX as text: `unknown` are the commands that nobody knows, which stay as they are written; `lost`, what is no text. */
export type ReadLatex = { readonly text: string; readonly unknown: readonly string[]; readonly lost: readonly string[] }

const signs: Readonly<Record<string, unknown>> = latex2unicode

/** Reads running text of a BibTeX field or of a document into the characters that it stands for. */
export function readLatex(written: string): ReadLatex {
  const reader = new LatexReader(written)
  const text = reader.readUntil()
  return {
    text: text
      .normalize('NFC')
      .replace(/[\t\n\r ]+/gu, ' ')
      .trim(),
    unknown: [...new Set(reader.unknown)],
    lost: [...new Set(reader.lost)],
  }
}

/** Whether a text has anything in it that LaTeX reads otherwise than it looks. */
export const isPlain = (written: string): boolean => !/[\\{}$~`^]|--|''|<<|>>/u.test(written)

class LatexReader {
  readonly unknown: string[] = []
  readonly lost: string[] = []
  #at = 0
  #isMath = false
  /** Whether a single quotation is open, which an apostrophe can then close. */
  #isQuoted = false
  #quotations = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  readUntil(end?: string): string {
    let read = ''
    while (this.#at < this.#text.length && this.#text[this.#at] !== end) {
      if (this.#text[this.#at] === '}' && end !== '}') {
        this.#at++
        continue
      }
      read += this.#next()
    }
    this.#at++
    return read
  }

  #next(): string {
    const sign = this.#text[this.#at++] ?? ''
    if (sign === '\\') return this.#command()
    if (sign === '{') return this.#group()
    if (sign === '$') return this.#math()
    if (sign === '~') return '\u00A0'
    if (this.#isMath && (sign === '^' || sign === '_')) return this.#raised(sign)
    if (this.#isMath) return sign === ' ' ? '' : sign === '-' ? '−' : sign === "'" ? '′' : sign
    return this.#ligature(sign)
  }

  #group(): string {
    const isMath = this.#isMath
    // `{\"a}` and the like: the declarations in it end with it.
    const read = this.readUntil('}')
    this.#isMath = isMath
    return read
  }

  #math(): string {
    if (this.#text[this.#at] === '$') this.#at++
    this.#isMath = true
    const read = this.readUntil('$')
    if (this.#text[this.#at] === '$') this.#at++
    this.#isMath = false
    return read
  }

  #ligature(sign: string): string {
    const rest = (length: number) => this.#text.slice(this.#at - 1, this.#at - 1 + length)
    for (const [written, stands] of ligatures) {
      if (rest(written.length) !== written) continue
      this.#at += written.length - 1
      return stands
    }
    if (sign === '`') {
      this.#isQuoted = true
      return '‘'
    }
    if (sign === "'" && this.#isQuoted && !/\p{L}/u.test(this.#text[this.#at] ?? '')) {
      this.#isQuoted = false
      return '’'
    }
    return sign
  }

  #command(): string {
    const sign = this.#text[this.#at] ?? ''
    if (!/[A-Za-z@]/u.test(sign)) {
      this.#at += sign === '' ? 0 : String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0).length
      if (accents[sign] !== undefined) return this.#accented(sign)
      if (sign === '(' || sign === '[') return this.#mathUntil(sign === '(' ? '\\)' : '\\]')
      return escapedSigns[sign] ?? sign
    }
    const start = this.#at - 1
    const name = /^[A-Za-z@]+\*?/u.exec(this.#text.slice(this.#at, this.#at + 100))?.[0] ?? ''
    this.#at += name.length
    return this.#named(name.replace(/\*$/u, ''), start)
  }

  #mathUntil(end: string): string {
    const to = this.#text.indexOf(end, this.#at)
    if (to < 0) return ''
    const inside = new LatexReader(`$${this.#text.slice(this.#at, to)}$`)
    this.#at = to + end.length
    const read = inside.readUntil()
    this.unknown.push(...inside.unknown)
    return read
  }

  #named(name: string, start: number): string {
    const isFollowed = /^\s*\{/u.test(this.#text.slice(this.#at, this.#at + 40))
    const reads = readers[name]
    if (reads && isFollowed)
      return reads({
        argument: () => this.#argument(),
        verbatim: () => this.#verbatim(),
        lost: this.lost,
        quote: (read) => this.#quote(read),
      })
    if (accents[name] !== undefined && this.#text[this.#at] === '}') return this.#unknown(name, start)
    if (accents[name] !== undefined && (isFollowed || name.length === 1 || this.#isMath)) return this.#accented(name)
    if (setsOneArgument.has(name)) {
      if (!['ensuremath', 'mbox', 'text', 'nocase', 'ce', 'SI', 'si', 'num'].includes(name) && !this.#isMath)
        this.lost.push('italics and other markup')
      if (name === 'ensuremath') return this.#inMath()
      if (isFollowed) return this.#argument()
      this.#skipSpace()
      return ''
    }
    if (takesAway.has(name) && (isFollowed || (/^[hv]?phantom$/u.test(name) && this.#text[this.#at] === '\\'))) {
      this.#argument()
      return ''
    }
    if (setsWhatFollows.has(name)) {
      if (/^(?:em|it|bf|sc|sl|tt|itshape|bfseries|scshape|slshape)$/u.test(name)) this.lost.push('italics and other markup')
      this.#skipSpace()
      return ''
    }
    const own = ownSigns[name]
    const known = own ?? this.#inTable(name)
    if (known !== undefined) {
      this.#skipSpace()
      return known
    }
    if (this.#isMath) {
      this.#skipSpace()
      return name
    }
    return this.#unknown(name, start)
  }

  /** A sign of the library’s table, alone (`\alpha`) or with an argument (`\mathbb{R}`). */
  #inTable(name: string): string | undefined {
    const argument = /^\s*(\{[^{}]{1,20}\})/u.exec(this.#text.slice(this.#at, this.#at + 24))
    if (argument?.[1]) {
      const found = signs[`\\${name}${argument[1]}`]
      if (typeof found === 'string') {
        this.#at += argument[0].length
        return found
      }
    }
    const found = signs[`\\${name}`] ?? signs[`\\cyrchar\\${name}`]
    return typeof found === 'string' ? found : undefined
  }

  #unknown(name: string, start: number): string {
    this.unknown.push(`\\${name}`)
    const written = this.#text.slice(start, this.#at)
    const groups: string[] = []
    while (this.#text[this.#at] === '{' || this.#text[this.#at] === '[') {
      const opens = this.#text[this.#at++]
      groups.push(opens === '{' ? `{${this.readUntil('}')}}` : `[${this.readUntil(']')}]`)
    }
    return written + groups.join('')
  }

  #inMath(): string {
    const isMath = this.#isMath
    this.#isMath = true
    const read = this.#argument()
    this.#isMath = isMath
    return read
  }

  #accented(name: string): string {
    const accent = accents[name] ?? ''
    if (/[a-z]/iu.test(name)) this.#skipSpace()
    // `{\'}` has nothing to set the accent on.
    const letter = this.#text[this.#at] === '}' ? '' : this.#argument()
    const base = accent > '\u0315' && accent !== '\u0361' ? letter : letter.replace(/^ı/u, 'i').replace(/^ȷ/u, 'j')
    const [first = '', ...rest] = [...base]
    if (first === '')
      return ({ '~': '~', '^': '^', "'": "'", '`': '`', '"': '"', '.': '.', '=': '=' } as Record<string, string>)[name] ?? ''
    return (first + accent).normalize('NFC') + rest.join('')
  }

  #raised(sign: string): string {
    // `4$^{ème}$` is an ordinal, not a power.
    const isAlone = this.#text[this.#at - 2] === '$'
    const inside = this.#argument()
    if (isAlone && sign === '^' && /^\p{L}{2,}$/u.test(inside)) return inside
    const table = sign === '^' ? superscripts : subscripts
    const raised = [...inside].map((letter) => table[letter])
    return raised.every((letter) => letter !== undefined) ? raised.join('') : inside === '∘' || inside === '◦' ? '°' : `${sign}${inside}`
  }

  /** The next argument: a group, a command or one sign. */
  #argument(): string {
    this.#skipSpace()
    if (this.#at >= this.#text.length) return ''
    const sign = this.#text[this.#at] ?? ''
    if (sign === '{' || sign === '\\') return this.#next()
    const letter = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0)
    this.#at += letter.length
    return letter
  }

  #verbatim(): string {
    this.#skipSpace()
    const from = this.#at + 1
    let depth = 0
    for (; this.#at < this.#text.length; this.#at++) {
      const sign = this.#text[this.#at]
      if (sign === '\\') this.#at++
      else if (sign === '{') depth++
      else if (sign === '}' && --depth === 0) break
    }
    return readVerbatim(this.#text.slice(from, this.#at++))
  }

  #quote(read: () => string): string {
    const [open, close] = this.#quotations++ % 2 === 0 ? ['“', '”'] : ['‘', '’']
    const inside = read()
    this.#quotations--
    return `${open}${inside}${close}`
  }

  #skipSpace() {
    while (/\s/u.test(this.#text[this.#at] ?? '')) this.#at++
  }
}

const ligatures = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['?`', '¿'],
  ['!`', '¡'],
  [',,', '„'],
] as const
