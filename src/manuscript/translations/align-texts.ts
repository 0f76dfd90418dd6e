import type { DocumentFacts, ParagraphFact, SectionFact } from '../../model/facts.ts'
import { alignLists } from './align-lists.ts'

/** A section of a translation that has more or fewer paragraphs than the original’s; `heading` is missing before the first. */
export type Uneven = {
  readonly heading?: SectionFact
  readonly here: number
  readonly there: number
}

/** Which headings and paragraphs of a translation stand for which of the original. */
export type Alignment = {
  /** For each heading of the translation the original’s, if any. */
  readonly headings: readonly (SectionFact | undefined)[]
  /** For each paragraph of the translation the original’s, if any. */
  readonly paragraphs: readonly (ParagraphFact | undefined)[]
  /** Paragraphs of the original that none stands for, each with the one of the translation at whose place it would be. */
  readonly alone: readonly { readonly paragraph: ParagraphFact; readonly beside?: ParagraphFact }[]
  readonly uneven: readonly Uneven[]
}

/**
 * Aligns a text with what it translates, by order within what is aligned already: headings by level and id, the
 * paragraphs of a section by what they refer to and how long they are.
 *
 * @param recorded key of the original’s paragraph for which a paragraph with this very text has been recorded
 */
export function alignTexts(original: DocumentFacts, translation: DocumentFacts, recorded: (text: string) => string | undefined): Alignment {
  const partners = alignLists(original.sections, translation.sections, { pair: costOfHeadings, alone: 1.2 })
  const groups = groupsOf(original, translation, partners)
  const [here, there] = [featuresOf(translation), featuresOf(original)]
  const ratio = (sum(original) + 1) / (sum(translation) + 1)
  const found = new Map<ParagraphFact, ParagraphFact>()
  const alone: { paragraph: ParagraphFact; beside?: ParagraphFact }[] = []
  const uneven: Uneven[] = []
  for (const { heading, original: of, translation: by } of groups) {
    const pair = (a: ParagraphFact, b: ParagraphFact) => {
      const known = recorded(b.knownBy)
      if (known !== undefined && of.some(({ key }) => key === known)) return known === a.key ? -2 : 9
      return a.knownBy === b.knownBy ? 0 : apart(there.get(a.key), here.get(b.key)) + lengths(a.knownBy, b.knownBy, ratio)
    }
    const indexes = alignLists(of, by, { pair, alone: 1.25 })
    for (const [j, i] of indexes.entries()) {
      const [a, b] = [of[i], by[j]]
      if (a && b) found.set(b, a)
    }
    const taken = new Set(indexes)
    for (const [i, paragraph] of of.entries()) {
      if (taken.has(i)) continue
      const before = indexes.findLastIndex((one) => one !== -1 && one < i)
      const beside = by[before] ?? by[indexes.findIndex((one) => one !== -1)] ?? by[0]
      alone.push({ paragraph, ...(beside && { beside }) })
    }
    if (of.length !== by.length) uneven.push({ ...(heading && { heading }), here: by.length, there: of.length })
  }
  return {
    headings: partners.map((i) => original.sections[i]),
    paragraphs: translation.paragraphs.map((one) => found.get(one)),
    alone,
    uneven,
  }
}

const costOfHeadings = (a: SectionFact, b: SectionFact) => (a.id === b.id ? 0 : 0.4) + Math.min(2, Math.abs(a.level - b.level)) * 0.7

type Group = {
  readonly heading?: SectionFact
  readonly original: readonly ParagraphFact[]
  readonly translation: readonly ParagraphFact[]
}

/** The paragraphs under each aligned heading, down to the next one that is aligned too. */
function groupsOf(original: DocumentFacts, translation: DocumentFacts, partners: readonly number[]): Group[] {
  const groupOfOriginal = groupNumbers(original.sections, (_, i) => partners.includes(i))
  const groupOfTranslation = groupNumbers(translation.sections, (_, j) => partners[j] !== -1)
  const headings = translation.sections.filter((_, j) => partners[j] !== -1)
  return [undefined, ...headings].map((heading, number) => ({
    ...(heading && { heading }),
    original: original.paragraphs.filter(({ section }) => groupOfOriginal(section) === number),
    translation: translation.paragraphs.filter(({ section }) => groupOfTranslation(section) === number),
  }))
}

/** The number of the group for a section: 0 before the first heading that is aligned. */
function groupNumbers(sections: readonly SectionFact[], isAligned: (section: SectionFact, i: number) => boolean) {
  let number = 0
  const numbers = new Map(sections.map((section, i) => [section.id, isAligned(section, i) ? ++number : number]))
  return (section: string | undefined) => (section === undefined ? 0 : (numbers.get(section) ?? 0))
}

/** What each paragraph refers to: notes, terms, works, days. */
function featuresOf({ references, mentions, citations, dates }: DocumentFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (spot: DocumentFacts['references'][number]['spot'], name: string) => {
    if (spot.kind !== 'paragraph') return
    const names = found.get(spot.key) ?? new Set()
    found.set(spot.key, names.add(name))
  }
  for (const { spot, note } of references) add(spot, `note ${note}`)
  for (const { spot, term } of mentions) add(spot, `term ${term}`)
  for (const { spot, source } of citations) add(spot, `work ${source}`)
  for (const { spot, written } of dates) add(spot, `day ${JSON.stringify(written)}`)
  return found
}

/** How little two paragraphs refer to the same, from 0 to 1. */
function apart(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const all = a.union(b).size
  return all === 0 ? 0.2 : 1 - a.intersection(b).size / all
}

/** How unlike their lengths are, from 0 to 1; texts are longer in some languages than in others. */
const lengths = (a: string, b: string, ratio: number) => Math.min(1, Math.abs(Math.log((a.length + 10) / (b.length * ratio + 10))) / 2)

const sum = ({ paragraphs }: DocumentFacts) => paragraphs.reduce((total, { knownBy }) => total + knownBy.length, 0)
