import type { Definition, Root } from 'mdast'
import { nodesOf } from './nodes.ts'

/** Addresses of links (`[label]: address`) that no link of the text asks for; those of notes are read elsewhere. */
export function unusedDefinitions(tree: Root): Definition[] {
  const used = new Set<string>()
  const definitions: Definition[] = []
  for (const node of nodesOf(tree, 'linkReference', 'imageReference', 'definition')) {
    if (node.type !== 'definition') used.add(node.identifier)
    else if (!(node.label ?? node.identifier).startsWith('^')) definitions.push(node)
  }
  return definitions.filter(({ identifier }) => !used.has(identifier))
}
