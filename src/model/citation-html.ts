/** The text of what a citation style prints: it writes `&`, `<` and `>` as numbers, and other signs as they are. */
export const textOfCitation = (html: string): string =>
  html.replace(/<[^>]*>/gu, '').replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
