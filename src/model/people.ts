import { z } from 'zod'
import { addressSchema } from './addresses.ts'
import { text } from './text.ts'

/**
 * ORCID iD, with or without the address before it; its last sign is a check digit
 * (https://support.orcid.org/hc/en-us/articles/360006897674).
 */
const orcidSchema = z
  .string()
  .regex(/^(?:https:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u, 'an ORCID iD as 0000-0002-1825-0097')
  .refine(hasCheckDigit, 'an ORCID iD that exists: a digit of this one is mistyped')

/** Where more is said of somebody. */
const known = { orcid: orcidSchema.optional(), url: addressSchema.optional() }

/** The name of a person in parts, or of a body or a pseudonym as a whole. */
export const personNameSchema = z.union([
  z.strictObject({ literal: text, ...known }),
  z.strictObject({ family: text, given: text.optional(), ...known }),
])

export type PersonName = z.infer<typeof personNameSchema>

/**
 * Who it was: “Orr, Ada” is a person, cited by the family name; words without a comma are a name as it stands, of a body
 * or a pseudonym.
 */
export const personSchema = z.union([
  text.transform((name): PersonName => {
    const [, family, given] = /^([^,]+),\s*([^,]+)$/u.exec(name) ?? []
    return family && given ? { family: family.trim(), given: given.trim() } : { literal: name }
  }),
  ...personNameSchema.options,
])

/** Somebody, or several. */
export const peopleSchema = z.union([personSchema.transform((person) => [person]), z.array(personSchema).min(1)])

/** The address of a person’s ORCID record. */
export const orcidAddress = ({ orcid }: Pick<PersonName, 'orcid'>): string | undefined => orcid && `https://orcid.org/${orcid.slice(-19)}`

/** Their name alone, for what knows of nothing else. */
export const nameOnly = ({ orcid: _, url: __, ...name }: PersonName) => name

/** ISO 7064, MOD 11-2. */
function hasCheckDigit(orcid: string): boolean {
  const digits = orcid.slice(-19).replaceAll('-', '')
  const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  const check = (12 - (total % 11)) % 11
  return digits.at(-1) === (check === 10 ? 'X' : String(check))
}
