import type { Draw } from './draw.ts'

/** What the texts of a manuscript may name. */
export type Stock = {
  readonly terms: readonly string[]
  readonly sources: readonly string[]
  readonly charts: readonly string[]
}

/** Where a sentence stands: in a cell or heading nothing is on a second line, in a link no other link. */
export type Room = 'text' | 'note' | 'line' | 'link'

/** Stands for a reference to a note, and for an id that nothing else has; both are filled in when the text is whole. */
export const [noteMark, idMark] = ['@note@', '@id@'] as const

const words = [
  'The lamp burned all night',
  'nobody slept',
  'oil',
  '1905',
  'and the keepers wrote it down',
  'Łódź, Dzierżyński',
  'Керенский ушёл',
  'Ο φάρος',
  '灯台の光は消えない',
  'המגדלור האיר',
  'المنارة',
  'e\u0301te\u0301',
  '👩‍👩‍👧 ❤️',
  'a\u00a0barrel of 12½\u00a0litres',
  '— so it was said —',
  '“quoted”, and ’tis so',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'AT&T &amp; &copy; &lt;b&gt; &nbsp;',
  String.raw`2 \< 3, \{not code\}, \*stars\*, C:\\dir`,
  'x/y = ½ · 100 %',
] as const

/** One or more pieces of running text with blanks between them. */
export const sentence = (draw: Draw, stock: Stock, room: Room = 'text', most = 5): string =>
  draw
    .several(1, most, () => piece(draw, stock, room) + (room !== 'link' && draw.onceIn(6) ? noteMark : ''))
    .join(room === 'text' && draw.onceIn(8) ? draw.oneOf(['  \n', '\\\n', '\n']) : ' ')

export const plainWords = (draw: Draw): string => draw.oneOf(words)

function piece(draw: Draw, stock: Stock, room: Room): string {
  if (draw.onceIn(2)) return plainWords(draw)
  const inner = () => sentence(draw, stock, room === 'text' || room === 'note' ? 'line' : room, 2)
  const pieces: [() => string, ...(() => string)[]] = [
    () => `*${plain(draw)}*`,
    () => `**${plain(draw)}**`,
    () => `~~${plain(draw)}~~`,
    () => `***${plain(draw)}***`,
    () => draw.oneOf(['`code`', '`` a ` b ``', '`<b>{x}</b>`']),
    () => `<Foreign lang="${draw.oneOf(['ru', 'ru-Latn', 'el', 'he', 'zh-Hans'])}">${inner()}</Foreign>`,
    () => '{/* a remark */}',
    () => date(draw, room),
    ...(room === 'link' ? [] : [(): string => link(draw, stock), (): string => noteMark + noteMark]),
    ...(room === 'link'
      ? []
      : stock.terms.map((id) => (): string => draw.oneOf([`<Term id="${id}"/>`, `<Term id="${id}">${plain(draw)}</Term>`]))),
    ...(room === 'link' ? [] : stock.sources.map((id) => (): string => citation(draw, id))),
    ...(room === 'note'
      ? [() => `<Certainty level="${draw.oneOf(['disputed', 'low', 'medium', 'high'])}">${plain(draw)}.</Certainty>`]
      : []),
  ]
  return draw.oneOf(pieces)()
}

/** Words that may stand between signs of emphasis. */
const plain = (draw: Draw) => draw.oneOf(['lamp', 'the keepers of the lamp', 'маяк', '1905', 'φάρος'])

function link(draw: Draw, stock: Stock): string {
  // A link has words.
  const text = `the ${sentence(draw, stock, 'link', 2)}`
  return draw.oneOf<() => string>([
    () => 'https://example.org/a_b?c=d&e=%20f#g there',
    () => 'www.example.org there',
    () => 'keeper@example.org there',
    () => `[${text}](https://example.org/ "A title")`,
    () => `[${text}](</notes/>)`,
    () => `[${text}](mailto:keeper@example.org)`,
    () => `[${text}][the-site]`,
    () => `[${text}](/about/)`,
  ])()
}

function date(draw: Draw, room: Room): string {
  const written = draw.oneOf([
    'gregorian="1917"',
    'gregorian="1923-02"',
    'gregorian="1917-11-07"',
    'julian="1917-10-25"',
    'julian="1899-02"',
  ])
  const own = draw.onceIn(4) && room !== 'link' ? `>${plain(draw)}</CalendarDate>` : '/>'
  return `<CalendarDate ${written}${draw.onceIn(2) ? ' year' : ''}${own}`
}

function citation(draw: Draw, id: string): string {
  const locator = draw.oneOf(['', ' locator="p. 12"', ' locator="vol. 3, ch. 44"', ' locator="Preface"', ' locator="§ 4"'])
  const more = draw.oneOf(['', '', ' prefix="see also"', ' suffix=", my translation"', ' suppress-author'])
  const one = `<Source id="${id}"${locator}${more}/>`
  return draw.oneOf([one, `${one}; <Source id="${id}"/>`, `<Source id="${id}"${locator}>${plain(draw)}</Source>`])
}
