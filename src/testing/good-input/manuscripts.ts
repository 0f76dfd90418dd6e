import type fc from 'fast-check'
import type { ManuscriptFile } from '../../model/facts.ts'
import { blocks, indented } from './blocks.ts'
import { type Draw, drawn } from './draw.ts'
import { asYaml, chartFields, eventFields, placeFields, seriesFields, sourceFields, termFields } from './entries.ts'
import { idMark, noteMark, plainWords, type Stock } from './sentences.ts'

/** A small manuscript without mistakes, whose ids begin alike so that others can be put beside it. */
type Shape = {
  readonly parts: readonly { readonly id: string; readonly fields: object; readonly body: string }[]
  readonly files: readonly ManuscriptFile[]
  readonly events: readonly object[]
  readonly places: readonly object[]
}

/** One manuscript of several shapes side by side, and of pages that may be there or not. */
export function manuscripts(prefixes: readonly string[]): fc.Arbitrary<ManuscriptFile[]> {
  return drawn((draw) =>
    compose(
      draw,
      prefixes.map((prefix) => shapeOf(draw, prefix)),
    ),
  )
}

export const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 40" width="20" height="40"><path d="M5 0h10l5 40H0z"/></svg>\n'

function compose(draw: Draw, all: readonly Shape[]): ManuscriptFile[] {
  const parts = all.flatMap((shape) => shape.parts)
  const [events, places] = [all.flatMap((shape) => shape.events), all.flatMap((shape) => shape.places)]
  const page = (path: string) =>
    draw.onceIn(2)
      ? [
          textFile(
            path,
            { title: plainWords(draw), description: plainWords(draw) },
            finished(draw, blocks(draw, nothing, 'entry', 0, 3), `page-${path.slice(6, -4)}`, []),
          ),
        ]
      : []
  return [
    {
      path: 'series.yaml',
      text: asYaml(
        seriesFields(
          draw,
          parts.map(({ id }) => id),
        ),
      ),
    },
    ...parts.map(({ id, fields, body }, i) => textFile(`parts/${id}.mdx`, { ...fields, part: i + 1 }, body)),
    ...all.flatMap(({ files }) => files),
    ...(events.length > 0 ? [{ path: 'timeline.yaml', text: asYaml(events) }] : []),
    ...(places.length > 0 ? [{ path: 'places.yaml', text: asYaml(places) }] : []),
    { path: 'pictures/tower.svg', text: picture, digest: '0' },
    ...page('pages/home.mdx'),
    ...page('pages/about.mdx'),
  ]
}

const nothing: Stock = { terms: [], sources: [], charts: [] }

function shapeOf(draw: Draw, prefix: string): Shape {
  const ids = (what: string, most: number) => draw.several(0, most, (i) => `${prefix}-${what}-${i}`)
  const [terms, sources, charts, places] = [ids('term', 3), ids('source', 3), ids('chart', 1), ids('place', 2)]
  const stock = { terms, sources, charts }
  return {
    parts: draw.several(1, 2, (i) => {
      const id = `${prefix}-part-${i}`
      return {
        id,
        fields: { title: plainWords(draw), description: plainWords(draw), published: '2026-01-01' },
        body: partBody(draw, stock, id),
      }
    }),
    files: [
      ...terms.map((id, i) =>
        textFile(
          `glossary/${id}.mdx`,
          termFields(draw, id, terms.slice(0, i), sources),
          finished(draw, blocks(draw, stock, 'entry', 1, 2), id, []),
        ),
      ),
      ...sources.map((id) => ({ path: `sources/${id}.yaml`, text: asYaml(sourceFields(draw, id)) })),
      ...charts.map((id) => ({ path: `charts/${id}.yaml`, text: asYaml(chartFields(draw, id, sources.slice(0, 1))) })),
    ],
    events: ids('event', 2).map((id) => eventFields(draw, id, { terms, sources, places })),
    places: places.map((id) => placeFields(draw, id, terms)),
  }
}

const textFile = (path: string, fields: object, body: string): ManuscriptFile => ({ path, text: `---\n${asYaml(fields)}---\n\n${body}` })

function partBody(draw: Draw, stock: Stock, id: string): string {
  const notes = draw.several(0, 4, (i) => `${id}-note-${i}`)
  return finished(
    draw,
    blocks(draw, stock, 'part'),
    id,
    notes.map((note) => ({ note, body: noteBody(draw, stock) })),
  )
}

/** Every note has words, at its beginning or at its end. */
function noteBody(draw: Draw, stock: Stock): string {
  const body = blocks(draw, stock, 'note', 1, 2)
  return draw.oneOf(['It burned.', `So.\n\n${body}`, `${body}\n\nSo.`]).trim()
}

type Note = { readonly note: string; readonly body: string }

/** The text with its notes: marks become references and ids, and a note that nothing refers to gets a place. */
function finished(draw: Draw, text: string, prefix: string, notes: readonly Note[]): string {
  const withReferences = (words: string) =>
    words.replaceAll(noteMark, () => {
      const [first, ...others] = notes.map(({ note }) => note)
      return first === undefined ? '' : `[^${draw.oneOf([first, ...others])}]`
    })
  const referring = withReferences(text)
  const definitions = notes.map(({ note, body }) => ({ note, body: withReferences(body) }))
  const unreached = definitions.filter(({ note }) => !reachable(referring, definitions).has(note))
  const places = unreached.map(({ note }) =>
    draw.oneOf([
      `[^${note}] said so.`,
      `## Of this[^${note}]`,
      `- An item[^${note}]`,
      `| A cell[^${note}] |\n|---|`,
      `> Words[^${note}]`,
      `*So*.[^${note}]`,
    ]),
  )
  let count = 0
  return `${[
    ...draw.oneOf([
      [referring, ...places],
      [...places, referring],
    ]),
    '[the-site]: https://example.org/',
    ...definitions.map(({ note, body }) => `[^${note}]: ${indented(body, 4)}`),
  ]
    .join('\n\n')
    .replaceAll(idMark, () => `${prefix}-place-${++count}`)}\n`
}

/** The notes that the text leads to, directly or by way of others. */
function reachable(text: string, notes: readonly Note[]): ReadonlySet<string> {
  const found = new Set<string>()
  const follow = (words: string) => {
    for (const { note, body } of notes) {
      if (found.has(note) || !words.includes(`[^${note}]`)) continue
      found.add(note)
      follow(body)
    }
  }
  follow(text)
  return found
}
