import { locatorWordsOf } from '../../locales/locator-words.ts'
import { stepsOf } from '../../manuscript/locators.ts'
import { memoize } from '../../memoize.ts'
import { type LocatorLabel, type LocatorStep, locatorLabels } from '../../model/locator.ts'
import type { CiteprocCite } from './printed-cluster.ts'

/**
 * A locator as typed (“vol. 3, ch. 44”) as citeproc takes it: the first label with its number, the labels after it in
 * the abbreviations which citeproc puts into the style’s own words, and what has a name (“Preface”) as a suffix.
 */
export function citeprocLocator(locator: string, language: string): Pick<CiteprocCite, 'label' | 'locator' | 'suffix'> {
  const steps = stepsOf(locator, language)
  const firstName = steps.findIndex((step) => 'name' in step)
  const counted = steps.slice(0, firstName < 0 ? steps.length : firstName).flatMap((step) => ('label' in step ? [step] : []))
  const rest = steps.slice(counted.length).map((step) => ('name' in step ? step.name : shortForm(step)))
  const [first, ...further] = counted
  return {
    ...(first && { label: first.label, locator: [first.value, ...further.map(shortForm)].join(', ') }),
    ...(rest.length > 0 && { suffix: `, ${rest.join(', ')}` }),
  }
}

const shortForm = ({ label, value }: Extract<LocatorStep, { label: LocatorLabel }>) => `${locatorLabels[label].short[0]}. ${value}`

/** Orders locators as they follow in a work: by volume before chapter before page, by number; no locator, the whole work, is first. */
export function compareLocators(a: string | undefined, b: string | undefined, language: string): number {
  const [first, second] = [a, b].map((locator) => (locator === undefined ? [] : ranksOf(locator, locator, language)))
  for (let i = 0; i < Math.max(first?.length ?? 0, second?.length ?? 0); i++) {
    const [one, other] = [first?.[i], second?.[i]]
    if (!one || !other) return one ? 1 : -1
    const difference = one.kind - other.kind || one.number - other.number || one.name.localeCompare(other.name, language, { numeric: true })
    if (difference !== 0) return difference
  }
  return 0
}

const ranksOf = memoize((locator: string, language: string) => stepsOf(locator, language).map((step) => rankOf(step, language)))

/** From the largest piece of a work to the smallest. */
const order: readonly LocatorLabel[] = [
  'volume',
  'issue',
  'book',
  'part',
  'chapter',
  'section',
  'page',
  'folio',
  'column',
  'paragraph',
  'opus',
  'verse',
  'line',
  'figure',
  'note',
  'sub verbo',
]

const englishFront = ['preface', 'foreword', 'introduction', 'prologue', 'epigraph', 'dedication', 'preliminar']

/** What stands before the first page has no number; an afterword follows the last. */
function rankOf(step: LocatorStep, language: string): { kind: number; number: number; name: string } {
  if ('label' in step) return { kind: order.indexOf(step.label), number: numberOf(step.value), name: step.value }
  const name = step.name.toLowerCase()
  const isFront = [...englishFront, ...(locatorWordsOf(language).front ?? [])].some((word) => name.startsWith(word))
  const kind = isFront ? -1 : order.length
  return { kind, number: 0, name: step.name }
}

/** The first number of a value: “12r–13v” is 12, “IV” is 4. */
function numberOf(value: string): number {
  const digits = /\d+(?:\.\d+)?/u.exec(value)?.[0]
  return digits === undefined ? ofRoman(/^[ivxlcdm]+/iu.exec(value)?.[0].toLowerCase() ?? '') : Number(digits)
}

const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

const ofRoman = (numeral: string): number =>
  [...numeral].reduce((sum, letter, i, letters) => {
    const [own = 0, next = 0] = [worth[letter], worth[letters[i + 1] ?? '']]
    return own < next ? sum - own : sum + own
  }, 0)
