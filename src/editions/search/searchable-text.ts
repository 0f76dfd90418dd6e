/**
 * The text with a hair space after each dash, ellipsis and slash that stands closed between two words, tags or no:
 * Pagefind 1.6 loses the second word otherwise. Only the copy that is indexed is changed.
 */
export const spaceAfterDashes = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{N}](?:<[^>]*>)*)([–—…/])(?=(?:<[^>]*>)*[\p{L}\p{N}])(?![^<]*>)/gu, '$1\u200A')

/** The text of a bibliography’s entry, in which `&`, `<` and `>` are written as numbers. */
export const textOfHtml = (html: string): string => html.replace(/<[^>]*>/gu, '').replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
