import { sayFaces } from '../locales/say-faces.ts'
import { wordsOf } from '../locales/words.ts'
import type { Series } from '../model/series.ts'

/** The same of a part by itself, which need not be set anew when another one is edited: without the hash of all texts. */
export function versionOfPart(series: Series): string {
  const { version, date } = series.edition
  const words = wordsOf(series)
  return words.say('downloads.state', { version, date: words.day(date) })
}

type Link = { readonly to: string; readonly text: string }

/** Which state of the texts a book holds: “Version 1.1, 28 November 2026 [6d0210c]”. */
export function versionOf(series: Series): string {
  const words = wordsOf(series)
  const { version, date, shortHash } = series.edition
  return words.say('readme.version', { version, date: words.day(date), hash: shortHash })
}

/** The last page of a book, in lines of words and links: what it is, where it is published, and the licences. */
export function colophonLines(series: Series, address: string | undefined, version = versionOf(series)): (string | Link)[][] {
  const words = wordsOf(series)
  const published = address ? linked(words.say('readme.published', { address }), address) : []
  return [
    [`${series.byline}. ${version}.`],
    ...(address ? [published, [words.say('readme.links')]] : []),
    linked(words.say('readme.text', { licence: series.rights.name, address: series.rights.url }), series.rights.url),
    [words.say('readme.software', { faces: sayFaces(series.theme?.faces, words) })],
  ]
}

function linked(sentence: string, address: string): (string | Link)[] {
  const [before = '', after = ''] = sentence.split(address)
  return [before, { to: address, text: address }, after].filter((piece) => piece !== '')
}
