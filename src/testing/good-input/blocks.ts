import type { Draw } from './draw.ts'
import { idMark, plainWords, type Room, type Stock, sentence } from './sentences.ts'

/** What a text may hold: notes have no headings, and only parts have charts and notes. */
export type TextKind = 'part' | 'note' | 'entry'

/** Headings as deep as was drawn, made right by {@link withLevels}. */
const headingMark = '######'

/** Blocks of a text, in any order, with empty lines between them. */
export function blocks(draw: Draw, stock: Stock, kind: TextKind, least = 0, most = 6): string {
  return withLevels(draw.several(least, most, () => block(draw, stock, kind, kind === 'note' ? 1 : 2)).join('\n\n'), draw)
}

function block(draw: Draw, stock: Stock, kind: TextKind, depth: number): string {
  const room: Room = kind === 'note' ? 'note' : 'text'
  const paragraph = () => sentence(draw, stock, room)
  if (draw.onceIn(3)) return paragraph()
  const inside = (least = 1) =>
    draw.several(least, 3, () => (depth > 0 ? block(draw, stock, kind === 'part' ? 'entry' : kind, depth - 1) : paragraph())).join('\n\n')
  const choices: [() => string, ...(() => string)[]] = [
    () => list(draw, inside, stock),
    () => prefixed(inside(), '> '),
    () => table(draw, stock),
    () => draw.oneOf(['```\n<lamp>{light}</lamp>\n```', '```js title="lamp.js"\nconst lamp = { lit: true }\n\n// on\n```', '~~~\n~~~']),
    () => draw.oneOf(['$$\n\\sum_{i=1}^n \\frac{t_i}{12} < \\text{all of it}\n$$', '$$E = mc^2$$']),
    () => '***',
    () => '{/* a remark */}',
    () =>
      `<Figure src="tower.svg" alt="A tower"${draw.onceIn(3) ? ` id="${idMark}"` : ''}${draw.oneOf(['/>', `>${sentence(draw, stock, 'line', 2)}</Figure>`, `>\n${inside()}\n</Figure>`])}`,
    ...(kind === 'note' || depth < 2 ? [] : [(): string => heading(draw, stock)]),
    ...(kind === 'part' ? stock.charts.map((id) => (): string => `<Chart id="${id}"/>`) : []),
    () =>
      `<Verse${draw.onceIn(3) ? ' lang="la"' : ''}>\n${sentence(draw, stock, 'line', 2)}\n  ${sentence(draw, stock, 'line', 2)}\n\n${paragraph()}\n</Verse>`,
    () => `<Aside${draw.onceIn(2) ? ' title="A lamp"' : ''}>\n${inside()}\n</Aside>`,
    () => `<Table${draw.onceIn(3) ? ` id="${idMark}"` : ''}>\nOil ${sentence(draw, stock, 'line', 2)}\n\n${table(draw, stock)}\n</Table>`,
    ...stock.sources.map((id) => (): string => quotation(draw, stock, id, inside)),
    ...stock.terms.map((id) => (): string => `<Term id="${id}"/>`),
  ]
  return draw.oneOf(choices)()
}

function heading(draw: Draw, stock: Stock): string {
  const words = draw.oneOf<() => string>([
    () => sentence(draw, stock, 'line', 3),
    () => draw.oneOf(['Notes', 'Conclusion', '1905: a rehearsal', '—', '🎉', '❤️', 'Что делать?', '‘Notes’', '1905']),
    () => draw.oneOf(stock.terms.length > 0 ? [`<Term id="${stock.terms[0]}"/>`] : ['A lamp']),
    () => '<CalendarDate gregorian="1917-11-07" year/>',
    () => `<Foreign lang="ru">${plainWords(draw)}</Foreign>`,
    () => '*Emphasis* alone',
  ])()
  // A heading has words, and a fixed id stands after them.
  const seen = /[^\s@]/u.test(words.replace(/\{.*?\}|@note@/gu, '')) ? words : `${words} The lamp`
  return `${headingMark} ${seen}${draw.onceIn(4) ? ` [#${idMark}]` : ''}`
}

function list(draw: Draw, inside: () => string, stock: Stock): string {
  const isOrdered = draw.onceIn(2)
  const isTask = !isOrdered && draw.onceIn(2)
  const first = draw.oneOf([1, 3, 10])
  const items = draw.several(1, 4, (i) => {
    const marker = isOrdered ? `${first + i}. ` : '- '
    if (isTask) return `${marker}[${draw.oneOf([' ', 'x'])}] ${sentence(draw, stock, 'line', 2)}`
    const body = draw.onceIn(8) ? '' : draw.onceIn(2) ? sentence(draw, stock, 'line', 3) : `Item\n\n${inside()}`
    return `${marker}${indented(body, marker.length)}`.trimEnd()
  })
  return items.join(draw.oneOf(['\n', '\n\n']))
}

function table(draw: Draw, stock: Stock): string {
  const columns = 1 + draw.upTo(3)
  const row = (make: () => string) => `| ${Array.from({ length: columns }, make).join(' | ')} |`
  const cell = () => (draw.onceIn(6) ? '' : sentence(draw, stock, 'line', 2))
  return [
    row(() => sentence(draw, stock, 'line', 1)),
    row(() => draw.oneOf(['---', ':--', '--:', ':-:'])),
    ...draw.several(0, 3, () => row(cell)),
  ].join('\n')
}

function quotation(draw: Draw, stock: Stock, source: string, inside: () => string): string {
  const name = draw.oneOf(['Quotation', 'Epigraph'])
  const speaker = stock.terms[0]
  const who = draw.oneOf(['', ' by="The clerk"', ...(speaker ? [` speaker="${speaker}"`] : [])])
  const body = draw.oneOf([() => sentence(draw, stock, 'line', 3), inside])()
  return `<${name} source="${source}"${draw.onceIn(2) ? ' locator="p. 3"' : ''}${who}>\n${body}\n</${name}>`
}

export const indented = (text: string, width: number): string => text.replace(/\n(?=[^\n])/gu, `\n${' '.repeat(width)}`)

const prefixed = (text: string, prefix: string) => text.replace(/^/gmu, prefix)

/** Gives headings levels of which none is skipped. */
function withLevels(text: string, draw: Draw): string {
  let last = 1
  return text.replace(/^######(?= )/gmu, () => {
    last = Math.max(2, Math.min(6, last + 1, 2 + draw.upTo(4)))
    return '#'.repeat(last)
  })
}
