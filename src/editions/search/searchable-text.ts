/**
 * The text with a hair space after each dash, ellipsis and slash that stands closed between two words: Pagefind 1.6
 * loses the second word otherwise. Only the copy that is indexed is changed.
 */
export const spaceAfterDashes = (text: string): string => text.replace(/(?<=[\p{L}\p{N}])([–—…/])(?=[\p{L}\p{N}])(?![^<]*>)/gu, '$1\u200A')
