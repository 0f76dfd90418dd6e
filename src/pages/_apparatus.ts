import { recordingsOfReading } from '../integration/get-series.ts'
import type { RenderedDocument, Series } from '../model/series.ts'
import { madeOnce } from '../tracked-reads.ts'

/** What the components of the texts print, for `Astro.locals`; one for all pages. */
export const apparatusOf = madeOnce(({ parts, terms, sources, pages, charts }: Series): App.Locals['apparatus'] => {
  return {
    charts: new Map(charts.map((chart) => [chart.id, chart])),
    terms: new Map(terms.map((term) => [term.id, term])),
    sources: new Map(sources.map((source) => [source.id, source])),
    recordings: recordingsOfReading(),
    documents: new Map<string, RenderedDocument>([
      ...parts.map((part) => [`parts/${part.slug}`, part] as const),
      ...terms.map((term) => [`glossary/${term.id}`, { ...term, notes: [] }] as const),
      ...pages.map((page) => [`pages/${page.slug}`, { ...page, notes: [] }] as const),
    ]),
  }
})
