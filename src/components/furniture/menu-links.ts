import { areNumbered, titleOfPart } from '../../locales/part-names.ts'
import type { Words } from '../../locales/words.ts'
import { hasDocuments } from '../../model/files/term-file.ts'
import { type MenuPage, menuPages } from '../../model/menu.ts'
import { ownPages } from '../../model/own-pages.ts'
import type { Part, Series } from '../../model/series.ts'
import { most } from '../../model/sizes.ts'

type Link = {
  readonly href: string
  readonly label: string
  /** What a part is called where there is more room: by its number and title. */
  readonly title?: string
}

/** The links at the top of every page: those the writer has listed, or all that there is something behind. */
export function menuOf(series: Series, words: Words): Link[] {
  const own = ownPages(series.pages).map(({ slug }) => slug)
  const menu = series.menu ?? ['parts', 'notes', 'glossary', 'sources', 'timeline', 'places', ...own, 'about']
  return menu.flatMap((entry) => (entry === 'parts' ? partsIn(series, words) : linkTo(entry, series, words)))
}

/**
 * The links at the foot of every page, each once: those of the menu, with the parts by their titles, and the writer’s own. Of a long series
 * no more is read than they say: every page asks for them.
 */
export function everyPage(series: Series, words: Words): Link[] {
  const links = [
    ...menuOf(series, words).map(({ href, label, title = label }) => ({ href, label: title })),
    ...(series.footer ?? []).flatMap((entry) => linkTo(entry, series, words)),
    { href: '/downloads/', label: words.say('site.downloads') },
    { href: '/my-notes/', label: words.say('myNotes.title') },
  ]
  return [...new Map(links.toReversed().map((link) => [link.href, link])).values()].toReversed()
}

/** Few parts are links of their own. */
function partsIn(series: Series, words: Words): Link[] {
  const numbered: Part[] = []
  for (const part of series.parts) {
    if (part.number !== undefined) numbered.push(part)
    if (numbered.length > most.partsInHeader) return [{ href: '/#parts', label: words.say('part.others') }]
  }
  return numbered.map((part) => ({
    href: part.href,
    label: areNumbered(series) ? words.say('site.part', { number: part.number ?? 0 }) : words.say('site.text'),
    title: titleOfPart(part, series, words),
  }))
}

function linkTo(entry: NonNullable<Series['menu']>[number], series: Series, words: Words): Link[] {
  if (typeof entry !== 'string') return [{ href: entry.url, label: entry.title }]
  if (Object.hasOwn(menuPages, entry)) {
    const page = entry as MenuPage
    return hasPage(page, series) ? [{ href: menuPages[page], label: nameOf(page, series, words) }] : []
  }
  const pages = series.pages.flatMap(({ slug, href, title }) => (slug === entry ? [{ href, label: title }] : []))
  const parts = series.parts.flatMap((part) =>
    part.slug === entry ? [{ href: part.href, label: part.title, title: titleOfPart(part, series, words) }] : [],
  )
  return [...pages, ...parts]
}

/** Whether there is something on a page. */
const hasPage = (page: MenuPage, series: Series): boolean => isFilled[page]?.(series) ?? true

const isFilled: Partial<Record<MenuPage, (series: Series) => boolean>> = {
  notes: ({ parts }) => parts.some(({ notes }) => notes.length > 0),
  glossary: ({ terms }) => terms.length > 0,
  sources: ({ sources }) => sources.length > 0,
  timeline: ({ events }) => events.length > 0,
  places: ({ places }) => places.length > 0,
  hours: ({ events }) => events.some(({ time }) => time !== undefined),
  documents: ({ terms }) => hasDocuments(terms),
}

function nameOf(page: MenuPage, series: Series, words: Words): string {
  if (page === 'home') return series.title
  return page === 'parts' ? words.say('part.others') : words.say(`site.${page}`)
}
