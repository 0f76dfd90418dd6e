import type { Root } from 'mdast'
import type { Survey } from '../survey/survey.ts'
import { ownText } from '../survey/text-of-words.ts'

/** Letters on a line as wide as pages set it (`--measure` in tokens.css). */
const lettersOfLine = 70

/** Lines beside the large letter that a text begins with (`initial-letter` in prose.css). */
const linesOfLetter = 3

/**
 * Marks the first paragraph of a text where too few lines follow before a heading, a list or anything else that is no
 * paragraph: a large letter of three lines would hang into it. Changes the tree.
 */
export function markShortOpening({ tree, paragraphs }: Survey) {
  const blocks = tree.children.filter((node) => !isUnseen(node))
  const from = blocks.findIndex(({ type }) => type === 'paragraph')
  const opening = blocks[from]
  if (!opening) return
  const to = blocks.findIndex(({ type }, at) => at > from && type !== 'paragraph')
  const lines = blocks.slice(from, to < 0 ? undefined : to).map((node) => {
    const { words = [] } = paragraphs.find((paragraph) => paragraph.node === node) ?? {}
    return Math.max(1, Math.ceil(ownText(words).length / lettersOfLine))
  })
  if (lines.reduce((sum, count) => sum + count, 0) >= linesOfLetter) return
  opening.data = { ...opening.data, hProperties: { ...propertiesOf(opening), 'data-short': '' } } as typeof opening.data
}

/** Notes stand elsewhere, and remarks of the writer nowhere. */
const isUnseen = ({ type }: Root['children'][number]) => type === 'footnoteDefinition' || type === 'mdxFlowExpression'

const propertiesOf = ({ data }: Root['children'][number]) =>
  (data as { hProperties?: Readonly<Record<string, string>> } | undefined)?.hProperties
