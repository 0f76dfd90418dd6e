import { createHash } from 'node:crypto'
import { compile, type Options } from 'css-select'
import { type CssNode, generate, parse as parseCss, type Selector } from 'css-tree/dist/csstree.esm'
import { transform } from 'lightningcss'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { attribute, type Element } from './html.ts'

/** What the site’s style sheet says of elements, for programs that read no style sheet of such a kind. */
export type DrawingStyles = {
  /** Of the style sheet. */
  readonly hash: string
  /** Whether an element is shown in a window of a width in rem. */
  readonly isShown: (element: Element, width: number) => boolean
  /** Writes how a drawing looks into the attributes of its elements (SVG 2, §6.6), in the light theme; takes out what is not shown. */
  readonly paint: (svg: Element) => void
  /** The colour that a custom property, `--share`, has at an element; nothing where it has none. */
  readonly colourAt: (element: Element, property: string) => string | undefined
}

type Node = DefaultTreeAdapterTypes.Node
type Rule = {
  readonly matches: (element: Element) => boolean
  readonly rank: readonly number[]
  readonly declarations: ReadonlyMap<string, string>
  readonly isShownAt: (width: number) => boolean
}

/** @param css the site’s style sheet as it is published */
export function readDrawingStyles(css: string): DrawingStyles {
  const rules = rulesOf(parseCss(css, { parseCustomProperty: false, parseValue: false }))
  const custom = new WeakMap<Node, ReadonlyMap<string, string>>()
  const known = new Map<number, WeakMap<Element, ReadonlyMap<string, string>>>()
  const declared = (element: Element, width: number): ReadonlyMap<string, string> => {
    const atWidth = known.get(width) ?? new WeakMap()
    known.set(width, atWidth)
    const found = atWidth.get(element) ?? declarationsOf(element, width)
    atWidth.set(element, found)
    return found
  }
  const declarationsOf = (element: Element, width: number) => {
    const applying = rules.filter((rule) => rule.isShownAt(width) && rule.matches(element)).sort((a, b) => compareRanks(a.rank, b.rank))
    return new Map(applying.flatMap(({ declarations }) => [...declarations]))
  }
  const variablesAt = (node: Node | null): ReadonlyMap<string, string> => {
    if (!node || !('tagName' in node)) return new Map()
    const before = custom.get(node)
    if (before) return before
    const own = [...declared(node, paperWidth)].filter(([name]) => name.startsWith('--'))
    const inherited = variablesAt(node.parentNode)
    const together = new Map([...inherited, ...own])
    const all = own.length === 0 ? inherited : new Map([...together].map(([name, value]) => [name, resolve(value, together)]))
    custom.set(node, all)
    return all
  }
  const isShown = (element: Element, width: number): boolean =>
    declared(element, width).get('display') !== 'none' &&
    (!element.parentNode || !('tagName' in element.parentNode) || isShown(element.parentNode, width))
  const paint = (element: Element) => {
    const style = declared(element, paperWidth)
    const variables = variablesAt(element)
    for (const name of presentation) {
      const value = style.get(name)
      if (value !== undefined) set(element, name, plain(resolve(value, variables)))
    }
    element.childNodes = element.childNodes.filter(
      (child) => !('tagName' in child) || declared(child, paperWidth).get('display') !== 'none',
    )
    for (const child of element.childNodes) if ('tagName' in child) paint(child)
  }
  const colourAt = (element: Element, property: string) => {
    const value = variablesAt(element).get(property)
    return value === undefined ? undefined : plain(value)
  }
  return { hash: createHash('sha256').update(css).digest('hex'), isShown, paint, colourAt }
}

/** Drawings are painted as in a window of a tablet; which of several a book shows is its own choice. */
const paperWidth = 48

const presentation = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'text-anchor',
] as const

function set(element: Element, name: string, value: string) {
  element.attrs = [...element.attrs.filter((held) => held.name !== name), { name, value }]
}

/** A value without its variables. */
function resolve(value: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > 20) return value
  return value.replace(/var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/gu, (_, name: string, fallback?: string) =>
    resolve((variables.get(name) ?? fallback ?? '').trim(), variables, depth + 1),
  )
}

const colours = new Map<string, string>()

/** A value as every reader of SVG understands it: colours computed, lengths without their unit. */
function plain(value: string): string {
  const light = value.replace(/light-dark\(([^(),]+|[^(),]*\([^()]*\)[^(),]*),[^()]*(?:\([^()]*\))?[^()]*\)/gu, '$1').trim()
  if (light.toLowerCase() === 'currentcolor') return '#000'
  if (!light.includes('color-mix(')) return light.replace(/(?<=\d)px\b/gu, '')
  const known = colours.get(light) ?? computed(light)
  colours.set(light, known)
  return known
}

function computed(colour: string): string {
  const { code } = transform({
    filename: 'colour.css',
    code: Buffer.from(`a{fill:${colour}}`),
    targets: { chrome: 80 << 16 },
    minify: true,
  })
  return /fill:(#[\da-f]+|[a-z]+)/iu.exec(code.toString())?.[1] ?? colour
}

/** The rules of a sheet that may apply without a reader’s doing, each selector one. */
function rulesOf(sheet: CssNode): Rule[] {
  const layers: string[] = []
  const rules: Rule[] = []
  const visit = (node: CssNode, layer: number, media: readonly string[]) => {
    if (node.type === 'StyleSheet' || node.type === 'Block') for (const child of node.children) visit(child, layer, media)
    else if (node.type === 'Atrule') {
      const prelude = node.prelude ? generate(node.prelude) : ''
      if (node.name === 'layer') {
        const names = prelude.split(',')
        for (const name of names) if (!layers.includes(name)) layers.push(name)
        if (node.block) visit(node.block, layers.indexOf(prelude), media)
      } else if (node.name === 'media' && node.block) visit(node.block, layer, [...media, prelude])
    } else if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
      const declarations = new Map(
        [...node.block.children].flatMap((each) =>
          each.type === 'Declaration' && isOfDrawings(each.property) ? [[each.property, generate(each.value).trim()] as const] : [],
        ),
      )
      if (declarations.size === 0) return
      for (const selector of node.prelude.children) {
        const text = generate(selector)
        if (selector.type !== 'Selector' || needsReader.test(text)) continue
        const matches = matcherOf(text)
        if (matches)
          rules.push({
            matches,
            declarations,
            rank: [layer, ...specificityOf(selector), rules.length],
            isShownAt: (width) => media.every((query) => holds(query, width)),
          })
      }
    }
  }
  visit(sheet, Number.MAX_SAFE_INTEGER, [])
  return rules
}

const isOfDrawings = (property: string) =>
  property === 'display' || property.startsWith('--') || presentation.some((name) => name === property)

const needsReader = /::|:(?:hover|focus|active|target|visited|popover|open|before|after|checked|placeholder|has)/u

/** The root’s own choices of theme and size are not made in a book. */
function matcherOf(selector: string): ((element: Element) => boolean) | undefined {
  try {
    return compile<Node, Element>(selector.replaceAll(':root', 'html'), options)
  } catch {
    return undefined
  }
}

/** Whether a media query holds in a window of a width in rem, on a screen. */
function holds(query: string, width: number): boolean {
  return query.split(',').some((each) => {
    const conditions = each.match(/\([^()]*\)/gu) ?? []
    if (conditions.length === 0) return !each.includes('print')
    return conditions.every((condition) => holdsWidth(condition.slice(1, -1).replaceAll(' ', ''), width))
  })
}

function holdsWidth(condition: string, width: number): boolean {
  const inRem = (value: string | undefined, unit: string | undefined) => Number(value) / (unit === 'px' ? 16 : 1)
  const compare = (a: number, sign: string | undefined, b: number) =>
    sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : sign === '>=' ? a >= b : false
  const range = /^(?:([\d.]+)(rem|em|px)([<>]=?))?width(?:([<>]=?)([\d.]+)(rem|em|px))?$/u.exec(condition)
  if (range) {
    const [, low, lowUnit, lowSign, highSign, high, highUnit] = range
    return (!lowSign || compare(inRem(low, lowUnit), lowSign, width)) && (!highSign || compare(width, highSign, inRem(high, highUnit)))
  }
  const bound = /^(min|max)-width:([\d.]+)(rem|em|px)$/u.exec(condition)
  if (bound) return compare(width, bound[1] === 'min' ? '>=' : '<=', inRem(bound[2], bound[3]))
  return condition === 'scripting:none'
}

/** Selectors Level 4, §17: ids, classes and their like, types; of `:is()` its most specific. */
function specificityOf(selector: Selector): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0]
  for (const node of selector.children) {
    if (node.type === 'IdSelector') sum[0]++
    else if (node.type === 'ClassSelector' || node.type === 'AttributeSelector') sum[1]++
    else if (node.type === 'TypeSelector' && node.name !== '*') sum[2]++
    else if (node.type === 'PseudoClassSelector') {
      if (['is', 'not', 'where'].includes(node.name)) {
        const inner = [...(node.children ?? [])].flatMap((list) => (list.type === 'SelectorList' ? [...list.children] : []))
        const most = inner
          .flatMap((each) => (each.type === 'Selector' ? [specificityOf(each)] : []))
          .sort(compareRanks)
          .at(-1)
        if (most && node.name !== 'where') for (const i of [0, 1, 2] as const) sum[i] += most[i]
      } else sum[1]++
    }
  }
  return sum
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at])
  return i === -1 ? 0 : (a[i] ?? 0) - (b[i] ?? 0)
}

const isTag = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? [...node.childNodes] : [])

const options: Options<Node, Element> = {
  xmlMode: true,
  adapter: {
    isTag,
    getAttributeValue: attribute,
    getChildren: childrenOf,
    getName: (element) => element.tagName,
    getParent: (node) => node.parentNode,
    getSiblings: (node) => ('parentNode' in node && node.parentNode ? childrenOf(node.parentNode) : [node]),
    getText: (node) => ('value' in node ? node.value : ''),
    hasAttrib: (element, name) => attribute(element, name) !== undefined,
    removeSubsets: (nodes) => nodes,
  },
}
