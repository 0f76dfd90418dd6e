import type { SourceFile, SourceName } from '../../model/source-file.ts'

/** “Miéville, China”; for several, the first and “et al.”. */
export function authorOf({ author, editor, publisher }: SourceFile): string {
  const [first, ...others] = author ?? editor ?? []
  if (!first) return publisher ?? ''
  return nameOf(first) + (others.length > 0 ? ' et al.' : '')
}

const nameOf = (name: SourceName) => ('literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', '))

/** “Miéville, October”: the family name and the title before its colon. */
export function labelOf(file: SourceFile): string {
  const author = authorOf(file).split(',')[0]
  const title = file.title.split(/[:?]/u)[0] ?? file.title
  return author ? `${author}, ${title}` : title
}
