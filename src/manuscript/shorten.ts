const longest = 120

/** Words of a text for a message, in one line and not too many. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return line.length > longest ? `${[...line].slice(0, longest).join('')} …` : line
}
