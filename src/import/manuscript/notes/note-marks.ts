import type { Nodes, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { type NoteSigns, numbersInMark, placeOf, printersSigns, raisedLetters } from './note-signs.ts'

/** A mark in the text that points to notes of a run, by their numbers in it. */
export type NoteMark = {
  readonly node: PhrasingContent
  readonly parent: Parent
  readonly index: number
  readonly length: number
  readonly numbers: readonly number[]
}

/** Notes that are counted together, as far as marks depend on them. */
export type Counted = {
  readonly most: number
  /** How they are counted; unknown of an ordered list, whose numbers are its own. */
  readonly signs?: NoteSigns | 'any'
  /** The signs that they have, in their order. */
  readonly keys?: readonly string[]
}

/** A way to point to notes. */
export type MarkStyle = {
  readonly signs?: NoteSigns
  /** Numbers that touch a word, which other numbers do as well. */
  readonly isBare?: true
  readonly find: (blocks: readonly RootContent[], counted: Counted) => NoteMark[]
}

/** Marks in the text as they point to notes, the surest first. */
const styles: readonly MarkStyle[] = [
  inText(/ ?[[［【<]\s*[\^#]?(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*[\]］】>]/gu, numbersInMark),
  inText(/ ?[[(]\s*(?:(?:foot|end)?note|fn\.?|n\.?|anm\.?)\s*(\d{1,3})\s*[\])]/giu, numbersInMark),
  inText(/ ?\{(\d{1,3})\}/gu, numbersInMark),
  inText(/(?<![\d/]) ?\/(\d{1,3})\/(?!\d)/gu, numbersInMark),
  inText(/ ?\^(\d{1,3})\^?(?![\d\p{L}])/gu, numbersInMark),
  inRaised(/^[[(]?(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)[\])]?$/u, numbersInMark),
  inText(/([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/gu, (text) => [placeOf(text)]),
  inText(/(?<=\S) ?[(（](\d{1,3})[)）]/gu, numbersInMark),
  // A number that touches a word or its full stop: only where the numbers grow from one to the last.
  inText(/(?<=[\p{L}\p{Pf}\p{Pe}.,;:!?"'’”»])(?<!(?<!\d)\d{1,3}[.,])(\d{1,3})(?![\d\p{L}%]|[.,:]\d|[–-]\d)/gu, numbersInMark, {
    isBare: true,
  }),
  ofSigns(/ ?\[([ivxlc]{1,7})\](?!\p{L})/gu, 'romans'),
  ofSigns(/(?<=\S) ?\(([ivxlc]{1,7})\)/gu, 'romans'),
  ofSigns(/(?<=[\p{L}\p{P}])([ⁱᵛˣˡᶜ]{1,7})/gu, 'romans'),
  ofSigns(/ ?\^([ivxlc]{1,7})\^?(?![\d\p{L}])/gu, 'romans'),
  ofRaised(/^[[(]?([ivxlc]{1,7})[\])]?$/u, 'romans'),
  ofSigns(/ ?\[([a-z])\](?!\p{L})/giu, 'letters'),
  ofSigns(/(?<=\S) ?\(([a-z])\)/gu, 'letters'),
  ofSigns(new RegExp(String.raw`(?<=[\p{L}\p{P}])([${raisedLetters}])`, 'gu'), 'letters'),
  ofSigns(/ ?\^([a-z])\^?(?![\d\p{L}])/gu, 'letters'),
  ofRaised(/^[[(]?([a-z])[\])]?$/iu, 'letters'),
  ofSigns(new RegExp(String.raw`(?<=[\p{L}\p{P}])(?<![*†‡§‖¶]) ?[[(](${printersSigns})[\])]`, 'gu'), 'signs'),
  ofSigns(new RegExp(String.raw`(?<=[\p{L}\p{P}])(?<![*†‡§‖¶])(${printersSigns})(?![\p{L}\d*†‡§‖¶])`, 'gu'), 'signs'),
  ofRaised(new RegExp(String.raw`^[[(]?(${printersSigns})[\])]?$`, 'u'), 'signs'),
]

/** The ways to point to notes that are counted so. */
export const stylesFor = ({ signs }: Counted): readonly MarkStyle[] =>
  styles.filter((one) => (signs === 'any' ? one.signs !== 'signs' : one.signs === signs))

/** The way that finds most of the notes in these blocks, the surest of several, with its marks. */
export function bestMarks(blocks: readonly RootContent[], counted: Counted) {
  let best: { readonly style: MarkStyle; readonly marks: readonly NoteMark[]; readonly found: number } | undefined
  for (const style of stylesFor(counted)) {
    const marks = style.find(blocks, counted)
    const found = new Set(marks.flatMap(({ numbers }) => numbers)).size
    if (found > (best?.found ?? 0)) best = { style, marks, found }
  }
  return best
}

/** Puts references to notes where the marks stand. */
export function replaceMarks(marks: readonly NoteMark[], nameOf: (number: number) => string): void {
  for (const [node, own] of Map.groupBy(marks, (mark) => mark.node)) {
    const parent = own[0]?.parent
    const value = node.type === 'text' ? node.value : ''
    let from = 0
    const pieces: PhrasingContent[] = []
    for (const { index, length, numbers } of own) {
      pieces.push({ type: 'text', value: value.slice(from, index) })
      for (const number of numbers) pieces.push({ type: 'footnoteReference', identifier: nameOf(number), label: nameOf(number) })
      from = index + length
    }
    pieces.push({ type: 'text', value: value.slice(from) })
    const kept = pieces.filter((piece) => piece.type !== 'text' || piece.value !== '')
    parent?.children.splice(parent.children.indexOf(node as (typeof parent.children)[number]), 1, ...(kept as typeof parent.children))
  }
}

function ofSigns(pattern: RegExp, signs: NoteSigns): MarkStyle {
  return inText(pattern, (text, { keys }) => [placeOf(text, signs, keys)], { signs })
}

function ofRaised(pattern: RegExp, signs: NoteSigns): MarkStyle {
  return inRaised(pattern, (text, { keys }) => [placeOf(text, signs, keys)], signs)
}

type Reads = (text: string, counted: Counted) => readonly number[]

const isOne = (numbers: readonly number[], { most }: Counted) =>
  numbers.length > 0 && numbers.every((number) => number > 0 && number <= most)

function inText(pattern: RegExp, read: Reads, { isBare, signs }: { readonly isBare?: true; readonly signs?: NoteSigns } = {}): MarkStyle {
  return {
    ...(signs && { signs }),
    ...(isBare && { isBare }),
    find: (blocks, counted) => {
      const marks: NoteMark[] = []
      visit(rootOf(blocks), 'text', (node: Text, _, parent) => {
        for (const match of parent ? node.value.matchAll(pattern) : []) {
          const numbers = read(match[1] ?? '', counted)
          if (parent && isOne(numbers, counted)) marks.push({ node, parent, index: match.index, length: match[0].length, numbers })
        }
      })
      return isBare ? longestGrowing(marks) : marks
    },
  }
}

function inRaised(pattern: RegExp, read: Reads, signs?: NoteSigns): MarkStyle {
  return {
    ...(signs && { signs }),
    find: (blocks, counted) => {
      const marks: NoteMark[] = []
      visit(rootOf(blocks), 'mdxJsxTextElement', (node, _, parent) => {
        const inside = isRaised(node) ? pattern.exec(textOf(node).trim())?.[1] : undefined
        const numbers = inside === undefined ? [] : read(inside, counted)
        if (parent && isOne(numbers, counted)) marks.push({ node, parent, index: 0, length: 0, numbers })
      })
      return marks
    },
  }
}

const rootOf = (blocks: readonly RootContent[]): Root => ({ type: 'root', children: [...blocks] })

export const isRaised = (node: Nodes): node is MdxJsxTextElement =>
  node.type === 'mdxJsxTextElement' && (node as MdxJsxTextElement).name === 'sup'

/** The longest stretch of marks whose numbers grow by one, with as few gaps as there can be. */
function longestGrowing(marks: readonly NoteMark[]): NoteMark[] {
  const first = ({ numbers }: NoteMark) => numbers[0] ?? 0
  const best: { length: number; before: number }[] = []
  for (const [i, mark] of marks.entries()) {
    let chosen = { length: 1, before: -1 }
    for (const [j, earlier] of marks.slice(0, i).entries())
      if (first(earlier) < first(mark) && (best[j]?.length ?? 0) + 1 > chosen.length)
        chosen = { length: (best[j]?.length ?? 0) + 1, before: j }
    best.push(chosen)
  }
  let at = best.reduce((longest, { length }, i) => (length > (best[longest]?.length ?? 0) ? i : longest), 0)
  const found: NoteMark[] = []
  for (let left = best[at]?.length ?? 0; left > 0 && at >= 0; left--) {
    const mark = marks[at]
    if (mark) found.unshift(mark)
    at = best[at]?.before ?? -1
  }
  return found
}
