import { wordsOf } from '../../locales/words.ts'
import type { Series } from '../../model/series.ts'
import { escapeXml } from '../xhtml.ts'
import { fileOf, xmlId } from './links.ts'

/** The title page: what the book is called, who wrote it, and which state of the texts it holds. */
export const titlePage = (series: Series): string =>
  `<section class="title-page"><h1>${escapeXml(series.title)}</h1>
<p>${escapeXml(series.byline)}</p>
<p class="description">${escapeXml(series.description)}</p>
<p>${escapeXml(versionOf(series))}</p>
${series.publisher ? `<p>${escapeXml(series.publisher)}</p>` : ''}</section>`

export const coverPage = (series: Series): string =>
  `<section class="cover"><img src="cover.png" role="doc-cover" alt="${escapeXml(wordsOf(series).say('books.coverOf', { title: series.title }))}"/></section>`

/** What the book was made of, and where each of its notes stands on the site. */
export function colophon(series: Series, address: string | undefined): string {
  const words = wordsOf(series)
  const made = escapeXml(address ? words.say('books.madeFrom', { address }) : words.say('books.madeFromSite'))
  const { rights } = series
  return `<section><h1>${escapeXml(words.say('books.colophon'))}</h1>
<p>${escapeXml(series.title)}. ${escapeXml(series.byline)}. ${escapeXml(versionOf(series))}.</p>
<p>${address ? made.replace(escapeXml(address), (said) => `<a href="${said}">${said}</a>`) : made} ${escapeXml(words.say('books.sameNames'))}</p>
<p>${escapeXml(words.say('books.text', { licence: rights.name })).replace(escapeXml(rights.name), (name) => `<a href="${escapeXml(rights.url)}">${name}</a>`)} ${escapeXml(words.say('books.software'))}</p>
${address ? addressesOf(series, address) : ''}</section>`
}

function addressesOf(series: Series, address: string): string {
  const words = wordsOf(series)
  const entries = series.parts.flatMap((part) =>
    part.notes.map((note) => {
      const url = new URL(note.href.slice(1), address).href
      const here = `${encodeURI(fileOf(part.href))}#${encodeURIComponent(xmlId(`note-${note.id}`))}`
      return `<li><a href="${escapeXml(here)}">${escapeXml(words.say('place.note', { part: part.number, number: note.number }))}</a>: <a href="${escapeXml(url)}">${escapeXml(url)}</a></li>`
    }),
  )
  return entries.length > 0 ? `<h2>${escapeXml(words.say('books.addresses'))}</h2>\n<ul class="addresses">${entries.join('\n')}</ul>` : ''
}

function versionOf(series: Series): string {
  const words = wordsOf(series)
  const { version, date, shortHash } = series.edition
  return words.say('books.version', { version, date: words.day(date), hash: shortHash })
}
