import { defineCollection } from 'astro:content'
import { z } from 'zod'
import { seriesLoader, textsLoader } from './integration/loader.ts'

/**
 * The door: the texts that the render pass renders, and the Series that the reading pass made of all files. The texts
 * have no schema here: the reading pass has checked their front matter, with a YAML parser that knows the places.
 */
export const collections = {
  parts: defineCollection({ loader: textsLoader('parts') }),
  glossary: defineCollection({ loader: textsLoader('glossary') }),
  pages: defineCollection({ loader: textsLoader('pages') }),
  series: defineCollection({ loader: seriesLoader(), schema: z.object({ version: z.string() }) }),
}
