import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Nodes, Root } from 'mdast'
import temml from 'temml'
import { SKIP, visit } from 'unist-util-visit'
import type { FormulaProblem } from '../../diagnostics/catalog.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { childrenOf, firstLineOf, nodesOf, spanOf } from '../nodes.ts'
import { shorten } from '../shorten.ts'
import { spanIn } from '../yaml/span-in.ts'

/** A formula as MathML Core (https://www.w3.org/TR/mathml-core/), or what is wrong with it and where in it. */
export type ReadFormula = { readonly math: Element } | { readonly problem: FormulaProblem; readonly at?: number }

type Formula = Extract<Nodes, { type: 'math' | 'inlineMath' }>

const isFormula = (node: Nodes): node is Formula => node.type === 'math' || node.type === 'inlineMath'

/** Makes blocks of formulas that are all there is in their paragraph. Changes the tree. */
export function setFormulasApart(tree: Root) {
  for (const parent of nodesOf(tree)) {
    const blocks = childrenOf(parent)
    for (const [i, paragraph] of blocks.entries()) {
      const [formula, ...others] = paragraph.type === 'paragraph' ? paragraph.children : []
      if (formula?.type === 'inlineMath' && others.length === 0) blocks[i] = { ...formula, type: 'math' } as Nodes
    }
  }
}

/** Checks that every formula can be read. */
export function checkFormulas(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  return nodesOf(tree, 'math', 'inlineMath').flatMap((node) => checkFormula(node, path, text))
}

function checkFormula(node: Formula, path: string, text: string): Diagnostic[] {
  const { start, end } = spanOf(node)
  const source = text.slice(start.offset, end.offset)
  const whole = source.includes('\n') ? firstLineOf(spanOf(node)) : spanOf(node)
  const isFenced = /^\$\$+[^$\n]*\n/u.test(source)
  if (isFenced && !/\n[ \t>]*\$\$+[ \t]*$/u.test(source)) return [diagnose('formula-invalid', path, whole, { kind: 'open' })]
  if (node.type === 'math' && node.meta) return [diagnose('formula-invalid', path, whole, { kind: 'first-line' })]
  const read = readFormula(node.value, node.type === 'math')
  if ('math' in read) return []
  const value = source.indexOf(node.value)
  const at = start.offset + value + Math.min(read.at ?? 0, node.value.length - 1)
  return [diagnose('formula-invalid', path, read.at === undefined || value < 0 ? whole : spanIn(text, at, 1), read.problem)]
}

/** Of a formula, in characters. */
const longest = 4_000

const kept = new Map<string, ReadFormula>()

/** What a formula in TeX is in MathML; `isBlock` where it stands by itself. */
export function readFormula(tex: string, isBlock: boolean): ReadFormula {
  const key = `${isBlock} ${tex}`
  const read = kept.get(key) ?? readAnew(tex, isBlock)
  if (kept.size > 1_000) kept.clear()
  kept.set(key, read)
  return structuredClone(read)
}

function readAnew(tex: string, isBlock: boolean): ReadFormula {
  if (tex.length > longest) return { problem: { kind: 'too-long' } }
  if (tex.trim() === '') return { problem: { kind: 'incomplete' } }
  try {
    const html = temml.renderToString(tex, { displayMode: isBlock, throwOnError: true, maxExpand: 200, macros: {} })
    const [math] = fromHtml(html, { fragment: true }).children
    if (math?.type !== 'element') return { problem: { kind: 'other', written: shorten(tex) } }
    forget(math)
    if (!tidied(math)) return { problem: { kind: 'looks' } }
    math.properties = { ...(isBlock && { display: 'block' }), alttext: tex.trim().replace(/\s+/gu, ' ') }
    return { math }
  } catch (error) {
    return explained(error)
  }
}

/** What the reader of TeX says in words of its own. */
function explained(error: unknown): ReadFormula {
  const { name, message, position } = error as { readonly name: string; readonly message: string; readonly position?: number }
  // It stumbles over what is missing at the end, and over braces in braces without end.
  if (name !== 'ParseError') return { problem: { kind: 'incomplete' } }
  const at = typeof position === 'number' ? { at: position } : {}
  const command = /Unsupported function name: (\\[A-Za-z]+|\\.)|Function "(\\\w+)" is not trusted|No such environment: (\w+)/u.exec(message)
  const written = command?.[1] ?? command?.[2] ?? command?.[3]
  if (written) return { problem: { kind: 'command', written }, ...at }
  if (/expected|Expected|end of input|Double|Missing|Extra/u.test(message)) return { problem: { kind: 'incomplete' }, ...at }
  return { problem: { kind: 'other', written: shorten(message.replace(/ at (?:position|end)[\s\S]*/u, '').trim()) }, ...at }
}

function forget(node: ElementContent) {
  delete node.position
  if (node.type === 'element') for (const child of node.children) forget(child)
}

/** What only spaces things, and browsers do by themselves. */
const spacing = /^(?:padding(?:-left|-right)?|width|display|math-depth|text-align|margin(?:-left|-right)?)$/u

/**
 * Leaves what MathML Core has: no styles, which the policy of the pages forbids, and no elements that browsers do not
 * draw. Says whether all that would be seen is still there.
 */
function tidied(element: Element): boolean {
  const { style, className, notation } = element.properties
  delete element.properties.style
  const isSpacing = String(style ?? '')
    .split(';')
    .every((rule) => rule.trim() === '' || spacing.test(rule.split(':')[0]?.trim() ?? ''))
  const classes = Array.isArray(className) ? className.filter((name) => /^tml-(?:left|right|tag)$/u.test(String(name))) : []
  delete element.properties.className
  if (classes.length > 0) element.properties.className = classes
  // Cells that push others to the middle or number them by a style sheet.
  element.children = element.children.filter((child) => child.type !== 'element' || child.tagName !== 'span')
  if (element.tagName === 'mtr') element.children = element.children.filter((cell) => !isFiller(cell))
  if (element.tagName === 'menclose' && !overOrUnder(element, String(notation))) return false
  return isSpacing && element.children.every((child) => child.type !== 'element' || tidied(child))
}

const isFiller = (cell: ElementContent) =>
  cell.type === 'element' && /width:50%/u.test(String(cell.properties.style ?? '')) && !/tml-tag/u.test(JSON.stringify(cell))

/** A line over or under something, as an accent of it. */
function overOrUnder(element: Element, notation: string): boolean {
  if (notation !== 'top' && notation !== 'bottom') return false
  const line: Element = {
    type: 'element',
    tagName: 'mo',
    properties: { stretchy: 'true' },
    children: [{ type: 'text', value: notation === 'top' ? '‾' : '_' }],
  }
  element.tagName = notation === 'top' ? 'mover' : 'munder'
  element.properties = {}
  const inside: Element = { type: 'element', tagName: 'mrow', properties: {}, children: element.children }
  element.children = [inside, line]
  return true
}

/** Puts MathML in the place of formulas, those by themselves in a `<Formula>`. Changes the tree. */
export function setFormulas(tree: Root) {
  visit(tree, (node, index, parent) => {
    if (!isFormula(node)) return undefined
    const read = readFormula(node.value, node.type === 'math')
    if (!('math' in read)) return undefined
    const { id, 'data-paragraph': paragraph } = ((node.data ?? {}) as { hProperties?: Readonly<Record<string, string>> }).hProperties ?? {}
    node.data = { hName: 'math', hProperties: read.math.properties, hChildren: read.math.children } as typeof node.data
    if (node.type !== 'math' || !parent || index === undefined) return undefined
    const attributes = Object.entries({ anchor: id, paragraph }).flatMap(([name, value]) =>
      value === undefined ? [] : [{ type: 'mdxJsxAttribute' as const, name, value }],
    )
    const apart = { type: 'mdxJsxFlowElement', name: 'Formula', attributes, children: [node], data: { _mdxExplicitJsx: true } }
    ;(parent.children as unknown[])[index] = apart
    return SKIP
  })
}
