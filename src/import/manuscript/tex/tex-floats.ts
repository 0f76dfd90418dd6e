import type { Image } from 'mdast'
import type { Block } from './tex-reading.ts'
import { captionedTable, hasWords } from './tex-references.ts'

export const imagesIn = (blocks: readonly Block[]): Image[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? block.children.filter((child): child is Image => child.type === 'image') : []))

/** The caption of a picture or table with it. */
export function withCaption(blocks: readonly Block[]): Block[] {
  const isCaption = (block: Block) => (block.data as { isCaption?: true } | undefined)?.isCaption === true
  const caption = blocks.find(isCaption)
  const tables = blocks.filter(({ type }) => type === 'table')
  const [table] = tables
  if (caption?.type === 'paragraph' && hasWords(caption) && table?.type === 'table' && tables.length === 1)
    return blocks.flatMap((block) =>
      block === caption ? [] : block === table ? [captionedTable(caption, table) as unknown as Block] : [block],
    )
  const [image, ...others] = imagesIn(blocks)
  if (caption?.type !== 'paragraph' || !image || others.length > 0) return [...blocks]
  image.data = { caption: caption.children } as NonNullable<typeof image.data>
  return blocks.filter((block) => block !== caption)
}
