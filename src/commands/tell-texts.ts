import type { Series } from '../model/series.ts'

/** How wide lines are, in characters. */
const width = 96

/**
 * The texts of a series as a reader hears them: citations printed, dates in words, notes by their numbers.
 *
 * @param onlyNotes without the paragraphs
 */
export const tellTexts = ({ parts }: Series, onlyNotes: boolean): string =>
  parts
    .map(({ title, paragraphs, notes }) =>
      [
        title,
        ...(onlyNotes ? [] : paragraphs.map(({ number, text }) => wrap(`¶ ${number}  ${text}`))),
        ...notes.map(({ id, number, text }) => wrap(`${number} (${id})  ${text}`)),
      ].join('\n\n'),
    )
    .join('\n\n\n')

/** Lines of words, one paragraph below another. */
const wrap = (text: string): string => text.split('\n').map(wrapLine).join('\n')

function wrapLine(text: string): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
