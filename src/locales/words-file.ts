import { z } from 'zod'
import type { Message, PartialCatalogue } from './catalogue.ts'
import { catalogueFor } from './catalogues.ts'
import { english } from './english.ts'

const englishGroups: PartialCatalogue = english

/** The names of the blanks of a message: “{number}”. */
export const blanksOf = (message: string): string[] => [...message.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name).sort()

const hidden = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2060-\u2069\uFEFF]/u

/** A form without its number is right (“one book”); a blank that is not filled is not. */
function mistakeIn(message: string, from: string, isForm: boolean): string | undefined {
  if (message.trim() === '') return 'words'
  if (hidden.test(message)) return 'words without characters that nobody can see'
  const [own, wanted] = [blanksOf(message), blanksOf(from)]
  const missing = wanted.find((name) => !own.includes(name) && !(isForm && name === 'n'))
  if (missing) return `words with {${missing}} in them, as in “${from}”`
  const strange = own.find((name) => !wanted.includes(name))
  return strange ? `words without {${strange}}; the English ones are “${from}”` : undefined
}

const textLike = (from: string, isForm = false) =>
  z.string().superRefine((message, context) => {
    const expected = mistakeIn(message, from, isForm)
    if (expected) context.addIssue({ code: 'custom', message: expected })
  })

function messageLike(from: Message) {
  if (typeof from === 'string') return textLike(from)
  const form = z.exactOptional(textLike(from.other, true))
  return z.strictObject({ none: form, zero: form, one: form, two: form, few: form, many: form, other: textLike(from.other, true) })
}

const groupLike = (group: Readonly<Record<string, Message>>) =>
  z.strictObject(Object.fromEntries(Object.entries(group).map(([name, message]) => [name, messageLike(message).optional()])))

let schema: z.ZodType<PartialCatalogue> | undefined

/**
 * `content/words/<language>.yaml`: words of the program in a language, by the keys of the English catalogue; those that are wanted.
 * Made for the first file there is: it has a rule for each of some thousand words, and few series have such a file.
 */
export function wordsFileSchema(): z.ZodType<PartialCatalogue> {
  schema ??= z.strictObject(
    Object.fromEntries(Object.entries(englishGroups).map(([name, group]) => [name, groupLike(group).optional()])),
  ) as unknown as z.ZodType<PartialCatalogue>
  return schema
}

/** The words that a language lacks: neither the program has them nor the writer. */
export function missingWords(language: string, own: PartialCatalogue | undefined): string[] {
  const known = catalogueFor(language) as PartialCatalogue | undefined
  return Object.entries(englishGroups).flatMap(([group, messages]) =>
    Object.keys(messages)
      .filter((name) => (own?.[group]?.[name] ?? known?.[group]?.[name]) === undefined)
      .map((name) => `${group}.${name}`),
  )
}
