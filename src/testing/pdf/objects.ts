import { inflateSync } from 'node:zlib'

/** An object of a PDF (ISO 32000-1, §7.3): dictionaries and lists; numbers, names, strings and references as they are written. */
export type Value = string | Value[] | Dictionary
export type Dictionary = { readonly [name: string]: Value }

export type Objects = {
  readonly numbers: readonly number[]
  /** What a value is, or the object that it refers to. */
  readonly resolve: (value: Value | undefined) => Value
  readonly dictionary: (value: Value | undefined) => Dictionary
  /** A list; of one value where there is no list, and none where there is nothing. */
  readonly list: (value: Value | undefined) => readonly Value[]
  /** What follows a dictionary as bytes, unpacked, in Latin-1. */
  readonly stream: (reference: Value | undefined) => string
}

/** Reads the objects of a PDF as our typesetter writes them: each by itself, with an empty line behind it. */
export function readObjects(bytes: Uint8Array): Objects {
  const source = Buffer.from(bytes).toString('latin1')
  const bodies = new Map(
    [...source.matchAll(/(?<=\n)(\d+) 0 obj\n(.*?)\n(?:stream\n|endobj)/gsu)].map((found) => [
      found[1] ?? '',
      { text: found[2] ?? '', end: found.index + found[0].length },
    ]),
  )
  const parsed = new Map<string, Value>()
  const resolve = (value: Value | undefined): Value => {
    const number = numberOf(value)
    if (number === undefined) return value ?? ''
    const known = parsed.get(number) ?? parseValue(tokensOf(bodies.get(number)?.text ?? ''))
    parsed.set(number, known)
    return known
  }
  const dictionary = (value: Value | undefined): Dictionary => {
    const resolved = resolve(value)
    return typeof resolved === 'object' && !Array.isArray(resolved) ? resolved : {}
  }
  return {
    numbers: [...bodies.keys()].map(Number),
    resolve,
    dictionary,
    list: (value) => {
      const resolved = resolve(value)
      return Array.isArray(resolved) ? resolved : value === undefined || resolved === '' ? [] : [value]
    },
    stream: (reference) => {
      const { Length, Filter } = dictionary(reference)
      const start = bodies.get(numberOf(reference) ?? '')?.end ?? 0
      const packed = source.slice(start, start + Number(resolve(Length)))
      return Filter === undefined ? packed : inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
    },
  }
}

const numberOf = (value: Value | undefined) => (typeof value === 'string' ? /^(\d+) 0 R$/u.exec(value)?.[1] : undefined)

/** The tokens of a piece of a PDF, references as one. */
export const tokensOf = (source: string): string[] =>
  source.match(/<<|>>|\[|\]|\d+ 0 R\b|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[\dA-Fa-f\s]*>|[^\s<>[\]()]+/gu) ?? []

/** The value that tokens begin with. */
function parseValue(tokens: readonly string[]): Value {
  let at = 0
  const next = (): Value => {
    const token = tokens[at++] ?? ''
    if (token === '[') {
      const values: Value[] = []
      while (at < tokens.length && tokens[at] !== ']') values.push(next())
      at++
      return values
    }
    if (token !== '<<') return token
    const entries: [string, Value][] = []
    while (at < tokens.length && tokens[at] !== '>>') entries.push([(tokens[at++] ?? '').slice(1), next()])
    at++
    return Object.fromEntries(entries)
  }
  return next()
}

/** The bytes of a string as it is written (§7.3.4): in brackets, or as hexadecimal numbers. */
export function bytesOfString(written: string): Buffer {
  if (!written.startsWith('(')) return Buffer.from(written.slice(1, -1).replace(/\s/gu, ''), 'hex')
  const unescaped = written
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, escaped: string) =>
      /^[0-7]/u.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (controls[escaped] ?? escaped),
    )
  return Buffer.from(unescaped, 'latin1')
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The words of a string: of UTF-16 where it begins with FEFF. */
export function textOfString(written: string): string {
  const bytes = bytesOfString(written)
  return bytes.length > 1 && bytes.readUInt16BE(0) === 0xfeff ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1')
}
