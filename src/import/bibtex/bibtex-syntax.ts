/** One field of an entry as it is written, its macros replaced; `value` has still its braces and commands. */
export type BibtexField = { readonly name: string; readonly value: string; readonly line: number }

export type BibtexEntry = {
  /** In small letters. */
  readonly type: string
  readonly key: string
  readonly line: number
  readonly fields: readonly BibtexField[]
  /** What is wrong with the entry, which is read all the same. */
  readonly remarks: readonly { readonly line: number; readonly says: string }[]
}

/** An entry that cannot be read. */
export type BrokenEntry = { readonly name: string; readonly line: number; readonly says: string }

/** Reads a file of BibTeX or BibLaTeX: what is wrong with one entry costs no other. */
export function readBibtexFile(text: string): (BibtexEntry | BrokenEntry)[] {
  const lineAt = lineCounter(text)
  const found: (BibtexEntry | BrokenEntry)[] = []
  const blocks = blocksOf(text)
  const macros = new Map([...stringsIn(blocks), ...months.map((month, i) => [month, String(i + 1)] as const)])
  let pending: BibtexEntry['remarks'] = []
  for (const block of blocks) {
    const line = lineAt(block.start)
    if (block.kind === 'comment' || block.kind === 'preamble') continue
    if (!block.isClosed) {
      if (block.kind !== 'string')
        found.push({ name: keyIn(block.text) ?? `@${block.kind}`, line, says: 'a brace that is opened here is never closed' })
      continue
    }
    const entry = readEntry(block, line, macros)
    if (!('fields' in entry)) {
      if (block.kind !== 'string') found.push(entry)
    } else if (block.kind === 'string') {
      for (const { name, value } of entry.fields) macros.set(name.toLowerCase(), value)
      pending = [...pending, ...entry.remarks]
    } else {
      // What is wrong with an abbreviation is said with the work behind it.
      found.push({ ...entry, remarks: [...pending, ...entry.remarks] })
      pending = []
    }
  }
  return found
}

/** The abbreviations of a whole file, for what uses one before it is defined; each may be made of others. */
function stringsIn(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const strings = blocks.filter(({ kind, isClosed }) => kind === 'string' && isClosed)
  let known = new Map<string, string>()
  for (let pass = 0; pass < Math.min(strings.length, 4); pass++) {
    const before = known
    known = new Map()
    for (const block of strings) {
      const entry = readEntry(block, 1, new Map([...before, ...known]))
      if ('fields' in entry) for (const { name, value } of entry.fields) if (!known.has(name)) known.set(name, value)
    }
  }
  return known
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A stretch of the file from an `@` to the brace that closes it, or to where the next begins if none does. */
type Block = { readonly kind: string; readonly text: string; readonly start: number; readonly isClosed: boolean; readonly stray?: string }

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  const start = /(?<![\p{L}\d.])@\s*([a-z]+)\s*[{(]/giu
  for (let found = start.exec(text); found; ) {
    const kind = (found[1] ?? '').toLowerCase()
    const closing = closingBrace(text, start.lastIndex)
    const next = /^[ \t]*@\s*[a-z]+\s*[{(]/gimu
    next.lastIndex = start.lastIndex
    const nextStart = next.exec(text)?.index ?? text.length
    const isClosed = closing !== undefined && (closing <= nextStart || isEntry(text.slice(found.index, closing)))
    const end = isClosed ? closing : nextStart
    start.lastIndex = end
    const following = start.exec(text)
    const stray = /(?<=^|,)[ \t]*[a-z-]+[ \t]*=[ \t]*["{\d]/imu.exec(text.slice(end, following?.index))?.[0]
    blocks.push({ kind, text: text.slice(found.index, end), start: found.index, isClosed, ...(stray !== undefined && { stray }) })
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
    // Of an entry in parentheses, those in quotation marks are part of a value.
    else if (depth === 0 && sign === '"' && closes === ')') i = endOfMarks(text, i + 1) ?? i
    else if (sign === '{') depth++
    else if (sign === '}') depth--
  }
  return undefined
}

/** Where quotation marks close that opened before `from`; nothing where they do not. */
function endOfMarks(text: string, from: number): number | undefined {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const sign = text[i]
    if (sign === '\\' && text[i + 1] !== '"') i++
    else if (sign === '{') depth++
    else if (sign === '}') depth--
    else if (sign === '"' && depth === 0) return i
  }
  return undefined
}

/** Whether a stretch that holds the beginning of another entry is one all the same: a summary may quote BibTeX. */
function isEntry(text: string): boolean {
  const entry = readEntry({ kind: /@\s*([a-z]+)/iu.exec(text)?.[1] ?? '', text, start: 0, isClosed: true }, 1, new Map())
  return 'fields' in entry && entry.remarks.every(({ says }) => says.includes('abbreviation'))
}

function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0]
  return (offset) => {
    if (offset < at) [line, at] = [1, 0]
    for (; at < offset; at++) if (text[at] === '\n') line++
    return line
  }
}

/** The key of an entry that cannot be read. */
const keyIn = (text: string) => /^@\s*[a-z]+\s*[{(]\s*([^\s,{}"=#%]+)\s*,/iu.exec(text)?.[1]

/** Reads one entry from left to right. */
function readEntry({ kind, text, stray }: Block, startLine: number, macros: ReadonlyMap<string, string>): BibtexEntry | BrokenEntry {
  const lineAt = lineCounter(text)
  const remarks: { line: number; says: string }[] = []
  let at = (/^@\s*[a-z]+\s*[{(]/iu.exec(text)?.[0] ?? '').length
  const end = text.length - 1
  const lineHere = () => startLine + lineAt(at) - 1
  const skip = () => {
    while (at < end && (/\s/u.test(text[at] ?? '') || (text[at] === '%' && /(?:^|\n)[ \t]*$/u.test(text.slice(0, at))))) {
      if (text[at] === '%') while (at < end && text[at] !== '\n') at++
      else at++
    }
  }
  let key = ''
  if (kind !== 'string') {
    const head = /^\s*([^,={}"#]*?)\s*(?=[,}\n]|$)/u.exec(text.slice(at, end))
    const isField = /^\s*[^\s=,{}"#]+\s*=/u.test(text.slice(at, end))
    if (!isField) {
      key = head?.[1]?.trim() ?? ''
      at += head?.[0].length ?? 0
    } else remarks.push({ line: startLine, says: 'the entry has no key' })
    if (/\s/u.test(key)) remarks.push({ line: startLine, says: `the key “${key}” has a space in it, which BibTeX does not read` })
    skip()
    if (text[at] === ',') at++
    else if (at < end && !isField) remarks.push({ line: startLine, says: 'a comma is missing after the key' })
  }
  const fields: BibtexField[] = []
  for (;;) {
    skip()
    while (at < end && text[at] === ',') {
      at++
      skip()
    }
    if (at >= end) break
    const line = lineHere()
    const name = /^[^\s=,{}"#()]+/u.exec(text.slice(at, end))?.[0] ?? ''
    at += name.length
    skip()
    if (name === '' || text[at] !== '=') {
      if (name === '' && fields.length === 0 && key === '')
        return { name: `@${kind}`, line: startLine, says: 'this is not an entry of BibTeX' }
      remarks.push({
        line,
        says: name === '' ? `“${text[at]}” cannot stand here` : `“${name}” has no value behind it: an equals sign is missing`,
      })
      // On with the next field.
      const rest = /,|\n(?=\s*[\w-]+\s*=)/u.exec(text.slice(Math.max(at, at + (name === '' ? 1 : 0)), end))
      at = rest ? at + (name === '' ? 1 : 0) + rest.index : end
      continue
    }
    at++
    const value = readValue(name)
    if (value === undefined) {
      remarks.push({ line, says: `${name}: the value is never closed` })
      break
    }
    if (fields.some((field) => field.name.toLowerCase() === name.toLowerCase()))
      remarks.push({ line, says: `${name}: it stands twice; the first is taken` })
    else fields.push({ name: name.toLowerCase(), value, line })
    skip()
    if (at < end && text[at] !== ',') remarks.push({ line: lineHere(), says: 'a comma is missing before this field' })
  }
  if (stray !== undefined) {
    remarks.push({
      line: startLine + lineAt(text.length) - 1 + (stray.startsWith('\n') ? 1 : 0),
      says: 'a field stands behind the end of its entry: a brace before it closes too early',
    })
  }
  return { type: kind, key, line: startLine, fields, remarks }

  function readValue(field: string): string | undefined {
    const parts: string[] = []
    for (;;) {
      skip()
      const sign = text[at]
      if (sign === '{' || sign === '"') {
        const part = sign === '{' ? inBraces() : inMarks()
        if (part === undefined) return undefined
        parts.push(part)
      } else {
        const word = /^[^\s,#{}"=]+/u.exec(text.slice(at, end))?.[0] ?? ''
        at += word.length
        const macro = macros.get(word.toLowerCase())
        if (macro === undefined && word !== '' && !/^\d+$/u.test(word)) {
          remarks.push({ line: lineHere(), says: `“${word}” (${field}) is an abbreviation that no @string defines; taken as it is` })
        }
        parts.push(macro ?? word)
      }
      skip()
      if (text[at] !== '#') return parts.join('')
      at++
    }
  }

  function inBraces(): string | undefined {
    const close = closingBrace(text, at + 1)
    if (close === undefined || close > text.length) return undefined
    const value = text.slice(at + 1, close - 1)
    at = close
    return value
  }

  function inMarks(): string | undefined {
    const close = endOfMarks(text, at + 1)
    if (close === undefined || close >= end) return undefined
    const value = text.slice(at + 1, close)
    at = close + 1
    return value
  }
}
