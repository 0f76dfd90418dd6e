import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byInitial } from './initials.ts'
import { wordsOf } from './words.ts'

/** The letters of an index of these names, with what stands under each. */
function indexOf(language: string, names: string): string {
  const { locale, compare } = wordsOf({ language })
  const groups = byInitial(names.split(' ').sort(compare), (name) => name, locale)
  return groups.map(({ letter, things }) => `${letter}: ${things.join(' ')}`).join('; ')
}

/** By language: names in any order, and the index of them. */
const indexes: Readonly<Record<string, readonly [names: string, index: string]>> = {
  en: ['Zola Éluard Engels ‘Land’ Łódź', 'E: Éluard Engels; L: ‘Land’; Ł: Łódź; Z: Zola'],
  de: ['Zug Ärzte Arbeit öl ostern', 'A: Arbeit Ärzte; O: öl ostern; Z: Zug'],
  fr: ['Zola École Europe Çatal Commune', 'C: Çatal Commune; E: École Europe; Z: Zola'],
  es: ['Navarra Ñuble Ávila Arte Oro', 'A: Arte Ávila; N: Navarra; Ñ: Ñuble; O: Oro'],
  it: ['Èboli Etna Urbe', 'E: Èboli Etna; U: Urbe'],
  pt: ['Évora Elvas Óbidos Olhão', 'E: Elvas Évora; O: Óbidos Olhão'],
  ru: ['Йод Иван Ёлка Ельцин', 'Е: Ёлка Ельцин; И: Иван; Й: Йод'],
  uk: ['Їжак Іван Йосип Ґанок Гай', 'Г: Гай; Ґ: Ґанок; І: Іван; Ї: Їжак; Й: Йосип'],
  pl: ['Łódź Lwów Śląsk Sejm Żuk Zamość', 'L: Lwów; Ł: Łódź; S: Sejm; Ś: Śląsk; Z: Zamość; Ż: Żuk'],
  tr: ['izmir ıhlara Çanakkale Ceyhan Şirket Sofya', 'C: Ceyhan; Ç: Çanakkale; I: ıhlara; İ: izmir; S: Sofya; Ş: Şirket'],
  el: ['Ώρα Άλφα Αθήνα', 'Α: Αθήνα Άλφα; Ω: Ώρα'],
  ar: ['بحر أحمد إمام آدم اسم', 'ا: آدم أحمد اسم إمام; ب: بحر'],
  he: ['בית אור', 'א: אור; ב: בית'],
  ja: ['がくもん カメラ かもめ 灯台 革命', 'か: がくもん カメラ かもめ; 漢字: 革命 灯台'],
  zh: ['守灯人 灯塔 北京 Lamna 五四', 'B: 北京; D: 灯塔; L: Lamna; S: 守灯人; W: 五四'],
}

for (const [language, [names, index]] of Object.entries(indexes))
  test(`names stand under the letters of the alphabet, as in ${language}`, () => {
    assert.equal(indexOf(language, names), index)
  })
