import { inertJson } from './inert-json.ts'

/** A node of a JavaScript program (https://github.com/estree/estree). */
type ProgramNode = { readonly type: string; readonly [field: string]: unknown }

const runtime = 'astro/jsx-runtime'

/**
 * Recma plugin, the last of the render pass: the program that a text became imports Astro’s runtime and nothing else,
 * whatever the plugins between have made of it; and its strings hold nothing that a program on the way looks for.
 *
 * @throws {Error} where it would import or look up anything else
 */
export const recmaClosedModule = () => (program: ProgramNode, file: { readonly path: string }) => {
  forEachNode(program, (node) => {
    const source = (node.source as ProgramNode | null | undefined)?.value
    const isImport = ['ImportDeclaration', 'ExportAllDeclaration', 'ImportExpression'].includes(node.type) || typeof source === 'string'
    if ((isImport && source !== runtime) || node.type === 'MetaProperty') {
      throw new Error(`${file.path}: The text would import ${JSON.stringify(source)}; a text is data and imports nothing.`)
    }
    if (node.type === 'Literal' && typeof node.value === 'string') Object.assign(node, inert(node.value))
  })
}

/** The fields of a string’s node, so that it stands in the module as what it is and in none of its letters. */
function inert(value: string): object {
  if (!/__|@@/u.test(value)) return { raw: literalOf(value) }
  const json = inertJson(value)
  const callee = { type: 'MemberExpression', object: named('JSON'), property: named('parse'), computed: false, optional: false }
  return { type: 'CallExpression', callee, arguments: [{ type: 'Literal', value: json, raw: literalOf(json) }], optional: false }
}

const named = (name: string) => ({ type: 'Identifier', name })

/** `@astrojs/mdx` looks for the first `export default` of a module by its letters. */
const literalOf = (value: string) => JSON.stringify(value).replaceAll('export default', 'export\\u0020default')

/** Walks without recursion: a long text becomes a deep program. */
function forEachNode(root: ProgramNode, visit: (node: ProgramNode) => void) {
  const open: unknown[] = [root]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if ('type' in next && typeof next.type === 'string') visit(next as ProgramNode)
    open.push(...Object.values(next).filter((value) => typeof value === 'object' && value !== null))
  }
}
