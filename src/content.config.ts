import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'zod'
import type { Series } from './model/series.ts'
import { manuscriptFolder } from './series/files.ts'
import { afterReading, seriesLoader } from './series/loader.ts'

const documentsIn = (folder: string) =>
  afterReading(glob({ base: `${manuscriptFolder()}/${folder}`, pattern: '*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/u, '') }))

/**
 * The door: the texts that the render pass renders, and the Series that the reading pass made of all files. The texts
 * have no schema here: the reading pass has checked their front matter, with a YAML parser that knows the places.
 */
export const collections = {
  parts: defineCollection({ loader: documentsIn('parts') }),
  glossary: defineCollection({ loader: documentsIn('glossary') }),
  pages: defineCollection({ loader: documentsIn('pages') }),
  series: defineCollection({ loader: seriesLoader(), schema: z.custom<Series>() }),
}
