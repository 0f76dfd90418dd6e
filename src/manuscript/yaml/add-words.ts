import { parseDocument, stringify } from 'yaml'
import type { PartialCatalogue } from '../../locales/catalogue.ts'

/** Words of the program as the file of a manuscript that holds them: `words/<language>.yaml`. */
export const printWords = (words: PartialCatalogue): string => stringify(words, { lineWidth: 0 })

/**
 * Adds words to such a file, each behind those of its group; what is there stays, with its comments.
 *
 * @param text a file that has been read without a mistake
 */
export function addWords(text: string, words: PartialCatalogue): string {
  const document = parseDocument(text)
  for (const [group, messages] of Object.entries(words))
    for (const [name, message] of Object.entries(messages)) document.setIn([group, name], document.createNode(message))
  return document.toString({ lineWidth: 0 })
}
