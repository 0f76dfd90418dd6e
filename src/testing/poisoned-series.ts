import { publishedSeriesSchema, seriesFormat } from '../model/published-series.ts'
import type { Series } from '../model/series.ts'

/**
 * For tests: signs that mean something in one of the formats that are published, all that would end what holds them.
 * Characters that nobody sees are not among them: no text with one gets past the door (`model/text.ts`).
 */
export const poison = `{x} } , "y" 'z' % # $ & \\ ~ ^ _ @book{ ]]> </script><script>1</script> <!-- --> <i>i</i> and ; : = | \`\${1}\` - * [a](b) \r\nER  - \nTY  - BOOK\n---\nkey: value Ж`

/** For tests: the same on one line, as every format has it. */
export const harmless = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * For tests: a series in which every text that its schema allows to be any text is the poison. Ids, addresses,
 * dates and what is HTML already stay.
 */
export function poisoned(series: Series): Series {
  const names = new Set(namesIn(series))
  for (const name of html) names.delete(name)
  const fields = [...names].filter((name) => isValid(withPoison(series, new Set([name]))))
  return withPoison(series, new Set(fields))
}

/** Fields that hold HTML, which the reading pass has made, and those that name places and versions. */
const html = new Set([
  'html',
  'before',
  'after',
  'citation',
  'entry',
  'inText',
  'citeAs',
  'id',
  'version',
  'key',
  'section',
  'datetime',
  'URL',
  'url',
  'address',
  'keyword',
  'page',
  'DOI',
])

const isValid = (series: Series) =>
  publishedSeriesSchema.safeParse({ $schema: 'https://example.org/', format: seriesFormat, ...series }).success

/** The names of all fields that hold a text, or texts. */
function namesIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return [name]
  if (Array.isArray(value)) return value.flatMap((part) => namesIn(part, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, inner]) => namesIn(inner, field))
}

function withPoison<T>(value: T, fields: ReadonlySet<string>, name = ''): T {
  if (typeof value === 'string') return (fields.has(name) ? poison : value) as T
  if (Array.isArray(value)) return value.map((part) => withPoison(part, fields, name)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withPoison(inner, fields, field)])) as T
}
