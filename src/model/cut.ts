/**
 * A text of at most so many characters, cut between words and with an ellipsis behind it; one that is short enough as it
 * is. Where no word ends in time, it is cut within the word, but no character is halved.
 *
 * @param room length in UTF-16 code units, without the ellipsis
 */
export function cutEnd(text: string, room: number): string {
  return text.length <= room ? text : `${wholeAtEnd(text.slice(0, room)).replace(/\s\S*$/u, '')} …`
}

/** The end of a text, in the same way. */
export function cutStart(text: string, room: number): string {
  return text.length <= room ? text : `… ${wholeAtStart(text.slice(-room)).replace(/^\S*\s/u, '')}`
}

/** Half of a character is none. */
const wholeAtEnd = (text: string) => text.replace(/[\uD800-\uDBFF]$/, '')
const wholeAtStart = (text: string) => text.replace(/^[\uDC00-\uDFFF]/, '')

/** The first sentence of a text, for lists and previews: at most 200 characters, cut between words where it is longer. */
export function firstSentence(text: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)
  return cutEnd(first?.segment.trim() ?? '', 198)
}
