import type { PhrasingContent } from 'mdast'
import type { InlineMath, Math as MathBlock } from 'mdast-util-math'
import { toString as textOf } from 'mdast-util-to-string'
import { readFormula } from '../../../manuscript/constructs/formula.ts'
import { readLatex } from '../../bibtex/read-latex.ts'
import type { Block, Out, TexReading } from './tex-reading.ts'

type Formula = InlineMath | MathBlock

/** Numbers, single signs and ordinals, which are typed in dollars for their looks alone. */
const isText =
  /^(?:[\d.,\s+%–-]*|[\^_]\{?(?:\\(?:text|mathrm|rm|textrm|mbox)\w*\s*\{?)?\s*(?:[\p{L}]{2,}|\d+|\\circ|\\prime)\s*\}*|\\(?:sim|times|to|rightarrow|leftarrow|ldots|dots|cdots?|&|%|pounds|copyright|star|dagger|ddagger|ast|bullet|circ|quad|,))$/u

/** A formula as a node of the text; as LaTeX that is read as running text where it is none, or none that can be drawn. */
export function readFormulaOfTex(tex: TexReading, inside: string, isBlock: boolean): Formula | string {
  const value = inside
    .replace(/\\label\s*\{[^{}]*\}|\\(?:nonumber|notag)(?![A-Za-z])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (isText.test(value)) return `$${value}$`
  const read = readFormula(value, isBlock)
  if ('math' in read && !value.includes('$')) return isBlock ? { type: 'math', value } : { type: 'inlineMath', value }
  tex.losses.push({ place: `the formula “${value.slice(0, 60)}”`, says: 'cannot be drawn here: it is taken as text' })
  return `$${value}$`
}

/** Puts a formula into the line, or between the paragraphs. */
export function sayFormula(formula: Formula, out: Out): void {
  if (formula.type === 'math') out.block(formula as unknown as Block)
  else out.say(formula as PhrasingContent)
}

/** The formula of an environment (amsmath) as one that stands by itself. */
export function formulaIn(environment: string, inside: string): string {
  if (/^(?:align|alignat|flalign|split)$/u.test(environment))
    return `\\begin{aligned}${environment === 'alignat' ? inside.replace(/^\s*\{\d+\}/u, '') : inside}\\end{aligned}`
  if (/^(?:gather|multline)$/u.test(environment)) return `\\begin{gathered}${inside}\\end{gathered}`
  return environment === 'eqnarray' ? `\\begin{array}{rcl}${inside}\\end{array}` : inside
}

/** Blocks where only running text can stand, as in a cell of a table: their words, and formulas in the line. */
export const inPhrases = (blocks: readonly Block[]): PhrasingContent[] =>
  blocks.map((block): PhrasingContent => {
    const { type, value } = block as unknown as MathBlock
    return type === 'math' ? ({ type: 'inlineMath', value } as PhrasingContent) : { type: 'text', value: textOf(block) }
  })

/** Formulas as words, where no formula can stand, as in a title. */
export const withoutFormulas = (words: readonly PhrasingContent[]): PhrasingContent[] =>
  words.map((word): PhrasingContent => {
    if (word.type === ('inlineMath' as string)) return { type: 'text', value: readLatex(`$${(word as unknown as InlineMath).value}$`).text }
    return 'children' in word ? ({ ...word, children: withoutFormulas(word.children) } as PhrasingContent) : word
  })
