/** A thing with the letters of an alphabet, in the order of the language. */
export type LetterGroup<T> = { readonly letter: string; readonly things: readonly T[] }

/**
 * Things by the letters that they begin with, as an index in a language has them: a letter of its own stands by itself (Ç in Turkish, Ñ in
 * Spanish, Й in Russian), one with a mark under the plain one (Ä in German, É in French).
 *
 * @param nameOf what a thing is sorted by
 * @param locale as `Words.locale`
 */
export function byInitial<T>(things: readonly T[], nameOf: (thing: T) => string, locale: string): readonly LetterGroup<T>[] {
  const { compare } = new Intl.Collator(locale)
  return [...Map.groupBy(things, (thing) => initialOf(nameOf(thing), locale))]
    .map(([letter, of]) => ({ letter, things: of }))
    .sort((a, b) => compare(a.letter, b.letter))
}

function initialOf(name: string, locale: string): string {
  const text = name.normalize('NFC')
  const [first = text.charAt(0)] = /[\p{L}\p{N}]/u.exec(text) ?? []
  const { language } = new Intl.Locale(locale)
  if (/\p{Script=Han}/u.test(first)) {
    if (language === 'zh') return pinyinOf(first, locale)
    // Whoever wants them among the syllables says how they are read, in `sort`.
    if (language === 'ja') return new Intl.DisplayNames(locale, { type: 'script' }).of('Hani') ?? first
  }
  const letter = language === 'ja' ? asHiragana(first) : first
  const [plain = letter] = letter.normalize('NFD')
  // Of Arabic letters all that are a carrier of a hamza stand under it, though they are sorted apart.
  const isSame = new Intl.Collator(locale, { sensitivity: 'base' }).compare(letter, plain) === 0 || /\p{Script=Arab}/u.test(letter)
  return (isSame ? plain : letter).toLocaleUpperCase(locale)
}

const asHiragana = (letter: string) =>
  letter.replace(/[\u30A1-\u30F6]/u, (katakana) => String.fromCodePoint((katakana.codePointAt(0) ?? 0) - 0x60))

/** The first sign of each letter in the order of pinyin, in which `Intl` sorts Chinese (CLDR, the index characters of zh). */
const firstOfPinyin = 'A阿 B八 C嚓 D搭 E蛾 F发 G旮 H哈 J击 K喀 L垃 M妈 N拏 O噢 P妑 Q七 R呥 S仨 T他 W屲 X夕 Y丫 Z帀'.split(' ')

function pinyinOf(sign: string, locale: string): string {
  const { compare } = new Intl.Collator(locale)
  return firstOfPinyin.findLast((each) => compare(each.slice(1), sign) <= 0)?.charAt(0) ?? sign
}
