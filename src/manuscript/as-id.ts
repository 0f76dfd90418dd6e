/** Letters that no accent can be taken from. */
const plain: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Words as an id: lower-case Latin letters and digits, joined by hyphens; empty where there are none. */
export const asId = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => plain[letter] ?? letter)
    .replace(/[\p{M}’']/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replace(/^-|-$/gu, '')
