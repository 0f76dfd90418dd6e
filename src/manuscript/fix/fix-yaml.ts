import { isMap, isScalar, type Node, parseDocument, type Scalar, visit } from 'yaml'
import type { ManuscriptFile } from '../../model/facts.ts'
import { marksOfLanguage, quotationMarks } from '../../model/quotation-marks.ts'
import type { VisibleText } from '../advice/visible-text.ts'
import { frontMatter } from '../front-matter.ts'
import { applyEdits, type Edit } from './edits.ts'
import { findDashes } from './find-dashes.ts'
import { findQuotationMarks } from './find-quotation-marks.ts'
import { findSpaces } from './find-spaces.ts'
import type { HouseStyle } from './fix-text.ts'
import { placesOfSigns } from './scalar-places.ts'

/**
 * A YAML file with all that a program can mend of the words in it: quotation marks, dashes and spaces as their language has
 * them, and addresses without angle brackets. Names of fields, ids, days, numbers, comments, order and layout stay to the
 * letter. A file in which anything else would change, or that is no YAML, stays as it is.
 */
export function fixYaml({ path, text }: Pick<ManuscriptFile, 'path' | 'text'>, style: HouseStyle): string {
  if (/^(?:words\/|map\.yaml$)/u.test(path)) return text
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error' })
  if (document.errors.length > 0) return text
  const own = isMap(document.contents) && path.startsWith('sources/') ? document.contents.get('language') : undefined
  const edits: Edit[] = []
  const mended = new Map<Scalar, string>()
  visit(document, {
    Scalar: (key, scalar, ancestors) => {
      const { value } = scalar
      const field = fieldOf(ancestors)
      if (key === 'key' || typeof value !== 'string' || !field || scalar.anchor || !/["'<]|--| [- ]|\d-\d| [?!;:»]|« /u.test(value)) return
      const language = field.language ?? (typeof own === 'string' ? own : style.language)
      const places = placesOfSigns(text, scalar)
      if (!places) return
      const wanted = editsOf(value, language, style).flatMap((edit) => {
        const [first, last] = [places[edit.from], places[edit.to - 1]]
        return first && last ? [{ edit, inFile: { from: first.from, to: last.to, text: edit.text } }] : []
      })
      if (wanted.length === 0) return
      edits.push(...wanted.map(({ inFile }) => inFile))
      mended.set(
        scalar,
        applyEdits(
          value,
          wanted.map(({ edit }) => edit),
        ),
      )
    },
  })
  const fixed = applyEdits(text, edits)
  for (const [scalar, value] of mended) scalar.value = value
  const read = parseDocument(fixed, { uniqueKeys: false, logLevel: 'error' })
  return read.errors.length === 0 && JSON.stringify(read.toJS()) === JSON.stringify(document.toJS()) ? fixed : text
}

/** The same for what stands before a text, between the lines of `---`. */
export function fixFrontMatter({ path, text }: Pick<ManuscriptFile, 'path' | 'text'>, style: HouseStyle): string {
  const found = frontMatter.exec(text)
  const inside = found?.[1]
  if (!found || !inside) return text
  const start = found[0].indexOf('\n') + 1
  return text.slice(0, start) + fixYaml({ path, text: inside }, style) + text.slice(start + inside.length)
}

/** Fields that hold running words in whichever file they stand; names of people, places of print and ids are not mended. */
const prose = new Set(
  (
    'title title-short description summary text note because changed unit label name short one many says inverse explained without ' +
    'reviewed-title container-title container-title-short collection-title volume-title part-title event-title series questions'
  ).split(' '),
)

/** Whether a text stands in a field of words, and in which language, where the file says so: `one: { de: … }`. */
function fieldOf(ancestors: readonly unknown[]): { readonly language?: string } | undefined {
  const names = ancestors.flatMap((node) => {
    const key = typeof node === 'object' && node !== null && 'key' in node ? (node.key as Node | null) : null
    return isScalar(key) ? [String(key.value)] : []
  })
  const [around, last = ''] = [names.at(-2) ?? '', names.at(-1) ?? '']
  if (prose.has(last)) return {}
  if (around === 'without') return {}
  return prose.has(around) && /^[a-z]{2,3}(?:-[\w-]+)?$/u.test(last) ? { language: last } : undefined
}

const address = /<(https?:\/\/[^\s<>"']+)>/gu

function editsOf(value: string, language: string, { language: ofSeries, marks }: HouseStyle): Edit[] {
  const chosen = language === ofSeries ? marks : undefined
  const words = { typed: value, offset: 0 } as VisibleText
  return [
    ...[...value.matchAll(address)].flatMap(({ 0: found, index }) => [
      { from: index, to: index + 1, text: '' },
      { from: index + found.length - 1, to: index + found.length, text: '' },
    ]),
    ...[
      ...findQuotationMarks(words, value, quotationMarks[chosen ?? marksOfLanguage(language)]),
      ...findDashes(words, language),
      ...findSpaces(words, language),
    ].filter(({ from }) => !isInAddress(value, from)),
  ]
}

/** Whether a sign is part of an address, which has hyphens and marks of its own. */
const isInAddress = (value: string, at: number) =>
  [...value.matchAll(/https?:\/\/\S+/gu)].some(({ 0: url, index }) => at >= index && at < index + url.length)
