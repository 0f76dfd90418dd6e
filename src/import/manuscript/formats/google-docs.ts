import type { Element, Nodes, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Loss } from '../read-text.ts'

/** What Google Docs exports otherwise than pages have it: links by way of Google, comments as notes, lists in lists beside them. */
export function shapeGoogleDocs(main: Root | Element, losses: Loss[]): void {
  withoutDetours(main)
  listComments(main, losses)
  nestByLevel(main)
}

/** Paragraphs that are set in on both sides, by their style, are quotations. */
export function quoteIndented(main: Root | Element, styles: ReadonlyMap<string, string>): void {
  visit(main, 'element', (node, at, parent) => {
    if (node.tagName !== 'p' || !parent || at === undefined || textOf(node).trim() === '') return undefined
    const rules = [...classesOf(node).map((name) => styles.get(name) ?? ''), String(node.properties.style ?? '')].join(';')
    const isSetIn = ['left', 'right'].every(
      (side) => Number(new RegExp(`margin-${side}:\\s*(\\d+)(?:\\.\\d+)?pt`, 'u').exec(rules)?.[1] ?? 0) >= 18,
    )
    if (!isSetIn) return undefined
    parent.children.splice(at, 1, { type: 'element', tagName: 'blockquote', properties: {}, children: [node] })
    return [SKIP, at + 1]
  })
}

function withoutDetours(main: Root | Element) {
  visit(main, 'element', ({ tagName, properties }) => {
    const target = tagName === 'a' ? URL.parse(String(properties.href ?? '')) : null
    const to =
      target && /(?:^|\.)google\.[a-z.]+$/u.test(target.hostname) && target.pathname === '/url' ? target.searchParams.get('q') : null
    if (to) properties.href = to
  })
}

/** Comments of editors, which stand at the end with letters that lead to them. */
function listComments(main: Root | Element, losses: Loss[]) {
  const isMark = (node: Element) => /^cmnt_ref\d+$/u.test(String(node.properties.id ?? ''))
  visit(main, 'element', (node, at, parent) => {
    if (!parent || at === undefined) return undefined
    const [only, ...others] = node.children
    if (isMark(node) || (node.tagName === 'sup' && others.length === 0 && only?.type === 'element' && isMark(only))) {
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    const isComment = node.tagName === 'div' && /^cmnt\d+$/u.test(firstId(node))
    if (!isComment) return undefined
    const said = textOf(node)
      .replace(/^\s*\[\w+\]/u, '')
      .replace(/\s+/gu, ' ')
      .trim()
    losses.push({ place: 'a comment', says: `left out: “${said.slice(0, 200)}”` })
    parent.children.splice(at, 1)
    return [SKIP, at]
  })
}

/** The id of the first link in a box. */
function firstId(box: Element): string {
  let id: string | undefined
  visit(box, 'element', ({ tagName, properties }) => {
    if (tagName === 'a') id ??= String(properties.id ?? '')
  })
  return id ?? ''
}

/** A list whose class says that it is deeper than the one before it belongs to the last item of that. */
function nestByLevel(main: Root | Element) {
  visit(main, (node) => {
    if (node.type !== 'element' && node.type !== 'root') return
    const open: { readonly list: Element; readonly level: number; readonly name: string }[] = []
    node.children = node.children.filter((child) => {
      const [, name = '', level = ''] =
        /(?:^|\s)lst-(\S+)-(\d)(?:\s|$)/u.exec(child.type === 'element' ? classesOf(child).join(' ') : '') ?? []
      if (child.type !== 'element' || name === '') {
        if (child.type !== 'text' || child.value.trim() !== '') open.length = 0
        return true
      }
      while (open.length > 0 && (open.at(-1)?.level ?? 0) > Number(level)) open.pop()
      const before = open.at(-1)
      if (before?.level === Number(level) && before.name === name) {
        before.list.children.push(...child.children)
        return false
      }
      const item = before && before.level < Number(level) ? before.list.children.findLast((one) => one.type === 'element') : undefined
      open.push({ list: child, level: Number(level), name })
      item?.children.push(child)
      return item === undefined
    }) as typeof node.children
  })
}

const classesOf = ({ properties: { className } }: Element): string[] => (Array.isArray(className) ? className.map(String) : [])

const textOf = (node: Nodes): string => (node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')
