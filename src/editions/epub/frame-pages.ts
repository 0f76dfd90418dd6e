import type { Series } from '../../model/series.ts'
import { words } from '../book-words.ts'
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
  `<section class="cover"><img src="cover.png" role="doc-cover" alt="${escapeXml(words.coverAlternative(series.title))}"/></section>`

/** What the book was made of, and where each of its notes stands on the site. */
export function colophon(series: Series, address: string | undefined): string {
  const made = escapeXml(words.madeFrom(address))
  const { rights } = series
  return `<section><h1>${escapeXml(words.colophon)}</h1>
<p>${escapeXml(series.title)}. ${escapeXml(series.byline)}. ${escapeXml(versionOf(series))}.</p>
<p>${address ? made.replace(escapeXml(address), `<a href="${escapeXml(address)}">${escapeXml(address)}</a>`) : made} ${escapeXml(words.sameIds)}</p>
<p>${escapeXml(words.text)}: <a href="${escapeXml(rights.url)}">${escapeXml(rights.name)}</a>. ${escapeXml(words.software)}</p>
${address ? addressesOf(series, address) : ''}</section>`
}

function addressesOf({ parts }: Series, address: string): string {
  const entries = parts.flatMap((part) =>
    part.notes.map((note) => {
      const url = new URL(note.href.slice(1), address).href
      const here = `${encodeURI(fileOf(part.href))}#${encodeURIComponent(xmlId(`note-${note.id}`))}`
      return `<li><a href="${escapeXml(here)}">${escapeXml(words.note(part.number, note.number))}</a>: <a href="${escapeXml(url)}">${escapeXml(url)}</a></li>`
    }),
  )
  return entries.length > 0 ? `<h2>${escapeXml(words.addresses)}</h2>\n<ul class="addresses">${entries.join('\n')}</ul>` : ''
}

function versionOf({ edition, language }: Series): string {
  const day = new Date(`${edition.date}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })
  return words.version(edition.version, day, edition.shortHash)
}
