import { Fragment, jsx, jsxs } from 'astro/jsx-runtime'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { noteUse } from '../tracked-reads.ts'
import { shelf } from './shelf.ts'

type Components = Readonly<Record<string, unknown>>

/**
 * The text of a document as a component, which prints it with the components that it is given: the renderer of
 * `@astrojs/mdx` renders it, as it would a text that had been made a program. See decision 118.
 *
 * @param document its folder and id: `parts/part-1`
 */
export async function getText(document: string) {
  noteUse('text', document)
  const tree = await shelf.treeOf?.(document)
  if (!tree) throw new Error(`There is no text ${document}, though the Series names it.`)
  return ({ components }: { readonly components: Components }) =>
    toJsxRuntime(tree, {
      development: false,
      Fragment,
      jsx,
      jsxs,
      components: components as never,
      createEvaluater: () => onlyNamesOf(components),
      elementAttributeNameCase: 'html',
      passKeys: false,
    })
}

/** The tree has no expressions; by one the library asks what the name of a component stands for. */
function onlyNamesOf(components: Components) {
  const refuse = () => {
    throw new Error('A text is data: there is nothing in it to be evaluated.')
  }
  const evaluateExpression = (expression: { readonly type: string; readonly name?: unknown }) =>
    expression.type === 'Identifier' && Object.hasOwn(components, String(expression.name)) ? components[String(expression.name)] : refuse()
  return { evaluateExpression, evaluateProgram: refuse }
}
