import type { PartRecords } from '../src/editions/search/records.ts'
import type { Series } from '../src/model/series.ts'

/**
 * A series of any length for the benchmark: parts of about 4,500 words in 55 paragraphs with 8 headings and 12 notes,
 * as the first publication has them, written with its own words at their own frequency and, for each part, some that no
 * other part has. Terms, sources and events are those of the first publication.
 */
export function generateSeries(model: Series, parts: number): { series: Series; records: PartRecords[] } {
  const words = model.parts.flatMap(({ paragraphs, notes }) => [...paragraphs, ...notes].flatMap(({ text }) => text.split(' ')))
  const next = generator(1917)
  const sentence = (length: number, part: number) => {
    const chosen = Array.from({ length }, (_, i) =>
      i % 40 === 39 ? `coined${part}x${Math.floor(next() * 30)}` : (words[Math.floor(next() * words.length)] ?? ''),
    )
    return `${chosen.join(' ')}.`
  }
  const record = (kind: 'part' | 'note', url: string, title: string, place: string, text: string) => ({
    kind,
    url,
    title,
    place,
    text,
    days: [],
  })
  const made = Array.from({ length: parts }, (_, i) => {
    const number = i + 1
    const href = `/part-${number}/`
    return {
      facts: { ...(model.parts[0] as Series['parts'][number]), number, slug: `part-${number}`, href, title: sentence(6, number) },
      records: {
        headings: Array.from({ length: 8 }, (_, k) => ({
          ...record('part', `${href}#section-${k}`, sentence(4, number), `Part ${number}`, sentence(4, number)),
          isHeading: true as const,
        })),
        paragraphs: Array.from({ length: 55 }, (_, k) =>
          record('part', `${href}#p-${k}`, `Section ${Math.floor(k / 7)}`, `Part ${number}, ¶ ${k + 1}`, sentence(62, number)),
        ),
        notes: Array.from({ length: 12 }, (_, k) =>
          record('note', `${href}#note-${k}`, `Note ${k + 1}`, `Part ${number}`, sentence(90, number)),
        ),
      },
    }
  })
  return { series: { ...model, parts: made.map(({ facts }) => facts) }, records: made.map(({ records }) => records) }
}

/** Numbers from 0 to 1 that are the same in every run (Park and Miller, Comm. ACM 31, 1988). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
