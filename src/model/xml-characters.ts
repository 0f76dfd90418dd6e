/** The characters that a document in XML 1.0 cannot have, not even as a number (https://www.w3.org/TR/xml/#charsets). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/gu

/** A text without the characters that XML cannot have; half a pair of surrogates is shown as what it is, a lost character. */
export const forXml = (text: string): string => text.toWellFormed().replace(forbidden, '')
