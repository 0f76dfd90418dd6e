import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'
import { memoize } from '../../memoize.ts'
import { type CitationStyleName, citationStyles, isCitationStyle } from '../../model/citation-styles.ts'
import type { CitationFact, NoteFact, Words } from '../../model/facts.ts'
import type { SeriesFile } from '../../model/files/series-file.ts'
import type { SourceFile } from '../../model/files/source-file.ts'
import { shortName } from '../../model/names.ts'

/**
 * Warns of full references that do not read as part of their sentence once they are printed in a note: after a possessive
 * (“Lih, whose Lars T. Lih, *Lenin Rediscovered* …”) and after the author’s own name (“Trotsky, in Leon Trotsky, …”). For
 * English, and for styles that print references in notes.
 */
export function checkNoteCitations({ parts, sources }: Manuscript, { language, 'citation-style': style }: SeriesFile): Diagnostic[] {
  if (!/^en\b/iu.test(language) || !isCitationStyle(style) || !printsInNotes(style)) return []
  const files = new Map(sources.map(({ id, file }) => [id, file]))
  return parts.flatMap(({ facts }) => {
    const inFull = firstUses(facts.path, facts.citations)
    return facts.notes.flatMap((note) => citationsIn(note, facts.path, inFull, files))
  })
}

const printsInNotes = (style: CitationStyleName) => citationStyles[style].cites === 'in-note'

function citationsIn(
  { id, words }: NoteFact,
  path: string,
  inFull: readonly CitationFact[],
  files: ReadonlyMap<string, SourceFile>,
): Diagnostic[] {
  return words.flatMap((part, i) => {
    if (part.kind !== 'source' || part.own !== undefined) return []
    const fact = inFull.find(
      ({ source, ordinal, spot }) => source === part.id && ordinal === part.ordinal && spot.kind === 'note' && spot.id === id,
    )
    const file = files.get(part.id)
    const found = fact && file && fact.prefix === undefined && whatPrecedes(sentenceBefore(words.slice(0, i)), file)
    return found ? [diagnose('citation-in-sentence', path, fact.span, { found, source: part.id })] : []
  })
}

/** The first citation of each work that is printed in the program’s words, which is the one in full. */
const firstUses = memoize((citations: readonly CitationFact[]): CitationFact[] => {
  const seen = new Set<string>()
  return citations.filter(({ cluster, source }) => {
    if (cluster === undefined || seen.has(source)) return false
    seen.add(source)
    return true
  })
})

/** What the sentence has said when the citation comes. */
function sentenceBefore(words: readonly Words[]): string {
  const text = words.map(wordsOf).join('')
  return text.slice(Math.max(...['.', '!', '?', ':', ';'].map((sign) => text.lastIndexOf(sign))) + 1)
}

const wordsOf = (part: Words): string => {
  if (part.kind === 'text') return part.text
  // What the program prints for it is some word.
  return part.kind === 'term' || part.kind === 'source' || part.kind === 'date' ? (part.own ?? 'it') : ''
}

const possessive = /(?:\p{L}[’']s?|\b(?:whose|his|her|its|their|our|my))$/iu

/**
 * The possessive or the author’s name behind which the citation stands. A preposition is left to the writer: “in Lih,
 * *Lenin*” reads well.
 */
function whatPrecedes(before: string, { author, editor }: SourceFile): string | undefined {
  const near = before.trim().split(/\s+/u).slice(-5)
  const last = near.at(-1) ?? ''
  if (possessive.test(last)) return last
  const [first] = author ?? editor ?? []
  const name = first && shortName(first)
  return name === undefined ? undefined : near.find((word) => word.replace(/[,’'].*$/u, '') === name)
}
