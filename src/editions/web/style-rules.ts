import { type CssNode, generate, parse } from 'css-tree/dist/csstree.esm'
import { rangeOf } from '../font-faces.ts'

/**
 * What elements there are: names of tags, classes as `.name`, ids as `#name`; what no script changes of them, as `role=name`, `lang=ar`
 * (the first part of it), `dir=rtl` and the like (`lasting`).
 */
export type Presence = ReadonlySet<string>

/** What a page has that styles can be for: its elements, the code points of its text, and whether its print is meant too. */
export type Wanted = {
  readonly present: Presence
  readonly letters: readonly number[]
  readonly media: 'all' | 'screen'
  /** What is styled already: rules that need nothing else are left out. */
  readonly besides?: Presence
}

/** Attributes that an element has as the page was built, or never, where a style sheet asks for a value of them. */
export const lasting: readonly string[] = ['role', 'data-align', 'data-level']

/** A style sheet that can be reduced to what a page needs. */
export type Sheet = (wanted: Wanted) => string

/**
 * Reads a style sheet once, to be written for many pages. A rule is left out where no element can match it, whatever
 * states scripts may add: only tags, classes, ids, languages, directions and roles are asked for, never other attributes or states. A face
 * is left out whose letters the page has not. Layers keep their order, and what is left keeps its own.
 */
export function readSheet(css: string): Sheet {
  const root = parse(css, { parseCustomProperty: false })
  const asked: Asked = { names: new Set(), faces: [] }
  const pieces = childrenOf(root).map((node) => readPiece(node, asked))
  // Most pages have the same of what is asked for.
  const written = new Map<string, string>()
  return (wanted) => {
    const { present, letters, media, besides } = wanted
    const has = (presence: Presence) => [...asked.names].filter((name) => presence.has(name))
    const key = JSON.stringify([has(present), besides && has(besides), asked.faces.map((covers) => letters.some(covers)), media])
    const known = written.get(key) ?? pieces.map((piece) => piece(wanted)).join('')
    written.set(key, known)
    return known
  }
}

/** All that a sheet asks for: names as `Presence` has them, and which letters each of its faces covers. */
type Asked = { readonly names: Set<string>; readonly faces: ((code: number) => boolean)[] }

function readPiece(node: CssNode, asked: Asked): Sheet {
  if (node.type === 'Rule') {
    const block = generate(node.block)
    const selectors = node.prelude.type === 'SelectorList' ? childrenOf(node.prelude) : []
    const alternatives = selectors.map((selector) => ({ text: generate(selector), mayMatch: readSelector(selector, asked.names) }))
    return ({ present, besides }) => {
      const meant = alternatives.filter(({ mayMatch }) => mayMatch(present) && !(besides && mayMatch(besides)))
      return meant.length > 0 ? meant.map(({ text }) => text).join(',') + block : ''
    }
  }
  if (node.type !== 'Atrule') return () => ''
  const whole = generate(node)
  if (node.name === 'font-face') {
    const covers = rangeOf(/unicode-range:([^;}]+)/iu.exec(whole)?.[1])
    // Every page needs the file with the space; what it lacks a browser looks for in those that come after it.
    asked.faces.push(covers)
    const told = covers(0x20) ? whole.replace(/;?unicode-range:[^;}]+/iu, '') : whole
    return ({ letters }) => (letters.some(covers) ? told : '')
  }
  if (!node.block || !['layer', 'media', 'supports', 'container'].includes(node.name)) {
    const ended = whole.replace(/(?<![;}])$/u, ';')
    return ({ besides }) => (besides ? '' : ended)
  }
  const head = `@${node.name} ${node.prelude ? generate(node.prelude) : ''}`
  const isPaper = node.name === 'media' && /^@media print$/u.test(head)
  const inner = childrenOf(node.block).map((inner) => readPiece(inner, asked))
  return (wanted) => {
    if (isPaper && wanted.media === 'screen') return ''
    const body = inner.map((piece) => piece(wanted)).join('')
    return body && `${head}{${body}}`
  }
}

type Matcher = (present: Presence) => boolean

/** Whether anything may match a selector. @param names to which those that it asks for are added */
function readSelector(node: CssNode, names: Set<string>): Matcher {
  const has = (name: string): Matcher => {
    names.add(name)
    return (present) => present.has(name)
  }
  const some =
    (tests: readonly Matcher[]): Matcher =>
    (present) =>
      tests.some((test) => test(present))
  const inner = () => childrenOf(node).map((child) => readSelector(child, names))
  switch (node.type) {
    case 'TypeSelector':
      return node.name === '*' ? always : has(node.name.toLowerCase())
    case 'ClassSelector':
      return has(`.${node.name}`)
    case 'IdSelector':
      return has(`#${node.name}`)
    case 'AttributeSelector':
      if (!lasting.includes(node.name.name) || node.matcher !== '=' || !node.value) return always
      return has(`${node.name.name}=${writtenIn(node.value)}`)
    case 'PseudoClassSelector':
      if (node.name === 'lang' || (node.name === 'dir' && generate(node) === ':dir(rtl)'))
        return some(childrenOf(node).map((said) => has(`${node.name}=${generate(said)}`)))
      return ['is', 'where', 'has'].includes(node.name) && node.children ? some(inner()) : always
    case 'SelectorList':
      return some(inner())
    case 'Selector': {
      const tests = inner()
      return (present) => tests.every((test) => test(present))
    }
    default:
      return always
  }
}

const always: Matcher = () => true

const writtenIn = (node: { type: 'Identifier'; name: string } | { type: 'String'; value: string }) =>
  node.type === 'String' ? node.value : node.name

const childrenOf = (node: CssNode): CssNode[] => ('children' in node && node.children ? node.children.toArray() : [])
