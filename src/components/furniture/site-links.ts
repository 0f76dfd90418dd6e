import type { Words } from '../../locales/words.ts'
import type { Series } from '../../model/series.ts'
import { most } from '../../model/sizes.ts'

type SiteLink = { readonly href: string; readonly label: string }

/** The parts as the head of a page names them: by number, or where they are many by one link to their list. */
export function partLinks({ parts }: Series, words: Words): readonly SiteLink[] {
  if (parts.length > most.partsInHeader) return [{ href: '/#parts', label: words.say('part.others') }]
  return parts.map(({ href, number }) => ({
    href,
    label: parts.length > 1 ? words.say('site.part', { number }) : words.say('site.text'),
  }))
}

/** The parts as the foot of a page names them, by title. */
export function titledPartLinks(series: Series, words: Words): readonly SiteLink[] {
  if (series.parts.length > most.partsInHeader) return partLinks(series, words)
  return series.parts.map(({ href, number, title }) => ({
    href,
    label: series.parts.length > 1 ? words.say('site.partTitled', { number, title }) : title,
  }))
}

/** The lists that a series has, and what is said about it. */
export const listLinks = (series: Series, words: Words): readonly SiteLink[] => [
  ...(series.parts.some(({ notes }) => notes.length > 0) ? [{ href: '/notes/', label: words.say('site.notes') }] : []),
  ...(series.terms.length > 0 ? [{ href: '/glossary/', label: words.say('site.glossary') }] : []),
  ...(series.sources.length > 0 ? [{ href: '/sources/', label: words.say('site.sources') }] : []),
  ...(series.events.length > 0 ? [{ href: '/timeline/', label: words.say('site.timeline') }] : []),
  ...(series.places.length > 0 ? [{ href: '/places/', label: words.say('site.places') }] : []),
  { href: '/about/', label: words.say('site.about') },
]
