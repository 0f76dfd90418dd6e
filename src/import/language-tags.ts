/** BCP 47 tags for the names that BibLaTeX (`langid`) and library catalogues have for languages. */
const tags: Record<string, string> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  german: 'de',
  ngerman: 'de',
  deutsch: 'de',
  austrian: 'de-AT',
  french: 'fr',
  français: 'fr',
  italian: 'it',
  italiano: 'it',
  spanish: 'es',
  español: 'es',
  portuguese: 'pt',
  brazilian: 'pt-BR',
  dutch: 'nl',
  russian: 'ru',
  русский: 'ru',
  ukrainian: 'uk',
  polish: 'pl',
  czech: 'cs',
  slovak: 'sk',
  slovene: 'sl',
  croatian: 'hr',
  serbian: 'sr',
  bulgarian: 'bg',
  romanian: 'ro',
  hungarian: 'hu',
  greek: 'el',
  latin: 'la',
  swedish: 'sv',
  danish: 'da',
  norwegian: 'no',
  norsk: 'nb',
  finnish: 'fi',
  estonian: 'et',
  latvian: 'lv',
  lithuanian: 'lt',
  turkish: 'tr',
  hebrew: 'he',
  arabic: 'ar',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko',
  yiddish: 'yi',
}

/** The tag of a language that is named in words or by a tag in another form (`en_US`); nothing where it is not known. */
export function languageTag(name: string): string | undefined {
  const written = name.trim().replaceAll('_', '-')
  const known = Object.hasOwn(tags, written.toLowerCase()) ? tags[written.toLowerCase()] : undefined
  if (known) return known
  const [language = '', ...rest] = written.split('-')
  return /^[a-z]{2,3}$/iu.test(language) ? [language.toLowerCase(), ...rest].join('-') : undefined
}
