import { nameInPart } from '../../locales/part-names.ts'
import { wordsOf } from '../../locales/words.ts'
import type { Series } from '../../model/series.ts'
import { colophonLines, versionOf } from '../colophon.ts'
import { escapeXml } from '../xhtml.ts'
import { fileOf, xmlId } from './links.ts'

/** The title page: what the book is called, who wrote it, and which state of the texts it holds. */
export const titlePage = (series: Series, volume?: string): string =>
  `<section class="title-page"><h1>${escapeXml(series.title)}</h1>
${volume === undefined ? '' : `<p class="volume">${escapeXml(volume)}</p>\n`}<p>${escapeXml(series.byline)}</p>
<p class="description">${escapeXml(series.description)}</p>
<p>${escapeXml(versionOf(series))}</p>
${series.publisher ? `<p>${escapeXml(series.publisher)}</p>` : ''}</section>`

export const coverPage = (series: Series): string =>
  `<section class="cover"><img src="cover.png" role="doc-cover" alt="${escapeXml(wordsOf(series).say('books.cover'))}"/></section>`

/** What the book is and where it is published, and where each of its notes stands on the site. */
export function colophon(series: Series, address: string | undefined): string {
  const lines = colophonLines(series, address).map((line) =>
    line.map((piece) => (typeof piece === 'string' ? escapeXml(piece) : linkTo(piece.to, piece.text))).join(''),
  )
  return `<section class="colophon"><h1>${escapeXml(series.title)}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
${address ? addressesOf(series, address) : ''}</section>`
}

const linkTo = (url: string, text: string) => `<a href="${escapeXml(url)}">${escapeXml(text)}</a>`

function addressesOf(series: Series, address: string): string {
  const words = wordsOf(series)
  const entries = series.parts.flatMap((part) =>
    part.notes.map((note) => {
      const url = new URL(note.href.slice(1), address).href
      const here = `${encodeURI(fileOf(part.href))}#${encodeURIComponent(xmlId(`note-${note.id}`))}`
      return `<li>${linkTo(here, nameInPart(part, series, words, { kind: 'note', number: note.number }))}: ${linkTo(url, url)}</li>`
    }),
  )
  return entries.length > 0 ? `<h2>${escapeXml(words.say('site.notes'))}</h2>\n<ul class="addresses">${entries.join('\n')}</ul>` : ''
}
