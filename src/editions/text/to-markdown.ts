import { fromParse5 } from 'hast-util-from-parse5'
import { type Handle, toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Element } from '../html.ts'

/** The text of a page as GitHub Flavored Markdown: notes as its footnotes, citations and dates in words as they are printed. */
export function markdownOf(main: Element): string {
  const tree = toMdast(fromParse5(main), {
    handlers: { a, audio: nothing, div, math, section, span, svg, sup, p, u: inside, time: inside, video: nothing },
    newlines: false,
  })
  return toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' })
}

type Hast = Parameters<Handle>[1]

const inside: Handle = (state, node) => state.all(node)

/** What a player plays is a link below it. */
const nothing: Handle = () => undefined

/** A reference to a note is one in Markdown too. */
const a: Handle = (state, node) => {
  const { role, href } = node.properties
  if (role === 'doc-noteref') return { type: 'footnoteReference', identifier: nameOf(String(href)), label: nameOf(String(href)) }
  if (role === 'doc-backlink') return undefined
  const children = state.all(node) as never[]
  return href === undefined ? children : { type: 'link', url: String(href), children }
}

const nameOf = (id: string) => decodeURIComponent(id.replace(/^#?note-/u, ''))

const sup: Handle = (state, node) => {
  const classes = node.properties.className
  return Array.isArray(classes) && classes.includes('reference')
    ? state.all(node)
    : [{ type: 'text', value: '^' }, ...(state.all(node) as never[])]
}

const classesOf = ({ properties }: Hast): readonly unknown[] => (Array.isArray(properties.className) ? properties.className : [])

/** What is repeated to be looked at stands in the text. */
const div: Handle = (state, node) => (classesOf(node).includes('pull-quote') ? undefined : state.all(node))

/** A formula is TeX, as in texts of this program’s own. */
const math: Handle = (_, node) => {
  const tex = String(node.properties.alttext ?? wordsIn(node))
  return { type: 'html', value: node.properties.display === 'block' ? `$$\n${tex}\n$$` : `$$${tex}$$` }
}

/** Spaces at the beginning of a line mean nothing in Markdown: those that do not break move a line of verse in. */
const span: Handle = (state, node) => {
  const steps = classesOf(node).flatMap((name) => /^indent-(\d)$/u.exec(String(name))?.[1] ?? [])
  const indent = steps.map((step) => ({ type: 'text', value: '\u00a0'.repeat(2 * Number(step)) }))
  return [...indent, ...(state.all(node) as never[])] as never[]
}

const p: Handle = (state, node) => {
  const classes = node.properties.className
  if (Array.isArray(classes) && classes.includes('backlinks')) return undefined
  return { type: 'paragraph', children: state.all(node) as never[] }
}

const section: Handle = (state, node) => {
  if (node.properties.role !== 'doc-endnotes') return state.all(node)
  return elementsIn(node)
    .filter((each) => each.tagName === 'li' && /^note-/u.test(String(each.properties.id ?? '')))
    .map((note) => {
      const name = nameOf(String(note.properties.id))
      return { type: 'footnoteDefinition', identifier: name, label: name, children: state.toFlow(state.all(note)) as never[] }
    })
}

/** Of a drawing, what it is called and shows. */
const svg: Handle = (_, node) => {
  if (node.properties.ariaHidden === 'true') return undefined
  const said = node.children.flatMap((child) =>
    child.type === 'element' && /^(?:title|desc)$/u.test(child.tagName) ? [wordsIn(child)] : [],
  )
  return said.length > 0 ? { type: 'paragraph', children: [{ type: 'text', value: `[${said.join('. ')}]` }] } : undefined
}

const elementsIn = (node: Hast): Hast[] => node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []))

const wordsIn = (node: Hast): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsIn(child) : '')).join('')
