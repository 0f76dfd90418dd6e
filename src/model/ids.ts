import { z } from 'zod'

/** An id as the writer types it and as it stands in URLs: lower-case words joined by hyphens. */
export const idSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')

/** Refuses a list in which two entries have the same id. */
export function refuseSameIds(list: readonly { readonly id: string }[], context: z.RefinementCtx) {
  for (const [i, { id }] of list.entries()) {
    if (list.findIndex((other) => other.id === id) < i) context.addIssue({ code: 'custom', path: [i, 'id'], message: 'an id that no other entry has' })
  }
}

/** A BCP 47 language tag, such as `ru` or `en-GB`. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as “ru” or “en-GB”')

/** An absolute http(s) address. */
export const addressSchema = z.string().regex(/^https?:\/\/[^\s<>"]+$/, 'an address that begins with http:// or https://')
