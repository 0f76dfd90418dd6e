import { z } from 'zod'

/**
 * Characters that nobody sees but that change what others see: control characters, marks that turn the direction of
 * writing (Unicode Standard Annex 9, 2.1 to 2.4), spaces without width, tags, separators that are no line ends, and code
 * points that are no characters (The Unicode Standard, §23.7), which HTML and XML forbid.
 */
export const hiddenCharacters: RegExp =
  /(?![\t\n\r])[\p{Cc}\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0001}-\u{E007F}\p{Noncharacter_Code_Point}]/u

/** Half a character, or the sign for one that was lost. */
export const brokenCharacter: RegExp = /[\p{Surrogate}\uFFFD]/u

/**
 * Finds in a tenth of the time that a text has none of either: it is looked through unit by unit. It finds whole characters of two
 * units too, as emoji are.
 */
export const maybeUnseen: RegExp =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u200B\u2028-\u202E\u2060-\u2069\uD800-\uDFFF\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFF]/

/** Letters by their class that are blanks by their looks: fillers of Hangul and Braille. */
const blank = /[\s\p{Cf}\u115F\u1160\u3164\uFFA0\u2800]/gu

function refuseHidden(words: string, context: z.RefinementCtx) {
  if (hiddenCharacters.test(words) || brokenCharacter.test(words))
    context.addIssue({ code: 'custom', message: 'words without characters that nobody can see' })
  else if (words !== '' && words.replace(blank, '') === '') context.addIssue({ code: 'custom', message: 'something that can be seen' })
}

/** Words that may be none. */
export const words = z.string().superRefine(refuseHidden)

/** Words that a reader sees, as many as there must be. */
export const text = z.string().trim().min(1).superRefine(refuseHidden)

/** What something is called: on one line of a list, in a head, on a picture. */
export const title = z.string().trim().min(1).max(300).superRefine(refuseHidden)
