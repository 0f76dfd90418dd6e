import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consonantsOf } from './consonants.ts'

/** Names in their own letters, and in Latin ones by several systems. */
const sameNames = [
  'محمد Muhammad Muḥammad Mohammed Mohamed Mohamad Muhammed',
  'حسين Hussein Husayn Ḥusayn Hussain Hocine Hoseyn',
  'خالد Khalid Khaled Ḫālid Chalid',
  'القذافي Gaddafi Qadhafi Qaddafi Gadhafi al-Qadhdhāfī',
  'ناصر Nasser Nasir Nāṣir',
  'جمال Gamal Jamal Djamal Dschamal',
  'شريف Sharif Scherif Chérif Šarīf',
  'عمر Omar Umar ʿUmar',
  'علي Ali ʿAlī',
  'يوسف Yusuf Yousef Youssef Jussuf',
  'إبراهيم Ibrahim Ebrahim Ibrāhīm',
  'فاطمة Fatima Fatimah Fāṭima',
  'داود Dawud Daoud Dāwūd',
  'الغزالي Ghazali al-Ghazālī',
  'الرشيد Rashid ar-Rashid arRashid Raschid',
  'رمضان Ramadan Ramaḍān Ramazan',
  'قرآن Quran Qurʾān Koran',
  'שלום Shalom Schalom Chalom',
  'יצחק Yitzhak Yitsḥak Itzhak',
  'חיים Haim Chaim Ḥayim Hayyim',
  'בן-גוריון Gurion Guryon',
  'נתניהו Netanyahu Netanjahu',
  'משה Moshe Mosheh Mosche',
  'אברהם Avraham Abraham',
  'כרמל Karmel Carmel',
]

test('names share their consonants, however they are written', () => {
  for (const names of sameNames) {
    const [own = '', ...latin] = names.split(' ')
    const keys = new Set(own.replace(/^ال|^בן-/u, '') === own ? consonantsOf(own) : consonantsOf(own.replace(/^ال|^בן-/u, '')))
    for (const name of latin)
      assert.ok(
        name.split('-').some((part) => consonantsOf(part).some((key) => keys.has(key))),
        `${name}: ${consonantsOf(name)}; ${own}: ${[...keys]}`,
      )
  }
})

test('other names have other consonants', () => {
  const firsts = sameNames.map((names) => consonantsOf(names.split(' ')[1] ?? ''))
  for (const [i, keys] of firsts.entries())
    for (const other of firsts.slice(i + 1))
      assert.deepEqual(
        keys.filter((key) => other.includes(key)),
        [],
      )
})

test('what is in another script, or has one consonant, has none', () => {
  for (const word of ['Троцкий', '東京', 'a', 'io', '1917', 'x2']) assert.deepEqual(consonantsOf(word), [], word)
})
