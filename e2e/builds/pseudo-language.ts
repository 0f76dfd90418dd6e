import { english } from '../../src/locales/english.ts'

type Message = string | Readonly<Record<string, string>>

/** Every stretch of words between blanks in brackets, so that a sentence with elements in it has whole ones. */
const bracketed = (message: string) =>
  message
    .split(/(\{\w+\})/u)
    .map((piece) => (/\p{L}/u.test(piece) && !/^\{\w+\}$/u.test(piece) ? `⟦${piece}⟧` : piece))
    .join('')

/** The English catalogue as a language in which each word of the program stands in brackets. */
export function pseudoWords(): string {
  const groups = Object.entries(english as unknown as Record<string, Record<string, Message>>)
  const words = groups.map(([group, messages]) => [
    group,
    Object.fromEntries(
      Object.entries(messages).map(([name, message]) => [
        name,
        typeof message === 'string'
          ? bracketed(message)
          : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, bracketed(text)])),
      ]),
    ),
  ])
  // JSON is YAML.
  return JSON.stringify(Object.fromEntries(words))
}

const rights = 'rights: { name: CC BY-SA 4.0, url: https://creativecommons.org/licenses/by-sa/4.0/ }'
const front = (fields: string, text: string) => `---\n${fields}\n---\n\n${text}\n`

/** A series with something of everything, whose own words are in Cyrillic letters. */
export const pseudoSeries: Readonly<Record<string, string>> = {
  'series.yaml': `title: Хранители
slug: lamna
language: ru-XA
description: Маленькая серия.
authors: [{ literal: Островное издательство }]
publisher: Издательство
${rights}
follows: [{ title: Лекция }]
parts: [one, two]
new-calendar: 1918-02-14
`,
  'parts/one.mdx': front(
    'title: Огонь\npart: 1\ndescription: Об огне.\npublished: 2026-01-01\nrevisions: [{ date: 2026-02-02, version: "1.0", changed: Поправки. }]',
    `<Epigraph source="kniga" by="Смотритель">
Свет.
</Epigraph>

Огонь <Term id="partiya"/> горел <CalendarDate julian="1917-10-25" year/>.[^raz] И ещё раз.[^raz]

## Башня [#bashnya]

| а | б |
|---|---|
| 1 | 2 |

- [ ] Нет
- [x] Да

<Quotation source="kniga" locator="с. 12" by="Рыбак">
Слова.
</Quotation>

<Chart id="golosa"/>

<Chart id="maslo"/>

[^raz]: <Source id="kniga" locator="гл. 3"/> пишет; <Certainty level="disputed">так ли это</Certainty>.
`,
  ),
  'parts/two.mdx': front('title: Вахта\npart: 2\ndescription: О вахте.\npublished: 2026-01-01', 'Вахта <Term id="frakciya"/>.'),
  'glossary/partiya.mdx': front(
    `name: Партия фонаря
kind: party
aliases: [Фонарщики]
native: [{ text: Партия на фенера, language: bg }]
dates: { start: { julian: 1907 }, end: { gregorian: 1924 }, note: по спискам }
relations: [{ type: led-by, term: vardas }]
sources: [{ source: kniga, locator: гл. 1 }]
identifiers: { wikidata: Q1234 }`,
    'Партия.',
  ),
  'glossary/frakciya.mdx': front(
    'name: Старые фитили\nkind: faction\nrelations: [{ type: part-of, term: partiya }, { type: split-from, term: partiya, date: { julian: 1908-03 } }]\ncertainty: medium',
    'Фракция <Term id="partiya"/>.',
  ),
  'glossary/vardas.mdx': front('name: Елена Вардас\nsort: Вардас, Елена\nkind: person\ndates: { end: { gregorian: 1940 } }', 'Смотритель.'),
  'sources/kniga.yaml':
    'type: book\ntitle: Книга маяка\nauthor: [{ family: Вардас, given: Елена }, { family: Орр, given: Ада }]\npublisher: Маяк\nissued: "1987"\noriginal-date: "1899"\noriginal-title: Старая книга\nkeyword: primary\n',
  'sources/pisma.yaml': 'type: book\ntitle: Письма\nissued: "1990"\nkeyword: secondary\nfurther-reading: true\n',
  'charts/golosa.yaml':
    'kind: shares\ntitle: Голоса\ndescription: Две полосы.\nseries: [За, Против]\nrows: [{ label: Первое, values: [{ about: 6 }, 3] }, { label: Второе, values: [4, null] }]\nsources: [kniga]\n',
  'charts/maslo.yaml':
    'kind: ranges\ntitle: Масло\ndescription: Полоса.\nunit: Литры\nrows: [{ label: Июнь, low: 1, high: 500 }]\nsources: [kniga]\n',
  'timeline.yaml': ['1916-01-10', '1916-05-02', '1917-02-03', '1917-10-25', '1917-11-01', '1917-12-05']
    .map(
      (day, i) =>
        `- { id: e${i}, julian: ${day}, title: Событие ${i}, text: Было., kind: ${['assembly', 'decision', 'unrest', 'war', 'organisation', 'publication'][i]}, terms: [partiya, vardas], sources: [kniga], place: bashnya${i === 0 ? ', certainty: { level: disputed, because: день спорен }' : ''} }\n`,
    )
    .join(''),
  'places.yaml':
    '- { id: bashnya, name: Башня, latitude: 42.002, longitude: 28.004, tolerance: 20, text: Стоит., term: partiya }\n- { id: gorod, name: Город, latitude: 43, longitude: 27, tolerance: 4000, extent: area, text: Далеко. }\n',
  'map.yaml':
    'title: Скала\ndescription: Скала в море.\nnote: Рисунок.\nbounds: [27.99, 41.99, 28.02, 42.012]\nwater: [{ name: Море, outline: [[27.98, 41.98], [28.03, 41.98], [28.03, 42.02], [27.98, 42.02]] }]\nbridges: []\nstreets: []\nstreams: []\n',
}
