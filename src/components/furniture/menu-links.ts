import { areNumbered, titleOfPart } from '../../locales/part-names.ts'
import type { Words } from '../../locales/words.ts'
import { hasDocuments } from '../../model/files/term-file.ts'
import { type MenuPage, menuPages } from '../../model/menu.ts'
import { ownPages } from '../../model/own-pages.ts'
import type { Series } from '../../model/series.ts'
import { most } from '../../model/sizes.ts'

type Link = { readonly href: string; readonly label: string }

/** The links at the top of every page: those the writer has listed, or all that there is something behind. */
export function menuOf(series: Series, words: Words): Link[] {
  const own = ownPages(series.pages).map(({ slug }) => slug)
  const menu = series.menu ?? ['parts', 'notes', 'glossary', 'sources', 'timeline', 'places', ...own, 'about']
  return menu.flatMap((entry) => (entry === 'parts' ? partsIn(series, words) : linkTo(entry, series, words)))
}

/** The links at the foot of every page, each once: those of the menu, with the parts by their titles, and the writer’s own. */
export function everyPage(series: Series, words: Words): Link[] {
  const titles = new Map(series.parts.map((part) => [part.href, titleOfPart(part, series, words)]))
  const links = [
    ...menuOf(series, words).map(({ href, label }) => ({ href, label: titles.get(href) ?? label })),
    ...(series.footer ?? []).flatMap((entry) => linkTo(entry, series, words)),
    { href: '/downloads/', label: words.say('site.downloads') },
    { href: '/my-notes/', label: words.say('myNotes.title') },
  ]
  return [...new Map(links.toReversed().map((link) => [link.href, link])).values()].toReversed()
}

/** Few parts are links of their own. */
function partsIn(series: Series, words: Words): Link[] {
  const counted = series.parts.flatMap(({ href, number }) => (number === undefined ? [] : [{ href, number }]))
  if (counted.length > most.partsInHeader) return [{ href: '/#parts', label: words.say('part.others') }]
  return counted.map(({ href, number }) => ({
    href,
    label: areNumbered(series) ? words.say('site.part', { number }) : words.say('site.text'),
  }))
}

function linkTo(entry: NonNullable<Series['menu']>[number], series: Series, words: Words): Link[] {
  if (typeof entry !== 'string') return [{ href: entry.url, label: entry.title }]
  if (Object.hasOwn(menuPages, entry)) {
    const page = entry as MenuPage
    return hasPage(page, series) ? [{ href: menuPages[page], label: nameOf(page, series, words) }] : []
  }
  return [...series.pages, ...series.parts].flatMap(({ slug, href, title }) => (slug === entry ? [{ href, label: title }] : []))
}

/** Whether there is something on a page. */
function hasPage(page: MenuPage, { parts, terms, sources, events, places }: Series): boolean {
  const amounts: Partial<Record<MenuPage, boolean>> = {
    notes: parts.some(({ notes }) => notes.length > 0),
    glossary: terms.length > 0,
    sources: sources.length > 0,
    timeline: events.length > 0,
    places: places.length > 0,
    hours: events.some(({ time }) => time !== undefined),
    documents: hasDocuments(terms),
  }
  return amounts[page] ?? true
}

function nameOf(page: MenuPage, series: Series, words: Words): string {
  if (page === 'home') return series.title
  return page === 'parts' ? words.say('part.others') : words.say(`site.${page}`)
}
