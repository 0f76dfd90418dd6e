import type { Root } from 'mdast'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { locatorWordsOf, putsNumberFirst } from '../locales/locator-words.ts'
import { memoize } from '../memoize.ts'
import type { Span } from '../model/facts.ts'
import { type LocatorLabel, type LocatorStep, locatorLabels, namedPlaces } from '../model/locator.ts'
import { attributesOf, isElement, nodesOf, spanOf } from './nodes.ts'

/**
 * The way to a place in a work, read from what a writer types: “vol. 3, ch. 44” is two steps, “chs 6, 8” one, and what
 * does not count anything (“Preface”, “Letter of 3 May”) is a name. A piece that is wrong is taken for a name.
 *
 * @param language of the series, in which it may be typed as well: “S. 12”, “гл. 3”, “第3章”
 */
export const stepsOf = (locator: string, language: string): LocatorStep[] =>
  piecesOf(locator, language).map((piece) => ('reason' in piece ? { name: piece.written } : piece))

/** Finds what is wrong with a locator: a word before a number that names no kind of place, a number or a word alone. */
export const checkLocator = (locator: string, path: string, span: Span, language: string): Diagnostic[] =>
  piecesOf(locator, language).flatMap((piece) =>
    'reason' in piece ? [diagnose('locator-invalid', path, span, { ...piece, locator })] : [],
  )

/** The locators of the components of a text. */
export function checkLocators(tree: Root, path: string, language: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const node of nodesOf(tree).filter(isElement)) {
    const { locator } = attributesOf(node)
    const typed = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'locator')
    if (typed && typeof locator === 'string') diagnostics.push(...checkLocator(locator.trim(), path, spanOf(typed), language))
  }
  return diagnostics
}

type Mistake = {
  readonly reason: 'label-unknown' | 'label-missing' | 'number-missing'
  readonly written: string
  readonly nearest?: string
}

type Form = { readonly label: LocatorLabel; readonly isShort: boolean }

/** Every word of a language, and every English one; where both have a word, it is the language’s. */
const formsIn = memoize((language: string): ReadonlyMap<string, Form> => {
  const own = locatorWordsOf(language)
  const formsOf = ([label, { short = [], full = [] }]: readonly [
    LocatorLabel,
    { short?: readonly string[]; full?: readonly string[] },
  ]) => [
    ...short.map((form) => [form, { label, isShort: true }] as const),
    ...full.map((form) => [form, { label, isShort: false }] as const),
  ]
  const labels = Object.keys(locatorLabels) as LocatorLabel[]
  return new Map<string, Form>([
    ...labels.flatMap((label) => formsOf([label, locatorLabels[label]])),
    ...labels.flatMap((label) => formsOf([label, own[label] ?? {}])),
  ])
})
const namedIn = memoize((language: string): ReadonlySet<string> => new Set([...namedPlaces, ...(locatorWordsOf(language).named ?? [])]))

/** A page, folio or chapter, in digits or Roman numerals; a range, or several. */
const one = '(?:\\d+(?:[.:]\\d+)*[a-z]?|[ivxlcdm]+|[A-Z]\\d*)(?:\\s?ff?\\.?)?'
const range = `${one}(?:\\s?[-–—]\\s?${one})?`
const numbers = new RegExp(`^${range}(?:(?:,\\s*|\\s?&\\s?|\\s+and\\s+)${range})*$`, 'iu')

function piecesOf(locator: string, language: string): (LocatorStep | Mistake)[] {
  const forms = formsIn(language, language)
  const pieces: (LocatorStep | Mistake)[] = []
  for (const text of locator.split(/[,،]\s+|[、，]\s*/u)) {
    const last = pieces.at(-1)
    const isNumber = numbers.test(text)
    // “chs 6, 8”
    if (last && 'label' in last && isNumber) pieces[pieces.length - 1] = { ...last, value: `${last.value}, ${text}` }
    else if (!(last && 'reason' in last && isNumber)) pieces.push(readPiece(text, forms, language))
  }
  return pieces
}

function readPiece(text: string, forms: ReadonlyMap<string, Form>, language: string): LocatorStep | Mistake {
  const counted = putsNumberFirst(language) ? readNumberFirst(text, forms) : undefined
  if (counted) return counted
  const [, written = '', rest = ''] = /^(§+|¶+|s\.\s?vv?\b\.?|sub verbo\b|№+|n\.?[°º]|[\p{L}\p{M}]+[.'’׳]?)\s*(.*)$/iu.exec(text) ?? []
  const named = namedIn(language, language)
  const word = written.replace(/\.$|(?<=\.)\s/gu, '').toLowerCase()
  const form = forms.get(word) ?? forms.get(word.replace(/[’׳]$/u, "'"))
  const isNumber = numbers.test(rest)
  if (written === '') return numbers.test(text) ? { reason: 'label-missing', written: text } : { name: text }
  if (form && (isNumber || (form.label === 'sub verbo' && rest !== ''))) return { label: form.label, value: rest }
  if (form?.isShort && (written.endsWith('.') || rest === '')) return { reason: 'number-missing', written }
  if (form || named.has(word) || !isNumber) return { name: text }
  const nearest = suggest(word, [...forms.keys(), ...named])
  return { reason: 'label-unknown', written, ...(nearest && { nearest: forms.get(nearest)?.isShort ? `${nearest}.` : nearest }) }
}

/** “第3章”, “12頁”, “3–5页”. */
function readNumberFirst(text: string, forms: ReadonlyMap<string, Form>): LocatorStep | undefined {
  const [, value = '', word = ''] = /^第?\s*([\d.:–—-]+)\s*(\p{L}+)$/u.exec(text) ?? []
  const form = forms.get(word.toLowerCase())
  return form && numbers.test(value) ? { label: form.label, value } : undefined
}
