/** A pair of marks, with what stands between them and the words. */
type Pair = readonly [opening: string, closing: string]

/** The marks of a language or country: those for which `"` is typed, and those for which `'` is. */
export type QuotationMarks = { readonly double: Pair; readonly single: Pair }

const space = '\u00A0'
const curved: QuotationMarks = { double: ['“', '”'], single: ['‘', '’'] }
const pointed: Pair = ['«', '»']

/** By the name under which `quotation-marks` in `series.yaml` chooses them. */
export const quotationMarks = {
  english: curved,
  german: { double: ['„', '“'], single: ['‚', '‘'] },
  guillemets: { double: pointed, single: ['‹', '›'] },
  'inward-guillemets': { double: ['»', '«'], single: ['›', '‹'] },
  french: { double: [`«${space}`, `${space}»`], single: ['“', '”'] },
  romance: { double: pointed, single: ['“', '”'] },
  slavic: { double: pointed, single: ['„', '“'] },
  polish: { double: ['„', '”'], single: ['‚', '’'] },
  corner: { double: ['「', '」'], single: ['『', '』'] },
} as const satisfies Record<string, QuotationMarks>

export type QuotationMarksName = keyof typeof quotationMarks

export const quotationMarksNames = Object.keys(quotationMarks) as [QuotationMarksName, ...QuotationMarksName[]]

const byLanguage: Readonly<Record<string, QuotationMarksName>> = {
  de: 'german',
  'de-CH': 'guillemets',
  'de-LI': 'guillemets',
  fr: 'french',
  'fr-CH': 'guillemets',
  it: 'romance',
  es: 'romance',
  'pt-PT': 'romance',
  el: 'romance',
  ru: 'slavic',
  uk: 'slavic',
  pl: 'polish',
  he: 'polish',
  ja: 'corner',
}

/** The marks of a language, by its tag; those of English where nothing else is known. */
export const marksOfLanguage = (language: string): QuotationMarksName =>
  byLanguage[language] ?? byLanguage[language.split('-')[0] ?? ''] ?? 'english'
