import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import type { Span } from '../../model/facts.ts'
import { spanOf } from '../nodes.ts'
import type { Document, Manuscript } from '../read-manuscript.ts'
import { survey } from '../survey/survey.ts'
import { recordedText } from '../survey/text-of-words.ts'
import { type AlignedText, pageOfFacts } from './carry-keys.ts'
import type { Follows } from './follows.ts'

/** A paragraph or note of a translation with the text it stands for, by the address that both have. */
type Pair = {
  readonly address: string
  readonly path: string
  readonly original: string
  readonly translation: string
  readonly at: { readonly paragraph: number } | Span
}

/** The paragraphs and notes of a translation, each with what it stands for. */
export function pairsOf(texts: readonly AlignedText[]): Pair[] {
  return texts.flatMap(({ original, translation, alignment }) => {
    const page = pageOfFacts(translation)
    const { path } = translation
    const notes = new Map(original.notes.map((note) => [note.id, note]))
    return [
      ...translation.paragraphs.flatMap(({ knownBy }, paragraph) => {
        const of = alignment.paragraphs[paragraph]
        return of ? [{ address: `${page}#p-${of.key}`, path, original: of.knownBy, translation: knownBy, at: { paragraph } }] : []
      }),
      ...translation.notes.flatMap(({ id, words, span }) => {
        const of = notes.get(id)
        const [said, written] = [of && recordedText(of.words), recordedText(words)]
        return said === undefined ? [] : [{ address: `${page}#note-${id}`, path, original: said, translation: written, at: span }]
      }),
    ]
  })
}

const isBehind = ({ address, original, translation }: Pair, follows: Follows): boolean => {
  const recorded = follows[address]
  return recorded !== undefined && recorded.original !== original && recorded.translation === translation
}

/** The paragraphs and notes of which the original has changed since they were recorded, and they have not. */
export function findBehind(pairs: readonly Pair[], follows: Follows, language: string, manuscript: Manuscript): Diagnostic[] {
  return pairs
    .filter((pair) => isBehind(pair, follows))
    .map((pair) => {
      const [before, now] = difference(follows[pair.address]?.original ?? '', pair.original)
      return diagnose('translation-behind', pair.path, spanOfPair(pair, manuscript), {
        before,
        now,
        address: `/${language}${pair.address}`,
      })
    })
}

/** The sections of a translation that have more or fewer paragraphs than the original’s. */
export const findUneven = (texts: readonly AlignedText[]): Diagnostic[] =>
  texts.flatMap(({ translation: { path }, alignment: { uneven } }) =>
    uneven.map(({ heading, here, there }) =>
      diagnose('translation-uneven', path, heading?.span ?? startOfFile, { here, there, isSection: heading !== undefined }),
    ),
  )

/**
 * What a translation follows, as it is to be recorded: what is new or was edited follows the original as it is; what is
 * behind stays so, unless it is confirmed.
 */
export const nextFollows = (pairs: readonly Pair[], follows: Follows, isConfirmed: (address: string) => boolean): Follows =>
  Object.fromEntries(
    pairs.map((pair) => {
      const { address, original, translation } = pair
      const stays = isBehind(pair, follows) && !isConfirmed(address)
      return [address, (stays ? follows[address] : undefined) ?? { original, translation }]
    }),
  )

function spanOfPair({ path, at }: Pair, { parts, terms, pages }: Manuscript): Span {
  if ('start' in at) return at
  const documents: readonly Document<unknown>[] = [...parts, ...terms, ...pages]
  const document = documents.find((one) => one.path === path)
  // Facts of paragraphs have no place.
  const node = document && survey(document.treeOf(), undefined, document.facts.kind).paragraphs[at.paragraph]?.node
  return node ? spanOf(node) : startOfFile
}

/** Signs of what two texts share that are shown before and behind what differs. */
const around = 40

/** Two texts without the most of what they share at their beginning and end. */
function difference(before: string, now: string): [string, string] {
  const least = Math.min(before.length, now.length)
  let [from, to] = [0, 0]
  while (from < least && before[from] === now[from]) from++
  while (to < least - from && before.at(-1 - to) === now.at(-1 - to)) to++
  const [first, last] = [wordStart(now, Math.max(0, from - around)), Math.max(0, to - around)]
  const cut = (text: string) => `${first > 0 ? '… ' : ''}${text.slice(first, text.length - last)}${last > 0 ? ' …' : ''}`
  return [cut(before), cut(now)]
}

const wordStart = (text: string, at: number) => (at === 0 ? 0 : text.lastIndexOf(' ', at) + 1)
