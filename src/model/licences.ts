/** The terms of a text: a name, and an address that says what it means. */
export type Licence = { readonly name: string; readonly url: string }

/**
 * Where nothing is said, nobody may copy a text: so the law of nearly all countries has it
 * (https://rightsstatements.org/page/InC/1.0/).
 */
export const allRightsReserved: Licence = { name: 'All rights reserved', url: 'https://rightsstatements.org/page/InC/1.0/' }

/** What a licence can be called in a word, for messages. */
export const licenceWords =
  'CC BY 4.0, CC BY-SA 4.0, CC BY-NC 4.0, CC BY-ND 4.0, CC BY-NC-SA 4.0, CC BY-NC-ND 4.0, CC0 1.0, public domain or all rights reserved'

/**
 * The licence that a word names, in whichever way it is spelt: “CC BY-SA 4.0”, “cc-by-sa-4.0”, “CC BY” (the latest version
 * of it), “CC0”, “public domain”, “all rights reserved”. Nothing where the program does not know it.
 */
export function licenceNamed(word: string): Licence | undefined {
  const plain = word
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .replace(/^creative commons|^cc(?=by)/u, 'cc')
    .trim()
  if (/^(?:all rights reserved|copyright|in copyright|none)$/u.test(plain)) return allRightsReserved
  if (/^cc ?0(?: 1\.0)?$/u.test(plain)) return { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  if (plain === 'public domain') return { name: 'Public domain', url: 'https://creativecommons.org/publicdomain/mark/1.0/' }
  const [, terms, version = '4.0'] = /^cc (by(?: nc)?(?: nd| sa)?)(?: ([1-4]\.\d))?$/u.exec(plain) ?? []
  if (!terms) return undefined
  const kind = terms.replaceAll(' ', '-')
  return { name: `CC ${kind.toUpperCase()} ${version}`, url: `https://creativecommons.org/licenses/${kind}/${version}/` }
}
