import { fold } from './tokens.ts'

/**
 * Sounds that the letters of Arabic and Hebrew can stand for when they are written in Latin letters, by ALA-LC, DIN 31635, BGN/PCGN
 * and the Academy of the Hebrew Language, and by the habits of the English, French and German press. An empty one is silent, or a
 * vowel, which nobody writes in both scripts alike.
 */
const letters =
  'ا= ب=b ت=t ث=t,s ج=j,g ح=h خ=h,k د=d ذ=d,z ر=r ز=z س=s ش=x,s ص=s ض=d,z ط=t ظ=z,d ع= غ=g ف=f ق=k,g ك=k ل=l م=m ن=n ه=h و=,v ي= ى= ة=,t ء= ئ= ؤ= پ=p چ=x ژ=j گ=g ک=k ی= ' +
  'א= ב=b,v ג=g,j ד=d ה=h ו=,v ז=z ח=h ט=t י= כ=k,h ך=k,h ל=l מ=m ם=m נ=n ן=n ס=s ע= פ=p,f ף=p,f צ=s,z ץ=s,z ק=k ר=r ש=x,s ת=t'
const soundsOf = new Map(letters.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2).split(',')] as const))

/** What begins with a vowel in Latin letters begins with one of these. */
const beginsWithVowel = /^[اأإآعאע]/u

/** Latin spellings of one sound, in the order in which they must be read; some have two. What has been read stands in capitals. */
const spellings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/dsch|dj/gu, ['J']],
  [/tsh/gu, ['SH', 'TX']],
  [/t?sch|tch|sh/gu, ['X']],
  [/ch/gu, ['X', 'H']],
  [/kh/gu, ['H', 'K']],
  [/gh/gu, ['G']],
  [/th/gu, ['T']],
  [/dh/gu, ['D']],
  [/ph/gu, ['F']],
  [/t[sz]/gu, ['S']],
  [/c(?=[eiy])/gu, ['S']],
  [/[ckq]/gu, ['K']],
  // German: Netanjahu.
  [/(?<=[^aeiouy])j(?=[aeou])/gu, ['J', 'Y']],
  [/w/gu, ['V']],
]

const most = 12

/**
 * The consonants of a word, which are alike in Arabic or Hebrew and in whatever way it is written in Latin letters: محمد, Muhammad and
 * Mohamed are `mhmd`. Where a letter can be read in two ways, there is a key for each; nothing for words of one consonant.
 */
export function consonantsOf(word: string): string[] {
  const folded = fold(word).replace(/['’‘ʿʾ׳`ـ]/gu, '')
  const keys = isSemitic(folded) ? ofScript(folded) : /^\p{Script=Latin}+$/u.test(folded) ? ofLatin(folded) : []
  return [...new Set(keys)].filter((key) => key.length > 1).slice(0, most)
}

/** Whether a word is written in Arabic or Hebrew letters. */
export const isSemitic = (word: string): boolean => /^[\p{Script=Arab}\p{Script=Hebr}]+$/u.test(word)

function ofScript(word: string): string[] {
  const all = [...word]
  const choices = all.map((letter, i) => {
    if (i === 0 && beginsWithVowel.test(letter)) return ['a']
    // An initial glide is heard: Yusuf, Walid.
    if (i === 0 && /[يیי]/u.test(letter)) return ['y']
    if (i === 0 && /[وו]/u.test(letter)) return ['v']
    const sounds = soundsOf.get(letter) ?? ['']
    return i === all.length - 1 && /[هה]/u.test(letter) ? ['', ...sounds] : sounds
  })
  return product(choices)
}

function ofLatin(word: string): string[] {
  // “al-Ghazali”, “ar-Rashid” in one word, too.
  const withoutArticle = word.replace(/^(?:[aeu]l|a(?=([rstdnz])\1))(?=\p{L}{4})/u, '')
  return [...new Set([word, withoutArticle])].flatMap(readingsOf).flatMap((heard) => {
    const [beginnings, rest] = beginningsOf(heard)
    const consonants = rest.replace(/[aeiouy]/gu, '')
    return beginnings.flatMap((first) =>
      (consonants.endsWith('h') ? [consonants, consonants.slice(0, -1)] : [consonants]).map((end) => first + end),
    )
  })
}

/** A Latin word with one letter for each sound, in all the ways in which it can be read. */
const readingsOf = (word: string): string[] =>
  spellings
    .reduce<string[]>(
      (all, [pattern, sounds]) => [...new Set(all.flatMap((text) => sounds.map((sound) => text.replace(pattern, sound))))],
      [once(word)],
    )
    .map((text) => once(text.toLowerCase()))

/** Doubled letters are one in the other scripts. */
const once = (text: string) => text.replace(/(\p{L})\1+/gu, '$1')

/** How the first sound can be written, and what comes behind it. */
function beginningsOf(heard: string): readonly [readonly string[], string] {
  if (/^i(?![aeiou])/u.test(heard)) return [['a', 'y'], heard.slice(1)]
  if (/^[aeiou]/u.test(heard)) return [['a'], heard.slice(1)]
  return /^[yj](?=[aeiou])/u.test(heard) ? [['y', 'j'], heard.slice(1)] : [[''], heard]
}

const product = (choices: readonly (readonly string[])[]): string[] =>
  choices.reduce<string[]>((keys, sounds) => keys.flatMap((key) => sounds.map((sound) => key + sound)).slice(0, 64), [''])
