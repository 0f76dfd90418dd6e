import type { ImageReference, Nodes, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Instead } from '../diagnostics/instead.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { mistakeInAddress } from '../model/addresses.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { type ComponentName, vocabulary } from '../model/kinds/vocabulary.ts'
import { insteadOfBraces } from './advice/instead-of-braces.ts'
import { insteadOfTag } from './advice/instead-of-tag.ts'
import { isEvaluated, nameUnsafe } from './data-only.ts'
import { isInternal } from './links.ts'
import { attributesOf, childrenOf, type Element, firstLineOf, isElement, nodesOf, spanOf } from './nodes.ts'
import { explain } from './yaml/yaml.ts'

/** Checks every component and tag of a text: it is known, its properties are right, and nothing is code or HTML. */
export function checkComponents(tree: Root, { path: file, text }: ManuscriptFile): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  let endOfGroup = 0
  const read = (node: Nodes, parent?: Nodes) => {
    if (isElement(node) && !(isInGroup(node) && spanOf(node).start.offset < endOfGroup)) {
      diagnostics.push(...checkElement(node, file, parent?.type === 'tableCell' || parent?.type === 'heading'))
      if (isInGroup(node)) endOfGroup = spanOf(node).end.offset
    }
    const unsafe = nameUnsafe(node)
    if (unsafe) diagnostics.push(diagnose('html-unsafe', file, spanOf(node), { what: unsafe, instead: insteadOfUnsafe(node, text) }))
    else diagnostics.push(...checkAddress(node, file))
    if (node.type === 'image') diagnostics.push(diagnose('image-without-alt', file, spanOf(node), { image: node.url }))
    if (node.type === 'imageReference')
      diagnostics.push(diagnose('image-without-alt', file, spanOf(node), { image: addressOf(node, tree) }))
    for (const child of childrenOf(node)) read(child, node)
  }
  read(tree)
  return diagnostics
}

const isKnown = (name: string | null): name is ComponentName => name !== null && Object.hasOwn(vocabulary, name)

/** Links to other sites have addresses that can be followed; those to this one are checked when all its places are known. */
function checkAddress(node: Nodes, file: string): Diagnostic[] {
  if ((node.type !== 'link' && node.type !== 'definition') || isInternal(node.url)) return []
  const expected = mistakeInAddress(node.url)
  return expected === undefined ? [] : [diagnose('address-invalid', file, spanOf(node), { address: beginningOf(node.url), expected })]
}

const beginningOf = (address: string) => (address.length > 200 ? `${address.slice(0, 200)} …` : address)

function addressOf({ identifier }: ImageReference, tree: Root): string {
  return nodesOf(tree, 'definition').findLast((definition) => definition.identifier === identifier)?.url ?? identifier
}

function checkElement(element: Element, file: string, isInRow: boolean): Diagnostic[] {
  const { name } = element
  if (name === null || (/^[a-z]/u.test(name) && !isKnown(name))) {
    return [
      diagnose('html-unsafe', file, openingTag(element), {
        what: name ? `The HTML tag <${name}>` : 'A tag without name',
        instead: isInRow && name === 'br' ? { kind: 'html-break-in-row', written: '' } : insteadOfTag(element),
      }),
    ]
  }
  if (!isKnown(name)) {
    const components = Object.keys(vocabulary)
    const nearest = suggest(name, components)
    const instead = insteadOfTag(element)
    return [
      diagnose('component-unknown', file, openingTag(element), {
        component: name,
        ...(nearest && { nearest }),
        ...(instead.kind !== 'html-unknown' && { instead }),
        known: components.map((known) => `<${known}>`).join(', '),
      }),
    ]
  }
  const code = element.attributes.flatMap((attribute) =>
    isEvaluated(attribute)
      ? [
          diagnose('html-unsafe', file, spanOf(attribute), {
            what: `An expression in the properties of <${name}>`,
            instead: { kind: 'property', written: '' },
          }),
        ]
      : [],
  )
  if (code.length > 0) return code
  const verdict = vocabulary[name].props.safeParse(attributesOf(element))
  return verdict.success ? [] : explain(verdict.error.issues).map((issue) => propDiagnostic(name, element, issue, file))
}

function propDiagnostic(
  component: ComponentName,
  element: Element,
  { path, expected }: { path: PropertyKey[]; expected: string },
  file: string,
): Diagnostic {
  const prop = String(path[0] ?? '')
  const attribute = element.attributes.find((typed) => typed.type === 'mdxJsxAttribute' && typed.name === prop)
  const span = attribute ? spanOf(attribute) : openingTag(element)
  const known = Object.keys(vocabulary[component].props.shape)
  if (prop && !known.includes(prop)) {
    const nearest = suggest(prop, known)
    return diagnose('prop-unknown', file, span, {
      component,
      prop,
      ...(nearest && { nearest }),
      known: known.map((name) => `“${name}”`).join(', '),
    })
  }
  return diagnose('prop-invalid', file, span, { component, prop: prop || known.join(', '), expected })
}

const openingTag = (element: Element) => firstLineOf(spanOf(element))

/** A table in HTML is one mistake, and so is a list, not one for each cell. */
const isInGroup = (element: Element) => !isKnown(element.name) && ['html-table', 'html-list'].includes(insteadOfTag(element).kind)

/** What to write instead of code and of links that run some. */
function insteadOfUnsafe(node: Nodes, text: string): Instead {
  if (node.type === 'mdxjsEsm') return { kind: 'esm', written: /^\w+/u.exec(node.value)?.[0] ?? 'export' }
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return { kind: 'link-code', written: '' }
  const { start, end } = spanOf(node)
  return insteadOfBraces(
    text.slice(text.lastIndexOf('\n', start.offset - 1) + 1, start.offset),
    text.slice(start.offset + 1, end.offset - 1),
    '}',
  )
}
