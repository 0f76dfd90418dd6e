import type { Root } from 'mdast'
import { nodesOf } from './nodes.ts'

/**
 * Gives notes whose ids are numbers, “[^1]”, an id that belongs to their part, since every part counts from 1 and all notes
 * stand on one page: “the-lamp-1”. One that was published under its number alone keeps that. Both passes do it first.
 *
 * @param part file name of the part
 * @param recorded ids of notes that are in the ledger for the page of the part
 */
export function ownNumbers(tree: Root, part: string, recorded: ReadonlyMap<string, unknown>) {
  for (const node of nodesOf(tree, 'footnoteDefinition', 'footnoteReference')) {
    if (/^\d+$/u.test(node.identifier) && !recorded.has(node.identifier)) node.identifier = `${part}-${node.identifier}`
  }
}
