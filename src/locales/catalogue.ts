import type { english } from './english.ts'

/**
 * A message by the forms that a language has for numbers (https://cldr.unicode.org/index/cldr-spec/plural-rules); `none`
 * is said of zero.
 */
export type Plural = { readonly [Form in 'none' | Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & { readonly other: string }

export type Message = string | Plural

type English = typeof english

/** All words of a language: those that the English catalogue has. */
export type Catalogue = {
  readonly [G in keyof English]: { readonly [K in keyof English[G]]: English[G][K] extends string ? string : Plural }
}

/** A catalogue that need not be whole: what a writer has put into other words. */
export type PartialCatalogue = Readonly<Record<string, Readonly<Record<string, Message>>>>

type KeysOf<Kind> = {
  [G in keyof English & string]: { [K in keyof English[G] & string]: English[G][K] extends Kind ? `${G}.${K}` : never }[keyof English[G] &
    string]
}[keyof English & string]

/** A message without and one with forms for numbers: “part.contents”, “counts.notes”. */
export type TextKey = KeysOf<string>
export type PluralKey = KeysOf<{ readonly other: string }>

type TextOf<K> = K extends `${infer G}.${infer M}`
  ? G extends keyof English
    ? M extends keyof English[G]
      ? English[G][M]
      : never
    : never
  : never

type BlanksIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | BlanksIn<Rest> : never

/** The names of what is filled into a message; those of a plural are in its form `other`. */
export type BlanksOf<K> = TextOf<K> extends { readonly other: infer Other } ? Exclude<BlanksIn<Other>, 'n'> : BlanksIn<TextOf<K>>

/** What is filled into a message. */
export type ValuesOf<K> = { readonly [Name in BlanksOf<K>]: string | number }
