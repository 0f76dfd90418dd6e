import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { keep } from '../../kept-results.ts'
import { checkStyle } from '../../manuscript/editorial.ts'
import { findMisspeltNames } from '../../manuscript/name-spelling.ts'
import type { TextTree } from '../../manuscript/parse.ts'
import { type Manuscript, timelinePath } from '../../manuscript/read-manuscript.ts'
import { findUnlinkedTerms, type NameOfTerms } from '../../manuscript/unlinked-terms.ts'
import { memoize } from '../../memoize.ts'
import type { SeriesFile } from '../../model/files/series-file.ts'

/** The editor’s warnings on all texts; asked only when nothing in the manuscript is an error. See decision 7. */
export function checkEditorial({ parts, terms, pages, events, places, kinds }: Manuscript, { language, style }: SeriesFile): Diagnostic[] {
  const limit = style?.['quotation-limit'] ?? 0
  const months = monthsIn('', language)
  const names = JSON.stringify(namesOf({ terms, kinds }))
  const spelt = JSON.stringify(spellingsOf({ terms, places }))
  return [
    ...[...parts, ...terms, ...pages].flatMap(({ treeOf, path, text }) => styleOf(path, treeOf, path, text, months, limit)),
    ...parts.flatMap(({ treeOf, path, text }) => unlinkedIn(path, treeOf, path, text, names)),
    ...[...parts, ...terms, ...pages].flatMap(({ treeOf, path, text }) => misspeltIn(path, treeOf, path, text, spelt)),
    ...parts.flatMap(({ facts: { certainty, path } }) =>
      certainty
        .filter(({ level }) => level === 'low')
        .map(({ note, span }) => diagnose('fact-uncertain', path, span, { what: `A statement of the note “${note}”` })),
    ),
    ...terms.flatMap(({ file, path, locate }) =>
      file.certainty?.level === 'low'
        ? [diagnose('fact-uncertain', path, locate(['certainty']), { what: `The entry “${file.name}”` })]
        : [],
    ),
    ...events.files.flatMap(({ certainty, title }, i) =>
      certainty?.level === 'low'
        ? [diagnose('fact-uncertain', timelinePath, events.locate([i, 'certainty']), { what: `The event “${title}”` })]
        : [],
    ),
  ]
}

const monthsIn = memoize((language: string) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 15)),
  ),
)

const styleOf = memoize((treeOf: () => TextTree, path: string, text: string, months: readonly string[], limit: number) =>
  keep('style', [path, text, String(limit), ...months], () => checkStyle(treeOf(), { path, text }, months, limit || undefined)),
)

const unlinkedIn = memoize((treeOf: () => TextTree, path: string, text: string, names: string) =>
  keep('unlinked', [path, text, names], () => findUnlinkedTerms(treeOf(), { path, text }, JSON.parse(names) as NameOfTerms[])),
)

const misspeltIn = memoize((treeOf: () => TextTree, path: string, text: string, spelt: string) =>
  keep('spelling', [path, text, spelt], () => {
    const { names, others } = JSON.parse(spelt) as ReturnType<typeof spellingsOf>
    return findMisspeltNames(treeOf(), { path, text }, names, new Set(others))
  }),
)

/** Names of places and events, which have one spelling; bodies and ideas share theirs with common words. */
function spellingsOf({ terms, places }: Pick<Manuscript, 'terms' | 'places'>) {
  const named = terms.filter(({ file: { kind } }) => kind === 'place' || kind === 'event')
  return {
    names: [...places.files.map(({ name }) => name), ...named.map(({ file }) => file.name)],
    others: terms.flatMap(({ file }) => [file.name, file.short ?? file.name, ...file.aliases, ...file.forms]),
  }
}

/** Names of kinds whose names are proper names, so that a word of the text that is one of them means the term. */
function namesOf({ terms, kinds }: Pick<Manuscript, 'terms' | 'kinds'>): NameOfTerms[] {
  const bearers = new Map<string, string[]>()
  for (const { id, file } of terms) {
    if (!kinds.named.has(file.kind)) continue
    for (const name of new Set([file.name, file.short ?? file.name, ...file.forms])) bearers.set(name, [...(bearers.get(name) ?? []), id])
  }
  return [...bearers].map(([name, ids]) => ({ name, terms: ids }))
}
