/** What a face is called for a typesetter that finds faces by family, weight and slant. */
export type Dress = {
  readonly family: string
  /** As the book’s list of fonts names it. */
  readonly postScript: string
  readonly weight: number
  readonly isItalic: boolean
}

/**
 * The same face by another name, and with the weight and slant it is used for, whatever it says of itself; its copyright and
 * its licence stay (https://learn.microsoft.com/typography/opentype/spec/otff, “name”, “OS/2” and “head”).
 *
 * @param font TrueType or OpenType, one face
 */
export function dressFace(font: Uint8Array, dress: Dress): Buffer {
  const tables = tablesOf(font)
  const [os2, head] = [copyOf(tables, 'OS/2'), copyOf(tables, 'head')]
  os2.writeUInt16BE(dress.weight, 4)
  const selection = os2.readUInt16BE(62) & ~0b110_0001
  os2.writeUInt16BE(
    selection | (dress.isItalic ? 1 : 0) | (dress.weight >= 600 ? 0x20 : 0) | (!dress.isItalic && dress.weight < 600 ? 0x40 : 0),
    62,
  )
  head.writeUInt16BE((dress.weight >= 600 ? 1 : 0) | (dress.isItalic ? 2 : 0), 44)
  head.writeUInt32BE(0, 8)
  tables
    .set('OS/2', os2)
    .set('head', head)
    .set('name', nameTable(tables.get('name'), dress))
  return written(font, tables)
}

type Tables = Map<string, Buffer>

function tablesOf(font: Uint8Array): Tables {
  const bytes = Buffer.from(font)
  return new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => {
      const entry = 12 + 16 * i
      const [start, length] = [bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)]
      return [bytes.toString('latin1', entry, entry + 4), bytes.subarray(start, start + length)]
    }),
  )
}

function copyOf(tables: Tables, tag: string): Buffer {
  const table = tables.get(tag)
  if (!table) throw new Error(`The face has no table “${tag}”.`)
  return Buffer.from(table)
}

/** Names of copyright, version, licence and its address are those of the face. */
const keptNames = [0, 5, 13, 14]

function nameTable(old: Buffer | undefined, { family, postScript, weight, isItalic }: Dress): Buffer {
  const style = [...(weight >= 600 ? ['Bold'] : []), ...(isItalic ? ['Italic'] : [])].join(' ') || 'Regular'
  const names = new Map<number, Buffer>([...namesOf(old)].filter(([id]) => keptNames.includes(id)))
  for (const [id, name] of [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, postScript],
  ] as const)
    names.set(id, inUtf16(name))
  const sorted = [...names].sort(([a], [b]) => a - b)
  const head = Buffer.alloc(6 + 12 * sorted.length)
  head.writeUInt16BE(sorted.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  for (const [i, [id, name]] of sorted.entries()) {
    for (const [j, value] of [3, 1, 0x409, id, name.length, offset].entries()) head.writeUInt16BE(value, 6 + 12 * i + 2 * j)
    offset += name.length
  }
  return Buffer.concat([head, ...sorted.map(([, name]) => name)])
}

const inUtf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** Names in UTF-16, as Windows has them; every font has these. */
function* namesOf(table: Buffer | undefined): Generator<[id: number, name: Buffer]> {
  if (!table) return
  const strings = table.readUInt16BE(4)
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const [platform, , , id = 0, length = 0, offset = 0] = Array.from({ length: 6 }, (_, j) => table.readUInt16BE(6 + 12 * i + 2 * j))
    if (platform === 3) yield [id, table.subarray(strings + offset, strings + offset + length)]
  }
}

function written(font: Uint8Array, tables: Tables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const directory = Buffer.alloc(12 + 16 * sorted.length)
  directory.set(font.subarray(0, 4))
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  for (const [i, value] of [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].entries())
    directory.writeUInt16BE(value, 4 + 2 * i)
  const pieces: Buffer[] = []
  let offset = directory.length
  for (const [i, [tag, table]] of sorted.entries()) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
    const entry = 12 + 16 * i
    directory.write(tag, entry, 'latin1')
    for (const [j, value] of [checksum(padded), offset, table.length].entries()) directory.writeUInt32BE(value, entry + 4 + 4 * j)
    pieces.push(padded)
    offset += padded.length
  }
  const whole = Buffer.concat([directory, ...pieces])
  const head = sorted.findIndex(([tag]) => tag === 'head')
  whole.writeUInt32BE((0xb1b0afba - checksum(whole)) >>> 0, directory.readUInt32BE(12 + 16 * head + 8) + 8)
  return whole
}

function checksum(bytes: Buffer): number {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0
  return sum
}
