import type { DocumentFacts, ManuscriptFile, SectionFact } from '../../model/facts.ts'
import type { Ledger } from '../../model/ledger.ts'
import { ledgerPath } from '../ledger/ledger-files.ts'
import { pageOf } from '../links.ts'
import type { Manuscript } from '../read-manuscript.ts'
import { type Alignment, alignTexts } from './align-texts.ts'
import type { Follows } from './follows.ts'

/** A text of a translation beside what it translates. */
export type AlignedText = {
  readonly original: DocumentFacts
  readonly translation: DocumentFacts
  readonly alignment: Alignment
}

/** The texts of a translation, each aligned with what it translates. @param translated paths of those that are translated */
export function alignManuscripts(
  original: Manuscript,
  translation: Manuscript,
  translated: ReadonlySet<string>,
  follows: Follows,
): AlignedText[] {
  const known = new Map(factsOf(original).map((facts) => [facts.path, facts]))
  const recorded = new Map(
    Object.entries(follows).map(([address, { translation: text }]) => [`${pageOfAddress(address)} ${text}`, address]),
  )
  return factsOf(translation).flatMap((facts) => {
    const other = known.get(facts.path)
    if (!other || !translated.has(facts.path)) return []
    const page = pageOfFacts(facts)
    const keyOf = (text: string) => recorded.get(`${page} ${text}`)?.split('#p-')[1]
    return [{ original: other, translation: facts, alignment: alignTexts(other, facts, keyOf) }]
  })
}

/**
 * The files of an overlay with the original’s ids: headings of which the translator has not fixed the id get that of their
 * counterpart, and a ledger says that each paragraph was published under the key of its own. The reading pass and the
 * render pass give it that key by what they do with any ledger.
 */
export function carryIds<F extends ManuscriptFile>(
  files: readonly F[],
  original: Manuscript,
  texts: readonly AlignedText[],
): (F | ManuscriptFile)[] {
  const byPath = new Map(texts.map((text) => [text.translation.path, text]))
  const ledger = { path: ledgerPath, text: JSON.stringify(ledgerOf(original, byPath)) }
  const marked = files.map((file) => {
    const text = byPath.get(file.path)
    return text ? { ...file, text: fixIds(file.text, text) } : file
  })
  return [...marked, ledger]
}

/** Writes the ids of headings behind them, from the last to the first, so that places stay. */
function fixIds(text: string, { translation, alignment }: AlignedText): string {
  return translation.sections.reduceRight((marked, section, i) => {
    const counterpart = alignment.headings[i]
    const end = counterpart && counterpart.id !== section.id ? endOfHeading(text, section) : undefined
    return counterpart && end !== undefined ? `${marked.slice(0, end)} [#${counterpart.id}]${marked.slice(end)}` : marked
  }, text)
}

/** Where the words of a heading end; nothing where its id is fixed, or where it is not at the place that it is said to be. */
function endOfHeading(text: string, { span }: SectionFact): number | undefined {
  const written = text.slice(span.start.offset, span.end.offset)
  const words = written
    .replace(/\r?\n[=-]+[ \t]*$/u, '')
    .replace(/[ \t]+#+[ \t]*$/u, '')
    .trimEnd()
  return words === '' || /\[#[^\]]*\]$/u.test(words) ? undefined : span.start.offset + words.length
}

/** The ledger of the original, with the words of the translation where there are some. */
function ledgerOf(original: Manuscript, texts: ReadonlyMap<string, AlignedText>): Ledger {
  const { published = {}, retired = {} } = original.ledger?.file ?? {}
  const own: Ledger = { published: { ...published }, retired: { ...retired } }
  for (const facts of factsOf(original)) {
    const page = pageOfFacts(facts)
    own.published[page] ??= { kind: 'page', text: '' }
    const aligned = texts.get(facts.path)
    const counterparts = new Map(aligned?.alignment.paragraphs.map((of, i) => [of?.key, aligned.translation.paragraphs[i]]))
    for (const paragraph of facts.paragraphs) {
      const address = `${page}#p-${paragraph.key}`
      // Anew, so that paragraphs with the same words stand in the order of the text.
      delete own.published[address]
      own.published[address] = { kind: 'paragraph', text: (counterparts.get(paragraph.key) ?? paragraph).knownBy }
    }
    const keys = new Map(aligned?.translation.paragraphs.map((one, i) => [one, aligned.alignment.paragraphs[i]?.key]))
    for (const { paragraph, beside } of aligned?.alignment.alone ?? []) {
      const to = beside && keys.get(beside)
      if (to) own.retired[`${page}#p-${paragraph.key}`] = { movedTo: `${page}#p-${to}` }
      else delete own.published[`${page}#p-${paragraph.key}`]
    }
  }
  return own
}

const factsOf = ({ parts, terms, pages }: Manuscript): DocumentFacts[] => [...parts, ...terms, ...pages].map(({ facts }) => facts)

/** The page that a text stands on. */
export const pageOfFacts = ({ path }: DocumentFacts): string => pageOf(path.replace(/\.mdx$/u, ''))

const pageOfAddress = (address: string) => address.slice(0, address.indexOf('#'))
