/** Where a file begins with it; a later pair of lines is two thematic breaks. */
export const frontMatter: RegExp = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/u

/** A text with nothing in the lines of its front matter, so that what follows keeps its place. */
export const withoutFrontMatter = (text: string): string => text.replace(frontMatter, (lines) => lines.replace(/[^\r\n]/gu, ''))
