/**
 * A text on one line, for formats in which a line end means something, without what no program shows: control
 * characters, code points that are no characters, halves of surrogate pairs. A space that does not break stays.
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t-\r\x85])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[\t-\r \x85\u2028\u2029]+/gu, ' ')
    .trim()
