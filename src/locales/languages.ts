/**
 * A language as `Intl` is asked for it: dates are those of the Gregorian calendar and digits those of the notes and
 * citations (decision 61), where the tag asks for no others itself.
 */
export function localeOf(language: string): string {
  const locale = new Intl.Locale(language)
  return new Intl.Locale(language, {
    calendar: locale.calendar ?? 'gregory',
    numberingSystem: locale.numberingSystem ?? 'latn',
  }).toString()
}

/** Scripts that are written from right to left (The Unicode Standard, §9.1). */
const fromTheRight = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Aran'])

/** The direction in which a language is written: `ru-Latn` as `ru`, `ar-Latn` unlike `ar`. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (fromTheRight.has(scriptOf(language)) ? 'rtl' : 'ltr')

/** The script of a language, ISO 15924: that of its tag, or the one it is most often written in. */
export function scriptOf(tag: string): string {
  const script = scripts.get(tag) ?? findScript(tag)
  scripts.set(tag, script)
  return script
}

// It is asked of every locator, and `Intl` takes as long as reading one.
const scripts = new Map<string, string>()

function findScript(tag: string): string {
  const { language, region } = new Intl.Locale(tag)
  // Of the variant in “ru-petr1708” ICU would make a script “Petr”.
  const script = /^[a-z]{2,3}-([a-z]{4})(?=-|$)/iu.exec(tag)?.[1]
  return new Intl.Locale(language, { ...(script && { script }), ...(region && { region }) }).maximize().script ?? 'Latn'
}

/** Scripts whose letters join or make one sign with their neighbours: the first letter of a word cannot stand apart. */
const joined = new Set(['Adlm', 'Arab', 'Aran', 'Beng', 'Deva', 'Mand', 'Mong', 'Nkoo', 'Rohg', 'Syrc'])

/** Whether a first letter can be taken out of its word and set large. */
export const hasLettersApart = (language: string): boolean => !joined.has(scriptOf(language))
