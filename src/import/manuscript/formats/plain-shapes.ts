/** Lines of plain text that are a table or a numbered list, from a line on: how many they are, and what is in them. */
export type PlainShape =
  | { readonly kind: 'table'; readonly length: number; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly length: number; readonly items: readonly string[] }

/**
 * What begins at a line of plain text, if it is no paragraph.
 *
 * @param isNote whether a line begins a note, which is no item of a list
 */
export function shapeAt(lines: readonly string[], at: number, isNote: (at: number) => boolean): PlainShape | undefined {
  return listAt(lines, at, isNote) ?? tableAt(lines, at, isNote)
}

const itemAt = (line = '') => /^\s*(\d{1,2})([.)])\s+(?=\S)/u.exec(line)

/** Items numbered from one on, with the lines that go on below them; an empty line may stand between two. */
function listAt(lines: readonly string[], from: number, isNote: (at: number) => boolean): PlainShape | undefined {
  const first = itemAt(lines[from])
  if (Number(first?.[1]) !== 1 || isNote(from)) return undefined
  const items: string[] = []
  let at = from
  let end = from
  while (at < lines.length && !isNote(at)) {
    const item = itemAt(lines[at])
    if (Number(item?.[1]) !== items.length + 1 || item?.[2] !== first?.[2]) break
    const words = [(lines[at] ?? '').slice(item?.[0].length)]
    for (at++; at < lines.length && lines[at]?.trim() !== '' && !itemAt(lines[at]) && !isNote(at); at++) words.push(lines[at] ?? '')
    items.push(words.map((line) => line.trim()).join(' '))
    end = at
    while (lines[at]?.trim() === '') at++
  }
  return items.length < 2 ? undefined : { kind: 'list', length: end - from, items }
}

/** Rows of cells that tabs, upright lines or columns of blanks divide. */
function tableAt(lines: readonly string[], from: number, isNote: (at: number) => boolean): PlainShape | undefined {
  const length = lines.slice(from).findIndex((line, i) => line.trim() === '' || isNote(from + i))
  const block = lines.slice(from, length < 0 ? undefined : from + length)
  const rows = inTabs(block) ?? inLines(block) ?? inColumns(block)
  return rows && { kind: 'table', length: block.length, rows }
}

function inTabs(block: readonly string[]): string[][] | undefined {
  const rows = block.map((line) => line.trim().split(/\t+/u))
  return block.length > 1 && rows.every((row) => row.length > 1 && row.length === rows[0]?.length) ? trimmed(rows) : undefined
}

function inLines(block: readonly string[]): string[][] | undefined {
  const isRule = (line: string) => /^\s*[|+][-=+|: ]+[|+]?\s*$/u.test(line)
  const rows = block
    .filter((line) => !isRule(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/gu, '')
        .split('|'),
    )
  return rows.length > 1 && rows.every((row) => row.length > 1 && row.length === rows[0]?.length) ? trimmed(rows) : undefined
}

/** In lines of a page, what stands below each other behind blanks of all lines. */
function inColumns(block: readonly string[]): string[][] | undefined {
  const isRule = (line: string) => /^[\s\-–—=_]+$/u.test(line)
  const written = block.filter((line) => !isRule(line)).map((line) => line.replaceAll('\t', '        '))
  if (written.length < 3) return undefined
  const width = Math.max(...written.map((line) => line.length))
  const isBlank = Array.from({ length: width }, (_, i) => written.every((line) => (line[i] ?? ' ') === ' '))
  const starts = isBlank.flatMap((blank, i) => (!blank && (i === 0 || (isBlank[i - 1] && (i < 2 || isBlank[i - 2]))) ? [i] : []))
  // What is indented as a whole begins with its first column.
  const indent = Math.min(...written.map((line) => line.length - line.trimStart().length))
  const columns = starts.filter((start) => start >= indent)
  if (columns.length < 2) return undefined
  const rows = trimmed(written.map((line) => columns.map((start, i) => line.slice(i === 0 ? 0 : start, columns[i + 1]))))
  const full = rows.filter((row) => row.filter((cell) => cell !== '').length > 1)
  return full.length >= written.length * 0.8 && rows.filter(([first]) => first !== '').length >= written.length * 0.8 ? rows : undefined
}

const trimmed = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((cell) => cell.trim().replace(/ {2,}/gu, ' ')))
