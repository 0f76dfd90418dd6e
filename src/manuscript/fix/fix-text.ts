import type { ManuscriptFile } from '../../model/facts.ts'
import { marksOfLanguage, type QuotationMarksName, quotationMarks } from '../../model/quotation-marks.ts'
import { visibleTextsOf } from '../advice/visible-text.ts'
import { parseMdx } from '../parse.ts'
import { applyEdits, type Edit } from './edits.ts'
import { findDashes } from './find-dashes.ts'
import { findForeignSyntax } from './find-foreign-syntax.ts'
import { findQuotationMarks } from './find-quotation-marks.ts'
import { findSpaces } from './find-spaces.ts'
import { type Namer, nameNumbers } from './name-numbers.ts'

/** How a series is typed. */
export type HouseStyle = { readonly language: string; readonly marks?: QuotationMarksName | undefined }

/**
 * A text with all that a program can mend of it: typewriter’s quotation marks, dashes and spaces as its language has them,
 * addresses in angle brackets and ids in braces as this dialect writes them, numbers of notes as words. Code, properties,
 * comments and whatever is right already stay as they are. A text that is no MDX after the first step stays as far.
 *
 * @param name the id of a numbered note, of its words; nothing where its number was published
 */
export function fixText({ path, text }: ManuscriptFile, { language, marks }: HouseStyle, name: Namer): string {
  const legible = applyEdits(text, findForeignSyntax(text))
  const { tree, diagnostics } = parseMdx({ path, text: legible })
  if (!tree || diagnostics.length > 0) return legible
  const pairs = quotationMarks[marks ?? marksOfLanguage(language)]
  const inWords = visibleTextsOf(tree, legible).flatMap((block): Edit[] => [
    ...findQuotationMarks(block, legible, pairs),
    ...findDashes(block, language),
    ...findSpaces(block, language),
  ])
  return applyEdits(legible, [...inWords, ...nameNumbers(tree, legible, name)])
}
