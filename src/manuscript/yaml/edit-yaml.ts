import { Document, isMap, isPair, isScalar, type Node, type Pair, parseDocument, visit } from 'yaml'
import { frontMatter } from '../front-matter.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Fields as the text of a YAML file: lists of short maps on a line each, texts in single quotation marks where they need some. */
export function writeYaml(fields: Fields): string {
  const document = new Document(fields)
  visit(document, { Map: (_, node, path) => void (path.length > 2 && Object.assign(node, { flow: true })) })
  return document.toString({ singleQuote: true, lineWidth: 0, indentSeq: true })
}

/**
 * Sets fields of a YAML file whose whole is a map, and changes no other byte of it: comments, order, quotation marks and
 * line breaks stay. A new field comes after the nearest one that stands before it in `order`.
 */
export function setFields(yaml: string, fields: Fields, order: readonly string[]): string {
  return Object.entries(fields).reduce((text, [field, value]) => setField(text, field, value, order), yaml)
}

/** The same in the front matter of a text, which gets one where it has none. */
export function setFrontMatter(text: string, fields: Fields, order: readonly string[]): string {
  const found = frontMatter.exec(text)
  const inside = found?.[1] ?? ''
  if (!found || !inside.trim()) return `---\n${writeYaml(fields)}---\n\n${found ? text.slice(found[0].length).replace(/^\s+/u, '') : text}`
  const start = found[0].indexOf('\n') + 1
  return text.slice(0, start) + setFields(inside, fields, order) + text.slice(start + inside.length)
}

function setField(yaml: string, field: string, value: unknown, order: readonly string[]): string {
  const { contents } = parseDocument(yaml)
  if (!isMap(contents) || contents.flow) throw new Error('A file of which fields are set begins with a field on its first line.')
  const written = writeYaml({ [field]: value })
  const pairs = contents.items.filter(isPair)
  const own = pairs.find((pair) => keyOf(pair) === field)
  if (own) {
    const end = endOf(own)
    const keepsBreak = yaml[end - 1] === '\n'
    return yaml.slice(0, startOf(own)) + (keepsBreak ? written : written.replace(/\n$/u, '')) + yaml.slice(end)
  }
  const before = order.slice(0, order.indexOf(field)).reverse()
  const previous = before.map((name) => pairs.find((pair) => keyOf(pair) === name)).find((pair) => pair !== undefined)
  if (!previous) return yaml.slice(0, startOf(pairs[0])) + written + yaml.slice(startOf(pairs[0]))
  const end = endOf(previous)
  const lineEnd = yaml[end - 1] === '\n' ? end : yaml.indexOf('\n', end) + 1
  return lineEnd === 0 ? `${yaml}\n${written}` : yaml.slice(0, lineEnd) + written + yaml.slice(lineEnd)
}

const keyOf = ({ key }: Pair) => (isScalar(key) ? key.value : undefined)

const startOf = (pair: Pair | undefined) => (pair?.key as Node | undefined)?.range?.[0] ?? 0

/** Where the value ends, without the comment behind it. */
const endOf = ({ key, value }: Pair) => ((value ?? key) as Node).range?.[1] ?? 0
