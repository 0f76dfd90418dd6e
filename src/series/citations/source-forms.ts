import { keep } from '../../kept-results.ts'
import type { Words } from '../../locales/words.ts'
import { type CitationStyleName, citationStyleNames, citationStyles } from '../../model/citation-styles.ts'
import type { SourceForm } from '../../model/series.ts'
import { type PrintedCluster, useStyle } from './csl-engine.ts'
import type { NamedSource } from './csl-json.ts'
import { withOriginal } from './originals.ts'
import { printedItems } from './printed-items.ts'

type Forms = ReadonlyMap<string, readonly SourceForm[]>

// It is asked again whenever a writer saves a text, and the works have seldom changed.
let latest: { readonly works: string; readonly words: Words; readonly forms: Forms } | undefined

/** How each work is cited in each style: in a note or in the text, and in a list of works. By the id of the work. */
export function sourceFormsOf(sources: readonly NamedSource[], words: Words): Forms {
  const works = JSON.stringify(sources.map(({ id, file }) => [id, file]))
  if (latest?.works !== works || latest.words !== words) {
    const forms = keep('forms-of-sources', [works, words.language, words.own], () => makeForms(sources, words))
    latest = { works, words, forms }
  }
  return latest.forms
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

function wholeOf(cluster: PrintedCluster | undefined): string {
  if (!cluster) return ''
  const inside = cluster.cites.map(({ html, after }) => html + after).join('')
  // “n.d.” has its full stop already.
  const isStopped = cluster.suffix === '.' && /\.(?:<[^>]*>)*$/u.test(inside)
  return cluster.prefix + inside + (isStopped ? '' : cluster.suffix)
}

/** The name of a style, which for most is the same in every language. */
function labelOf(style: CitationStyleName, words: Words): string {
  if (style === 'chicago-notes') return words.say('citations.chicagoNote')
  return style === 'chicago-author-date' ? words.say('citations.chicagoAuthorDate') : citationStyles[style].label
}
