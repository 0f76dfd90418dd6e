import { fold } from './tokens.ts'

/** Cyrillic letters of all who write them, and Greek ones, without their marks, in Latin letters; the soft and the hard sign are silent. */
const alphabet =
  'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=i ь= э=e ю=iu я=ia є=e і=i ґ=g ѣ=e ѳ=f ѵ=i ђ=d ѓ=g ѕ=dz ј=j љ=lj њ=nj ћ=c ќ=k џ=dz ў=u ' +
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=kh ψ=ps ω=o'
const latinOf = new Map(alphabet.split(' ').map((pair) => pair.split('=') as [string, string]))

/** Spellings of one sound, in the order in which they must be read. */
const spellings: readonly (readonly [RegExp, string])[] = [
  // German and French: Tschernow, Lashevitch, Soukhanov, Trotzky.
  [/t?zsch|tsch|tch/gu, 'ch'],
  [/shch|sch/gu, 'sh'],
  // German names in Russian: Бронштейн, Шпенглер.
  [/sh(?=[tp])/gu, 's'],
  [/ou/gu, 'u'],
  [/tz|c(?=[eiy])/gu, 'ts'],
  [/ck|c(?!h)|q/gu, 'k'],
  [/ph/gu, 'f'],
  [/w/gu, 'v'],
  [/(?<=[eo])ff?$/gu, 'v'],
  // Kh and H, Zh and Z (and the German S), Gh and G, X and Ks.
  [/kh/gu, 'h'],
  [/(?<=[gz])h/gu, ''],
  [/x/gu, 'ks'],
  [/z/gu, 's'],
  // Yo and E; a glide before another vowel is written i, y, j or not at all: Zinoviev, Zinovyev, Zinovev.
  [/[iyj]o/gu, 'e'],
  [/[iyj]+(?=[aeu])/gu, ''],
  // Endings: Trotsky, Trotskii, Trotskiy, Trotskij, Trotski.
  [/[iyj]+/gu, 'i'],
  [/(.)\1+/gu, '$1'],
]

/**
 * A key that is the same for the ways in which a Russian or a Greek name is written in Latin and in its own letters: Trotsky,
 * Trotskii, Trotskij, Троцкий; Zinoviev, Zinovyev, Sinowjew; Kharkov, Harkov. The rules unite the romanisations of
 * BGN/PCGN, ALA-LC and ISO 9 and the habits of the German and the French press; for Greek, ELOT 743 where its letters are
 * read as Cyrillic ones.
 */
export function nameKey(word: string): string {
  const latin = [...fold(word)].map((letter) => latinOf.get(letter) ?? letter).join('')
  return spellings.reduce((key, [pattern, sound]) => key.replace(pattern, sound), latin)
}
