import type { Definition, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Addresses of links (`[label]: address`) that no link of the text asks for; those of notes are read elsewhere. */
export function unusedDefinitions(tree: Root): Definition[] {
  const used = new Set<string>()
  const definitions: Definition[] = []
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
    if (node.type === 'definition' && !(node.label ?? node.identifier).startsWith('^')) definitions.push(node)
  })
  return definitions.filter(({ identifier }) => !used.has(identifier))
}
