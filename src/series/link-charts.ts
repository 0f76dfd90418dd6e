import type { DocumentFacts } from '../model/facts.ts'
import type { Chart } from '../model/series.ts'
import { hrefOfPage } from './link-document.ts'

type Document = { readonly id: string; readonly facts: Pick<DocumentFacts, 'charts' | 'sections'> }

/** The charts with the section in which each is drawn first: in the parts, in their order, else on a page of the writer’s own. */
export function linkCharts(charts: readonly Omit<Chart, 'href'>[], parts: readonly Document[], pages: readonly Document[]): Chart[] {
  const places = new Map<string, string>()
  const documents = [
    ...parts.map((part) => ({ ...part, page: `/${part.id}/` })),
    ...pages.map((page) => ({ ...page, page: hrefOfPage(page.id) })),
  ]
  for (const { facts, page } of documents)
    for (const { chart, span } of facts.charts) {
      const section = facts.sections.findLast((each) => each.span.start.offset < span.start.offset)
      if (!places.has(chart)) places.set(chart, section ? `${page}#${section.id}` : page)
    }
  return charts.map((chart) => {
    const href = places.get(chart.id)
    return { ...chart, ...(href && { href }) } as Chart
  })
}
