import { familyOf } from '../../drawings/family/family.ts'
import { drawAnswersMiniature } from '../../drawings/miniatures/answers-miniature.ts'
import { drawEventsMiniature } from '../../drawings/miniatures/events-miniature.ts'
import { drawFamilyMiniature } from '../../drawings/miniatures/family-miniature.ts'
import { drawMapMiniature } from '../../drawings/miniatures/map-miniature.ts'
import type { Miniature } from '../../drawings/miniatures/miniature.ts'
import { spanInWords, timelineSpan } from '../../drawings/timeline/timeline-span.ts'
import type { Words } from '../../locales/words.ts'
import type { Series } from '../../model/series.ts'

/** A drawing of the series in small, with the page that has it large and what that is called. */
export type FrontDrawing = { readonly href: string; readonly title: string; readonly about?: string; readonly drawing: Miniature }

/** The drawings that a series has: its timeline, its map, the family of its parties, and who says what. */
export function frontDrawings(series: Series, words: Words): FrontDrawing[] {
  const { map, places, terms, charts } = series
  const events = series.events.filter((event) => event['part-of'] === undefined)
  const span = timelineSpan({ ...series, events })
  const family = familyOf(terms, words)
  return [
    ...(span
      ? [
          {
            href: '/timeline/',
            title: words.say('site.timeline'),
            about: spanInWords(span, words.count('counts.datedEvents', span.events.length), words),
            drawing: drawEventsMiniature(span),
          },
        ]
      : []),
    ...(map && places.length > 0
      ? [{ href: '/places/', title: words.say('site.places'), about: map.title, drawing: drawMapMiniature(map, places) }]
      : []),
    ...(family ? [{ href: '/glossary/#family-tree', title: words.say('family.heading'), drawing: drawFamilyMiniature(family) }] : []),
    ...charts
      .flatMap((chart) =>
        chart.kind === 'answers' && chart.href ? [{ href: chart.href, title: chart.title, drawing: drawAnswersMiniature(chart) }] : [],
      )
      .slice(0, 1),
  ]
}
