import { bytesOfString, type Objects, textOfString, tokensOf, type Value } from './objects.ts'

/** The text of a page by the numbers of its marked contents (ISO 32000-1, §14.6); what is for the eye alone has none. */
export function markedTextOf(page: Value, objects: Objects): ReadonlyMap<number, string> {
  const { dictionary, list, stream } = objects
  const { Contents, Resources } = dictionary(page)
  const fonts = Object.entries(dictionary(dictionary(Resources).Font)).map(
    ([name, font]) => [`/${name}`, readCharacterMap(stream(dictionary(font).ToUnicode))] as const,
  )
  return readContent(list(Contents).map(stream).join('\n'), new Map(fonts))
}

type CharacterMap = ReadonlyMap<number, string>

/** Contents that are open, from the outermost: their number, and the words that stand for what they show. */
type Open = { readonly id: number | undefined; readonly instead: string | undefined }

function readContent(content: string, fonts: ReadonlyMap<string, CharacterMap>): Map<number, string> {
  const texts = new Map<number, string>()
  const open: Open[] = []
  const add = (words: string) => {
    const id = open.findLast((each) => each.id !== undefined)?.id
    if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + words)
  }
  let font: CharacterMap = new Map()
  let operands: string[] = []
  for (const token of tokensOf(content)) {
    if (token === 'BDC' || token === 'BMC') {
      const id = operands.indexOf('/MCID')
      const instead = operands.indexOf('/ActualText')
      open.push({
        id: id === -1 ? undefined : Number(operands[id + 1]),
        instead: instead === -1 ? undefined : textOfString(operands[instead + 1] ?? ''),
      })
      add(open.at(-1)?.instead ?? '')
    } else if (token === 'EMC') open.pop()
    else if (token === 'Tf') font = fonts.get(operands.at(-2) ?? '') ?? new Map()
    else if ((token === 'Tj' || token === 'TJ') && open.every(({ instead }) => instead === undefined)) {
      add(
        operands
          .filter((operand) => /^(?:\(|<(?!<))/u.test(operand))
          .map((codes) => decode(codes, font))
          .join(''),
      )
    } else if (!/^[A-Za-z'"*]+$/u.test(token)) {
      operands.push(token)
      continue
    }
    operands = []
  }
  return texts
}

/** Each character is two bytes. */
function decode(written: string, font: CharacterMap): string {
  const bytes = bytesOfString(written)
  return Array.from({ length: bytes.length >> 1 }, (_, i) => font.get(bytes.readUInt16BE(2 * i)) ?? '').join('')
}

/** A ToUnicode map (ISO 32000-1, §9.10.3). */
function readCharacterMap(source: string): CharacterMap {
  const map = new Map<number, string>()
  const hex = (digits = '') => Number.parseInt(digits, 16)
  for (const [, block = ''] of source.matchAll(/beginbfchar(.*?)endbfchar/gsu))
    for (const [, code, words = ''] of block.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/gu))
      map.set(hex(code), textOfString(`<FEFF${words}>`))
  for (const [, block = ''] of source.matchAll(/beginbfrange(.*?)endbfrange/gsu))
    for (const [, from, to, first] of block.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/gu))
      for (let code = hex(from); code <= hex(to); code++) map.set(code, String.fromCodePoint(hex(first) + code - hex(from)))
  return map
}
