/**
 * The characters that a TrueType face has: its `cmap` table, formats 4 and 12
 * (https://learn.microsoft.com/typography/opentype/spec/cmap).
 */
export function charactersOf(face: Uint8Array): ReadonlySet<number> {
  const view = new DataView(face.buffer, face.byteOffset, face.byteLength)
  const cmap = tableAt(view, 'cmap')
  const characters = new Set<number>()
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const table = cmap + view.getUint32(cmap + 4 + 8 * i + 4)
    const format = view.getUint16(table)
    if (format === 12) readGroups(view, table, characters)
    if (format === 4) readSegments(view, table, characters)
  }
  return characters
}

function tableAt(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)))
    if (name === tag) return view.getUint32(entry + 8)
  }
  throw new Error(`The face has no table “${tag}”.`)
}

function readGroups(view: DataView, table: number, characters: Set<number>) {
  for (let i = 0; i < view.getUint32(table + 12); i++) {
    const group = table + 16 + 12 * i
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) characters.add(code)
  }
}

function readSegments(view: DataView, table: number, characters: Set<number>) {
  const doubled = view.getUint16(table + 6)
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map((at) => table + at)
  for (let i = 0; i < doubled; i += 2) {
    const [end, start, delta, range] = [ends, starts, deltas, ranges].map((at) => view.getUint16((at ?? 0) + i))
    if (end === undefined || start === undefined || delta === undefined || range === undefined) continue
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : view.getUint16((ranges ?? 0) + i + range + 2 * (code - start))
      if ((glyph & 0xffff) !== 0) characters.add(code)
    }
  }
}
