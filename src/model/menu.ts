import { z } from 'zod'
import { addressSchema } from './addresses.ts'
import { idSchema } from './ids.ts'
import { text } from './text.ts'

/** The program’s own pages, as a menu calls them, with where they are. */
export const menuPages = {
  home: '/',
  parts: '/#parts',
  notes: '/notes/',
  glossary: '/glossary/',
  sources: '/sources/',
  timeline: '/timeline/',
  places: '/places/',
  about: '/about/',
  downloads: '/downloads/',
} as const

export type MenuPage = keyof typeof menuPages

/** A page by its name, or any address under a name of one’s own. */
export const menuSchema = z.array(
  z.union([
    idSchema,
    z.strictObject({
      title: text,
      /** A page elsewhere, or one of this site from its root: /method/. */
      url: z.union([z.string().regex(/^\/(?:[^/#?\s]+\/)*(?:#\S+)?$/u, 'an address of this site as /method/'), addressSchema]),
    }),
  ]),
)
