import Slugger, { slug } from 'github-slugger'
import type { Heading, Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Words } from '../../model/facts.ts'
import { idSchema } from '../../model/ids.ts'
import { attributesOf, childrenOf, isElement, nodesOf, spanOf } from '../nodes.ts'
import { recordedText } from '../survey/text-of-words.ts'

/** A heading with its id; `isFixed` where the writer has typed it. */
export type NamedHeading = { readonly node: Heading; readonly id: string; readonly isFixed: boolean }

/**
 * The headings with their ids: the one fixed by `[#id]` at the end, else the slug of the text as rehype-slug makes it
 * (https://github.com/Flet/github-slugger), with a number after it where the same is on the page already.
 *
 * @param fixedIds those that the writer has typed
 * @param others ids that something else on the page has; a heading without a fixed id steps aside
 * @param published ids of headings that have been published on the page: they stay, whatever comes to it later
 */
export function nameHeadings(
  tree: Root,
  fixedIds: ReadonlyMap<Heading, string> = new Map(),
  others: ReadonlySet<string> = new Set(),
  published: ReadonlySet<string> = new Set(),
): readonly NamedHeading[] {
  // What was fixed further up is not to be had by chance. What is fixed further down takes no address away: it is a mistake.
  const taken = new Set([...others].filter((id) => !published.has(id)))
  const slugger = new Slugger()
  return nodesOf(tree, 'heading').map((node) => {
    const fixed = fixedIds.get(node)
    if (fixed !== undefined) taken.add(fixed)
    return { node, id: fixed ?? freeSlug(slugOf(node), slugger, taken), isFixed: fixed !== undefined }
  })
}

/** Whether rehype-slug makes the id of the words alone. It does not see what describes a picture, nor the TeX of a formula. */
export const isSlugOfWords = ({ node, id, isFixed }: NamedHeading): boolean =>
  !isFixed && !hasFormula(node) && id === slug(textOf(node, { includeImageAlt: false }))

const hasFormula = (node: Nodes): boolean => node.type === 'inlineMath' || childrenOf(node).some(hasFormula)

/** Checks the headings of a text: each has words and an id of its own, and none skips a level. */
export function checkHeadings(headings: readonly (NamedHeading & { readonly words: readonly Words[] })[], path: string): Diagnostic[] {
  const first = new Map<string, number>()
  let level = 1
  return headings.flatMap(({ node, id, isFixed, words }) => {
    const span = spanOf(node)
    const found: Diagnostic[] = []
    if (recordedText(words).trim() === '') found.push(diagnose('heading-empty', path, span, {}))
    if (isFixed && !idSchema.safeParse(id).success) found.push(diagnose('heading-id-invalid', path, span, { id }))
    const line = first.get(id)
    if (line === undefined) first.set(id, span.start.line)
    else found.push(diagnose('heading-duplicate-id', path, span, { id, line }))
    if (node.depth > level + 1 || node.depth === 1) {
      found.push(
        diagnose('heading-level-skipped', path, span, { level: node.depth, expected: Math.min(node.depth === 1 ? 2 : level + 1, 6) }),
      )
    }
    level = Math.max(node.depth, 2)
    return found
  })
}

/** Where a heading has no letters of its own it is called by what its components name, and without those a “section”. */
const slugOf = (heading: Heading): string =>
  [textOf(heading), namesIn(heading)].find((words) => /[\p{L}\p{N}]/u.test(slug(words))) ?? 'section'

/** What the components in a node name, as it is typed: the id of a term or source, the day of a date. */
function namesIn(node: Nodes): string {
  const { id, julian, gregorian } = isElement(node) ? attributesOf(node) : {}
  return [id ?? julian ?? gregorian ?? '', ...childrenOf(node).map(namesIn)].filter(Boolean).join(' ')
}

function freeSlug(words: string, slugger: Slugger, taken: ReadonlySet<string>): string {
  for (;;) {
    const id = slugger.slug(words)
    if (!taken.has(id)) return id
  }
}
