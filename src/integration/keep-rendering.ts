import type { unified } from '@astrojs/markdown-remark'
import { keepLater } from '../kept-results.ts'
import type { PageLedger } from '../manuscript/ledger/page-ledger.ts'
import { pageOf } from '../manuscript/links.ts'

type Processor = ReturnType<typeof unified>

/**
 * A processor that keeps what it makes of each text: the same text, with the same that has been published on its page, becomes the same
 * module. See decision 59.
 *
 * @param about what else the processor depends on
 */
export function keepRendering(processor: Processor, about: string, ledgerOf: (page: string) => Promise<PageLedger>): Processor {
  const { createMdxRenderer } = processor
  if (!createMdxRenderer) return processor
  return {
    ...processor,
    createMdxRenderer: async (shared, mdx) => {
      const renderer = await createMdxRenderer(shared, mdx)
      const settings = JSON.stringify([about, shared, mdx])
      return {
        ...renderer,
        process: async (content, path, frontmatter) => {
          const page = pageOf(
            path
              .replaceAll('\\', '/')
              .split('/')
              .slice(-2)
              .join('/')
              .replace(/\.mdx$/u, ''),
          )
          const { recorded, taken, moved, sections, references } = await ledgerOf(page)
          const published = JSON.stringify([recorded, taken, [...moved], [...sections], [...references]])
          return keepLater('rendering', [settings, path, JSON.stringify(frontmatter), published, content], async () => {
            // Only plain data can be kept.
            const { code, map, astroMetadata } = await renderer.process(content, path, frontmatter)
            return structuredClone({ code, ...(map !== undefined && { map }), astroMetadata })
          })
        },
      }
    },
  }
}
