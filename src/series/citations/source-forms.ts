import { keep } from '../../kept-results.ts'
import type { Words } from '../../locales/words.ts'
import { type CitationStyleName, citationStyleNames, citationStyles } from '../../model/citation-styles.ts'
import type { SourceForm } from '../../model/series.ts'
import { useStyle } from './csl-engine.ts'
import type { NamedSource } from './csl-json.ts'
import { withOriginal } from './originals.ts'
import type { PrintedCluster } from './printed-cluster.ts'
import { printedItems } from './printed-items.ts'

type Forms = ReadonlyMap<string, readonly SourceForm[]>

// They are asked for again whenever a writer saves a text, in every language of the series, and the works have seldom changed.
const latest = new Map<string, Forms>()
const most = 16

/** How each work is cited in each style: in a note or in the text, and in a list of works. By the id of the work. */
export function sourceFormsOf(sources: readonly NamedSource[], words: Words): Forms {
  const works = JSON.stringify(sources.map(({ id, file }) => [id, file]))
  const on = JSON.stringify([works, words.language, words.own])
  const forms = latest.get(on) ?? keep('forms-of-sources', [works, words.language, words.own], () => makeForms(sources, words))
  // What was asked for last stands last; what was not for longest gives way.
  latest.delete(on)
  latest.set(on, forms)
  for (const oldest of latest.keys()) if (latest.size > most) latest.delete(oldest)
  return forms
}

function makeForms(sources: readonly NamedSource[], words: Words): Forms {
  const styles = citationStyleNames.map((style) => {
    const inUse = useStyle(style, printedItems(style, sources, words.language), words.language)
    const entries = inUse.entries()
    const cited = new Map(sources.map(({ id }) => [id, inUse.cluster([{ id, position: 0 }])]))
    return { style, cited, entries: withOriginal(style, entries, sources, words) }
  })
  return new Map(
    sources.map(({ id }) => [
      id,
      styles.map(({ style, cited, entries }): SourceForm => {
        const { cites } = citationStyles[style]
        return { style, label: labelOf(style, words), cites, citation: wholeOf(cited.get(id)), entry: entries.get(id) ?? '' }
      }),
    ]),
  )
}

/** The name of a style, which for most is the same in every language. */
function labelOf(style: CitationStyleName, words: Words): string {
  if (style === 'chicago-notes') return words.say('citations.chicagoNote')
  return style === 'chicago-author-date' ? words.say('citations.chicagoAuthorDate') : citationStyles[style].label
}

function wholeOf(cluster: PrintedCluster | undefined): string {
  if (!cluster) return ''
  const text = cluster.prefix + cluster.cites.map(({ html, after }) => html + after).join('')
  // Of an abbreviation at the end, “n.d.” or “б. г.”, the full stop is the sentence’s as well.
  return text + (/\.(?:<\/\w+>)*$/u.test(text) ? cluster.suffix.replace(/^\./u, '') : cluster.suffix)
}
