import type { PhrasingContent, Root } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { type LocatorLabel, locatorLabels } from '../../model/locator.ts'
import { programCommand } from '../../model/program-command.ts'
import { importWorks } from '../import-works.ts'
import type { KnownSource } from '../library.ts'
import { citationMarks } from './archives/citation-fields.ts'
import type { Loss, WordCitation } from './read-text.ts'

/** A citation of our vocabulary. */
const source = (
  id: string,
  props: Readonly<Record<string, string | undefined>>,
  children: MdxJsxTextElement['children'] = [],
): MdxJsxTextElement => ({
  type: 'mdxJsxTextElement',
  name: 'Source',
  // A property without a value is one that is only there.
  attributes: ['id', 'locator', 'prefix', 'suffix', 'suppress-author'].flatMap((name) => {
    const value = name === 'id' ? id : props[name]
    return value === undefined ? [] : [{ type: 'mdxJsxAttribute', name, value: value === '' ? null : value }]
  }),
  children,
})

/** `[@key, p. 5; @other]` of Pandoc as citations, where all keys are sources; others stay as they are written. Changes the tree. */
export function readPandocCitations(tree: Root, sources: ReadonlySet<string>, losses: Loss[]): void {
  visit(tree, 'text', (node, at, parent) => {
    if (!parent || at === undefined || !node.value.includes('@')) return undefined
    const pieces: PhrasingContent[] = []
    let from = 0
    for (const match of node.value.matchAll(/\[((?:[^[\]]*?\s)?-?@[^[\]]+)\]/gu)) {
      const cites = (match[1] ?? '').split(';').map((cite) => /^\s*([^@]*?)\s*(-?)@([\w:.#$%&+?<>~/-]*\w)(.*?)\s*$/u.exec(cite))
      const unknown = cites.find((cite) => !cite || !sources.has(cite[3] ?? ''))
      if (unknown !== undefined || cites.length === 0) {
        losses.push({
          place: `“${match[0].slice(0, 80)}”`,
          says: `no source has this key: it stays as it is written. Take the works in with “${programCommand('sources')}”, and import again`,
        })
        continue
      }
      pieces.push({ type: 'text', value: node.value.slice(from, match.index) })
      pieces.push(
        ...cites.flatMap((cite, i): PhrasingContent[] => [
          ...(i > 0 ? [{ type: 'text', value: '; ' } as const] : []),
          withLocator(cite?.[3] ?? '', cite?.[4] ?? '', {
            prefix: cite?.[1] || undefined,
            'suppress-author': cite?.[2] === '-' ? '' : undefined,
          }) as PhrasingContent,
        ]),
      )
      from = match.index + match[0].length
    }
    if (pieces.length === 0) return undefined
    pieces.push({ type: 'text', value: node.value.slice(from) })
    const kept = pieces.filter((piece) => piece.type !== 'text' || piece.value !== '')
    parent.children.splice(at, 1, ...kept)
    return [SKIP, at + kept.length]
  })
}

/** What follows a key: a place in the work, if it has a label and a number, or else words. */
function withLocator(id: string, after: string, props: Readonly<Record<string, string | undefined>>): MdxJsxTextElement {
  const rest = after.replace(/^\s*,?\s*/u, '')
  // Pandoc’s way to say where the place in the work begins and ends.
  const inBraces = /^\{([^{}]*)\}/u.exec(rest)
  if (inBraces) return source(id, { ...props, locator: inBraces[1]?.trim() || undefined, suffix: restOf(rest, inBraces[0]) })
  const place = /^(?:pp?|chs?|chap|chapters?|vols?|§+|secs?|no|fol|para|pages?)\.?\s*[\dIVXLCivxlc][^,]*/u.exec(rest)?.[0]
  if (place) return source(id, { ...props, locator: place.trim(), suffix: restOf(rest, place) })
  const isPages = /^\d[\d–, -]*$/u.test(rest)
  return source(id, {
    ...props,
    ...(isPages ? { locator: `${/[–,-]/u.test(rest) ? 'pp.' : 'p.'} ${rest}` } : { suffix: restOf(after, '') }),
  })
}

/** What stands behind the place in a work, with the comma before it. */
const restOf = (text: string, beginning: string) =>
  text
    .slice(beginning.length)
    .trim()
    .replace(/^,\s*$/u, '') || undefined

const labels: Readonly<Record<string, readonly [one: string, more: string]>> = {
  page: ['p.', 'pp.'],
  chapter: ['ch.', 'chs'],
  volume: ['vol.', 'vols'],
  section: ['§', '§§'],
  paragraph: ['para.', 'paras'],
  note: ['n.', 'nn.'],
  folio: ['fol.', 'fols'],
}

/**
 * Citations that Word’s fields hold, at their places, and their works as sources. A citation whose work cannot be taken keeps
 * its words. Changes the tree.
 */
export function readWordCitations(
  tree: Root,
  citations: readonly WordCitation[],
  { known, language }: { readonly known: readonly KnownSource[]; readonly language: string | undefined },
  losses: Loss[],
) {
  const works = citations.flatMap(({ items }) => items.map(({ work }) => work))
  const unique = [...new Map(works.map((work) => [String(work.id ?? JSON.stringify(work)), work])).values()].map(({ id, ...work }) => ({
    ...work,
    id: keyOf(id),
  }))
  const { outcomes, written } = importWorks([{ path: 'citations.json', text: JSON.stringify(unique) }], known, () => false, language)
  const sourceOf = new Map(outcomes.flatMap(({ name, source: id }) => (id ? [[name, id]] : [])))
  for (const { name, became, remarks } of outcomes)
    if (remarks.length > 0 && became !== 'same')
      losses.push({ place: `the work “${name}”`, says: `${became}: ${remarks.map(({ says }) => says).join('; ')}` })
  visit(tree, (parent) => {
    if (!('children' in parent)) return
    const siblings = parent.children as PhrasingContent[]
    for (let at = 0; at < siblings.length; at++) {
      const start = siblings[at]
      const match = start?.type === 'text' ? new RegExp(`${citationMarks.begin}(\\d+)${citationMarks.middle}`, 'u').exec(start.value) : null
      if (!match || start?.type !== 'text') continue
      const end = siblings.findIndex(
        (node, i) =>
          i >= at &&
          textOf(node)
            .slice(i === at ? match.index : 0)
            .includes(citationMarks.end),
      )
      const last = siblings[end]
      if (end < 0 || last?.type !== 'text') continue
      const cites = (citations[Number(match[1])]?.items ?? []).map((item) => ({ item, id: sourceOf.get(keyOf(item.work.id)) }))
      if (cites.length === 0 || cites.some(({ id }) => id === undefined)) continue
      const own = citations[Number(match[1])]?.keepsWords ? wordsBetween(siblings.slice(at, end + 1), match) : undefined
      const nodes = cites.flatMap(({ item, id = '' }, i): PhrasingContent[] => {
        const locator = item.locator && locatorOf(item.locator, item.label ?? 'page')
        return [
          ...(i > 0 ? [{ type: 'text', value: '; ' } as const] : []),
          source(
            id,
            { locator, prefix: item.prefix, suffix: item.suffix, 'suppress-author': item.suppressesAuthor ? '' : undefined },
            i === 0 ? own : undefined,
          ) as PhrasingContent,
        ]
      })
      const before = start.value.slice(0, match.index)
      // A field that is a whole note ends with a full stop, which is the writer’s.
      const words = siblings
        .slice(at, end + 1)
        .map((node) => textOf(node))
        .join('')
      const stop = !own && /\.$/u.test(words.slice(0, words.indexOf(citationMarks.end))) ? '.' : ''
      const after = stop + last.value.slice(last.value.indexOf(citationMarks.end, end === at ? match.index : 0) + 1)
      const kept: PhrasingContent[] = [{ type: 'text', value: before }, ...nodes, { type: 'text', value: after }]
      siblings.splice(at, end - at + 1, ...kept.filter((node) => node.type !== 'text' || node.value !== ''))
    }
  })
  // Of citations that could not be made ours, the words stay and the marks go.
  const marks = new RegExp(`${citationMarks.begin}\\d+${citationMarks.middle}|${citationMarks.end}`, 'gu')
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(marks, '')
  })
  return written
}

/** A place in a work as it is typed here: with a label, unless it has one or is a name. */
function locatorOf(value: string, label: string): string {
  if (/^\p{L}/u.test(value) && !/^[ivxlcdm]+(?:[–-][ivxlcdm]+)?$/iu.test(value)) return value
  const known = locatorLabels[label as LocatorLabel]?.short[0]
  const [one, more] = labels[label] ?? (known ? [`${known}.`, `${known}.`] : ['p.', 'pp.'])
  return `${/[–,-]/u.test(value) ? more : one} ${value.replace(/(?<=\d)-(?=\d)/gu, '–')}`
}

/** What stands between the marks of a citation, which begins in the first of some nodes and ends in the last. */
function wordsBetween(nodes: readonly PhrasingContent[], begin: RegExpExecArray): MdxJsxTextElement['children'] {
  const kept = structuredClone(nodes) as PhrasingContent[]
  const [first, last] = [kept[0], kept.at(-1)]
  if (first?.type === 'text') first.value = first.value.slice(begin.index + begin[0].length)
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.indexOf(citationMarks.end))
  return kept.filter((node) => node.type !== 'text' || node.value !== '') as MdxJsxTextElement['children']
}

/** Zotero’s ids are addresses or numbers, which are no keys. */
const keyOf = (id: unknown) => `work ${String(id ?? '')}`
