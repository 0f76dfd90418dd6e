import { type BibtexEntry, itemOfBibtex, parseBibtex } from './csl-items.ts'
import { type ForeignField, type ForeignWork, variablesOf } from './foreign-work.ts'

/**
 * A stretch of the file from an `@` to the brace that closes it, or to where the next begins if none does; `strayLine`
 * has a field behind it.
 */
type Block = {
  readonly kind: string
  readonly text: string
  readonly line: number
  readonly isClosed: boolean
  readonly strayLine?: number
}

/**
 * Reads BibTeX and BibLaTeX. Each entry is parsed by itself, so that one that cannot be read costs no other, and every
 * field has its line.
 */
export function readBibtex(text: string): ForeignWork[] {
  const blocks = blocksOf(text)
  const macros = blocks.filter(({ kind, isClosed }) => kind === 'string' && isClosed).map((block) => block.text.replace(/\s+/gu, ' '))
  const read = blocks
    .filter(({ kind }) => !['string', 'preamble', 'comment'].includes(kind))
    .map((block) => readEntry(block, macros.join('')))
  const byLabel = new Map(read.toReversed().flatMap(({ entry }) => (entry ? [[entry.label, entry]] : [])))
  return read.map(({ block, entry, faults }): ForeignWork => {
    const key = entry?.label ?? keyIn(block.text)
    const stray =
      block.strayLine === undefined
        ? []
        : [{ line: block.strayLine, says: 'this field stands behind the end of its entry: a brace before it closes too early' }]
    const work = { name: key ?? `@${block.kind}`, ...(key && { key }), line: block.line, fields: [], faults: [...faults, ...stray] }
    if (!entry) return work
    const unreadable = Object.keys(entry.properties).filter((name) => !canRead(withOnly(entry, [name])))
    if (unreadable.length > 0) {
      return {
        ...work,
        faults: [...work.faults, ...unreadable.map((name) => ({ line: lineIn(block, name), says: `${name}: this LaTeX cannot be read` }))],
      }
    }
    return { ...work, item: itemOfBibtex(entry, parentOf(entry, byLabel)), fields: fieldsOf(entry, block, byLabel) }
  })
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  const start = /@\s*([a-z]+)\s*[{(]/giu
  const lineAt = lineCounter(text)
  for (let found = start.exec(text); found; ) {
    const closing = closingBrace(text, start.lastIndex)
    const next = /^[ \t]*@\s*[a-z]+\s*[{(]/gimu
    next.lastIndex = start.lastIndex
    const nextStart = next.exec(text)?.index ?? text.length
    const isClosed = closing !== undefined && (closing <= nextStart || isEntry(text.slice(found.index, closing)))
    const end = isClosed ? closing : nextStart
    start.lastIndex = end
    const following = start.exec(text)
    const stray = /(?<=^|,)[ \t]*[a-z-]+[ \t]*=[ \t]*["{\d]/imu.exec(text.slice(end, following?.index))
    const strayLine = stray ? { strayLine: lineAt(end + stray.index) } : {}
    blocks.push({
      kind: (found[1] ?? '').toLowerCase(),
      text: text.slice(found.index, end),
      line: lineAt(found.index),
      isClosed,
      ...strayLine,
    })
    found = following
  }
  return blocks
}

/** Where the entry ends whose opening brace stands before `from`: braces pair even inside of quotation marks. */
function closingBrace(text: string, from: number): number | undefined {
  const closes = text[from - 1] === '(' ? ')' : '}'
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const sign = text[i]
    if (sign === '\\') i++
    else if (depth === 0 && sign === closes) return i + 1
    else if (sign === '{') depth++
    else if (sign === '}') depth--
  }
  return undefined
}

/** Whether a stretch that holds the beginning of another entry is one all the same: a summary may quote BibTeX. */
function isEntry(text: string): boolean {
  try {
    return parseBibtex(text).length === 1
  } catch {
    return false
  }
}

function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0]
  return (offset) => {
    if (offset < at) [line, at] = [1, 0]
    for (; at < offset; at++) if (text[at] === '\n') line++
    return line
  }
}

function readEntry(block: Block, macros: string): { block: Block; entry?: BibtexEntry; faults: ForeignWork['faults'] } {
  if (!block.isClosed) return { block, faults: [{ line: block.line, says: 'a brace that is opened here is never closed' }] }
  try {
    const [entry] = parseBibtex(macros + block.text)
    if (!entry) return { block, faults: [{ line: block.line, says: 'this is not an entry of BibTeX: it has no key' }] }
    return { block, entry, faults: undefinedMacros(entry, block) }
  } catch (error) {
    return { block, faults: [explain(String(error), block)] }
  }
}

const signs: Record<string, string> = {
  lbrace: '“{” or a number',
  rbrace: '“}”',
  equals: '“=”',
  comma: '“,”',
  hash: '“#”',
  quote: 'a quotation mark',
  label: 'the key',
}

/** What the parser says of an entry, in words; the macros before it stand on its first line. */
function explain(error: string, { text, line }: Block): ForeignWork['faults'][number] {
  const [, expected, found, at, column] = /(?:expected "(\w+)", got "?(\w+)"?|invalid syntax) at line (\d+) col (\d+)/u.exec(error) ?? []
  const n = Number(at ?? 1)
  const place = line + n - 1
  if (expected === undefined) {
    const sign = n > 1 ? text.split('\n')[n - 1]?.[Number(column) - 1] : undefined
    return { line: place, says: `this is not BibTeX${sign ? `: “${sign}” cannot stand here` : ''}` }
  }
  if (expected === 'comma')
    return { line: place, says: 'this is not BibTeX: a comma is missing after the key, in which no space can stand' }
  if (expected === 'rbrace' && found === 'identifier')
    return { line: place, says: 'this is not BibTeX: a comma is missing before this field' }
  return { line: place, says: `this is not BibTeX: ${signs[expected] ?? 'something'} is missing here` }
}

/** An abbreviation that no `@string` defines stands for nothing. */
function undefinedMacros({ properties }: BibtexEntry, block: Block): ForeignWork['faults'] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const macro = value === '' ? new RegExp(`\\b${name}\\s*=\\s*([a-z][\\w:.+-]*)`, 'iu').exec(block.text)?.[1] : undefined
    return macro ? [{ line: lineIn(block, name), says: `“${macro}” (${name}) is an abbreviation that no @string defines` }] : []
  })
}

const keyIn = (text: string) => /^@\s*\w+\s*[{(]\s*([^,\s{}()=]+)/u.exec(text)?.[1]

/** The line of the block on which a field begins. */
function lineIn({ text, line }: Block, field: string): number {
  const at = new RegExp(`(?:^|[,{(\\s])${field.replace(/[^\w]/gu, '\\$&')}\\s*=`, 'iu').exec(text)
  return line + (text.slice(0, at ? at.index + at[0].search(/\S/u) : 0).match(/\n/gu)?.length ?? 0)
}

/** The entry from which this one takes the fields that it has not. */
function parentOf({ label, properties: { crossref } }: BibtexEntry, byLabel: ReadonlyMap<string, BibtexEntry>): BibtexEntry | undefined {
  return crossref === undefined || crossref === label ? undefined : byLabel.get(String(crossref))
}

function fieldsOf(entry: BibtexEntry, block: Block, byLabel: ReadonlyMap<string, BibtexEntry>): ForeignField[] {
  const names = Object.keys(entry.properties)
  const variables = variablesOf(names, (some) => {
    const rest = withOnly(entry, some)
    return itemOfBibtex(rest, parentOf(rest, byLabel))
  })
  return names.map((name, i) => ({ name, line: lineIn(block, name), value: String(entry.properties[name]), sets: variables[i] ?? [] }))
}

const withOnly = (entry: BibtexEntry, names: readonly string[]): BibtexEntry => ({
  ...entry,
  properties: Object.fromEntries(Object.entries(entry.properties).filter(([name]) => names.includes(name))),
})

function canRead(entry: BibtexEntry): boolean {
  try {
    return itemOfBibtex(entry) !== undefined
  } catch {
    return false
  }
}
