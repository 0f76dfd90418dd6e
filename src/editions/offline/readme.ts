import { sayFaces } from '../../locales/say-faces.ts'
import { wordsOf } from '../../locales/words.ts'
import type { Series } from '../../model/series.ts'

/** As editors of old show it without turning lines over. */
const lineLength = 77

/** The text file in the folder that says what the folder is; lines end as every system’s editor shows them. */
export function readme(series: Series, address: string | undefined): string {
  const { title, slug, edition, rights, byline } = series
  const words = wordsOf(series)
  const { version, date, shortHash } = edition
  const lines = [
    title,
    byline,
    words.say('readme.version', { version, date, hash: shortHash }),
    '',
    words.say('readme.open'),
    '',
    ...broken(words.say('readme.holds')),
    '',
    ...(address ? [words.say('readme.published', { address }), words.say('readme.links'), ''] : []),
    words.say('readme.text', { licence: rights.name, address: rights.url }),
    ...broken(words.say('readme.software', { faces: sayFaces(series.theme?.faces, words) })),
    '',
    words.say('readme.belongs', { file: `${slug}-offline.zip` }),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** A paragraph as lines; one without spaces, as Japanese is written, stays whole. */
function broken(paragraph: string): string[] {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= lineLength) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
