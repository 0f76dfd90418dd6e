/** Reading LaTeX from left to right: commands, their arguments, environments. Nothing is run and no other file is read. */
export class TexSource {
  at = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  /** What stands here, as long as it is asked for. */
  peek(length = 1): string {
    return this.text.slice(this.at, this.at + length)
  }

  /** The name of a command after its backslash: letters, with a star, or one sign. Blanks after letters go with it. */
  command(): string {
    const name = /^[A-Za-z@]+\*?/u.exec(this.text.slice(this.at, this.at + 80))?.[0]
    if (name === undefined) {
      const sign = String.fromCodePoint(this.text.codePointAt(this.at) ?? 32)
      this.at += sign.length
      return sign
    }
    this.at += name.length
    return name
  }

  skipBlanks() {
    while (/[ \t]/u.test(this.peek())) this.at++
    // One end of a line is a blank; two are a paragraph.
    if (this.peek() === '\n' && !/^\n[ \t]*\n/u.test(this.peek(200))) {
      this.at++
      while (/[ \t]/u.test(this.peek())) this.at++
    }
  }

  /** An argument in braces, without them; one sign or command where there are no braces. */
  argument(): string {
    this.skipBlanks()
    if (this.peek() === '{') return this.group('}')
    if (this.peek() === '\\') {
      this.at++
      return `\\${this.command()}`
    }
    const sign = String.fromCodePoint(this.text.codePointAt(this.at) ?? 32)
    this.at += sign.length
    return sign
  }

  /** An argument in square brackets, if there is one. */
  option(opens = '[', closes = ']'): string | undefined {
    const before = this.at
    this.skipBlanks()
    if (this.peek() === opens) return this.group(closes)
    this.at = before
    return undefined
  }

  /** What stands between a sign and the one that closes it. */
  group(closes: string): string {
    const start = ++this.at
    let depth = 0
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at]
      if (sign === '\\') this.at++
      else if (sign === closes && depth === 0) break
      else if (sign === '{') depth++
      else if (sign === '}') depth--
    }
    const inside = this.text.slice(start, this.at)
    this.at++
    return inside
  }

  /** All up to the end of an environment whose beginning has been read, the end included. */
  environment(name: string): string {
    const start = this.at
    const edge = new RegExp(`\\\\(begin|end)\\s*\\{${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}\\}`, 'gu')
    edge.lastIndex = start
    let depth = 1
    for (let match = edge.exec(this.text); match; match = edge.exec(this.text)) {
      depth += match[1] === 'begin' ? 1 : -1
      if (depth > 0) continue
      this.at = edge.lastIndex
      return this.text.slice(start, match.index)
    }
    this.at = this.text.length
    return this.text.slice(start)
  }

  /** All up to some words, which are read too. */
  until(words: string): string {
    const end = this.text.indexOf(words, this.at)
    const inside = this.text.slice(this.at, end < 0 ? this.text.length : end)
    this.at = end < 0 ? this.text.length : end + words.length
    return inside
  }
}

/** Divides rows and cells where a sign stands outside of braces and environments. */
export function divide(text: string, at: '&' | '\\\\'): string[] {
  const pieces: string[] = []
  let [from, depth] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    if (depth === 0 && text.startsWith(at, i)) {
      pieces.push(text.slice(from, i))
      from = i + at.length
      i = from - 1
    } else if (text[i] === '\\') {
      if (text.startsWith('\\begin', i)) depth++
      else if (text.startsWith('\\end', i)) depth--
      i++
    } else if (text[i] === '{') depth++
    else if (text[i] === '}') depth--
  }
  return [...pieces, text.slice(from)]
}

const longest = 4_000_000

/**
 * A document without its comments, and with the writer’s own simple commands (`\newcommand`) written out. `lost` are those
 * that would make it too long or call themselves.
 */
export function plainTex(text: string): { readonly text: string; readonly lost: readonly string[] } {
  const definitions = new Map<string, { readonly arity: number; readonly body: string }>()
  const kept = readDefinitions(withoutComments(text), definitions)
  const lost = new Set<string>()
  let expanded = kept
  for (let pass = 0; pass < 8; pass++) {
    const next = expandOnce(expanded, definitions, lost)
    if (next === expanded) break
    expanded = next
    if (pass === 7) lost.add('commands that call themselves')
  }
  return { text: expanded, lost: [...lost] }
}

export const withoutComments = (text: string): string => text.replace(/(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*(?=[^\s])|(?=\n)|$)/gu, '$1')

function readDefinitions(text: string, definitions: Map<string, { readonly arity: number; readonly body: string }>): string {
  let kept = ''
  let from = 0
  for (const match of text.matchAll(/\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|def)\b\*?/gu)) {
    if (match.index < from) continue
    const source = new TexSource(text)
    source.at = match.index + match[0].length
    const name = /\\[A-Za-z]+/u.exec(source.argument())?.[0]
    const arity = Number(source.option() ?? 0)
    const hasDefault = source.option() !== undefined
    // TeX’s own way may say what stands between the arguments, which nobody writes in an essay.
    if (!name || source.peek() === '#' || hasDefault || !Number.isInteger(arity)) continue
    const body = source.argument()
    kept += text.slice(from, match.index)
    from = source.at
    definitions.set(name.slice(1), { arity, body })
  }
  return kept + text.slice(from)
}

function expandOnce(
  text: string,
  definitions: ReadonlyMap<string, { readonly arity: number; readonly body: string }>,
  lost: Set<string>,
): string {
  if (definitions.size === 0) return text
  const source = new TexSource(text)
  const pieces: string[] = []
  let [from, length] = [0, 0]
  for (const match of text.matchAll(/\\([A-Za-z]+)/gu)) {
    const definition = definitions.get(match[1] ?? '')
    if (!definition || match.index < from) continue
    source.at = match.index + match[0].length
    const values = Array.from({ length: definition.arity }, () => source.argument())
    if (definition.arity === 0) source.skipBlanks()
    const body = definition.body.replace(/#(\d)/gu, (_, n: string) => values[Number(n) - 1] ?? '')
    if (length + body.length + text.length > longest) {
      lost.add(`\\${match[1]}`)
      continue
    }
    pieces.push(text.slice(from, match.index), body)
    length += body.length
    from = source.at
  }
  return [...pieces, text.slice(from)].join('')
}
