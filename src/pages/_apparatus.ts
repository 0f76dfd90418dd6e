import { recordingsOfReading } from '../integration/get-series.ts'
import type { RenderedDocument, Series } from '../model/series.ts'

const made = new WeakMap<Series, App.Locals['apparatus']>()

/** What the components of the texts print, for `Astro.locals`; one for all pages. */
export function apparatusOf(series: Series): App.Locals['apparatus'] {
  const apparatus = made.get(series) ?? makeApparatus(series)
  made.set(series, apparatus)
  return apparatus
}

function makeApparatus({ parts, terms, sources, pages, charts }: Series): App.Locals['apparatus'] {
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
}
