import type { Words } from '../../locales/words.ts'
import { cutEnd } from '../../model/cut.ts'
import type { SourceFile } from '../../model/files/source-file.ts'
import { shortName, sortName } from '../../model/names.ts'

/** “Miéville, China”; for several, the first and “et al.”. */
export function authorOf({ author, editor, publisher }: SourceFile, words: Words): string {
  const [first, ...others] = author ?? editor ?? []
  if (!first) return publisher ?? ''
  return others.length > 0 ? words.say('citations.andOthers', { name: sortName(first) }) : sortName(first)
}

/** “Miéville, October”: what is short for the name, and for the title. */
export function labelOf({ author, editor, publisher, title, 'title-short': short }: SourceFile): string {
  const [first] = author ?? editor ?? []
  return [first ? shortName(first) : publisher, cutEnd(short ?? title, longest)].filter(Boolean).join(', ')
}

/** As much of a title as a list has room for. */
const longest = 120
