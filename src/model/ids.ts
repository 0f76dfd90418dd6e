import { z } from 'zod'

/** An id as the writer types it and as it stands in URLs and file names: lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
  .max(100)

/**
 * An id that names a kind: the program knows some, of which `K` is one, and a writer may have others, for which the series
 * has words as well.
 */
export const kindSchema = <K extends string>(): z.ZodType<K, K> => idSchema as unknown as z.ZodType<K, K>

/** Names that Windows keeps for devices, with any ending (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
export const isDeviceName = (id: string): boolean => /^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(id)

/** An id that names files. */
export const fileIdSchema = idSchema.refine((id) => !isDeviceName(id), 'another name: Windows has a device of this one')

/** Refuses a list in which two entries have the same id. */
export function refuseSameIds(list: readonly { readonly id: string }[], context: z.RefinementCtx) {
  const met = new Set<string>()
  for (const [i, { id }] of list.entries()) {
    if (met.has(id)) context.addIssue({ code: 'custom', path: [i, 'id'], message: 'an id that no other entry has' })
    met.add(id)
  }
}

/** A BCP 47 language tag, such as `ru` or `en-GB`, that `Intl` takes (ECMA-402, §6.2.1). */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: 'a language tag such as “ru” or “en-GB”', abort: true })
  .refine(isLanguage, 'a language tag such as “ru” or “en-GB”')

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
