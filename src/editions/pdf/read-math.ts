import type { DefaultTreeAdapterTypes } from 'parse5'
import { classesOf } from '../book-page.ts'
import { attribute, type Element, textOf } from '../html.ts'
import type { Inline, MathNode } from './tree.ts'

/** A formula in MathML Core (https://www.w3.org/TR/mathml-core/) as `book.typ` sets it. */
export const readMath = (math: Element): Inline => ({
  k: 'math',
  block: attribute(math, 'display') === 'block',
  alt: attribute(math, 'alttext') ?? textOf(math),
  c: row(childrenOf(math)),
})

type Node = DefaultTreeAdapterTypes.ChildNode

const childrenOf = (element: Element): Element[] => element.childNodes.filter((node: Node): node is Element => 'tagName' in node)

function row(elements: readonly Element[]): MathNode {
  const [only, ...others] = elements.map(read)
  return only && others.length === 0 ? only : { m: 'row', c: elements.map(read) }
}

function read(element: Element): MathNode {
  const made = readElement(element)
  return 'v' in made && !inFaceOfFormulas.test(made.v) ? { m: 't', v: made.v } : made
}

/** Letters of other scripts are in the faces of the text. */
const inFaceOfFormulas =
  /^[\p{Script=Latin}\p{Script=Greek}\p{N}\p{P}\p{M}\s\u2100-\u214f\u{1d400}-\u{1d7ff}[\p{S}--\p{Extended_Pictographic}]]*$/v

function readElement(element: Element): MathNode {
  const children = childrenOf(element)
  const part = (i: number): MathNode => (children[i] ? read(children[i]) : { m: 'row', c: [] })
  const text = textOf(element)
  switch (element.tagName) {
    case 'mi':
      // Names of functions are upright, and so are letters that say so.
      return { m: [...text].length > 1 || attribute(element, 'mathvariant') === 'normal' ? 't' : 'i', v: text }
    case 'mn':
      return { m: 'n', v: text }
    case 'mo':
      // Signs that only say what follows what, such as the one that applies a function.
      return /^[\u2061-\u2064]?$/u.test(text) ? { m: 'row', c: [] } : { m: 'o', v: text }
    case 'mtext':
    case 'ms':
      return { m: 't', v: text }
    case 'mspace':
      return { m: 'space', w: inEm(attribute(element, 'width')) }
    case 'mfrac':
      return { m: 'frac', a: part(0), b: part(1), bar: !/^0/u.test(attribute(element, 'linethickness') ?? '') }
    case 'msqrt':
      return { m: 'root', a: row(children) }
    case 'mroot':
      return { m: 'root', a: part(0), i: part(1) }
    case 'msup':
      return { m: 'with', a: part(0), t: part(1), limits: false }
    case 'msub':
      return { m: 'with', a: part(0), b: part(1), limits: false }
    case 'msubsup':
      return { m: 'with', a: part(0), b: part(1), t: part(2), limits: false }
    case 'mover':
      return isLine(children[1]) ? { m: 'line', a: part(0), over: true } : { m: 'with', a: part(0), t: part(1), limits: true }
    case 'munder':
      return isLine(children[1]) ? { m: 'line', a: part(0), over: false } : { m: 'with', a: part(0), b: part(1), limits: true }
    case 'munderover':
      return { m: 'with', a: part(0), b: part(1), t: part(2), limits: true }
    case 'mtable':
      return { m: 'grid', rows: children.map((line) => childrenOf(line).map((cell) => row(childrenOf(cell)))) }
    case 'mphantom':
      return { m: 'row', c: [] }
    default:
      return classesOf(element).includes('tml-tag') ? { m: 't', v: text } : row(children)
  }
}

const isLine = (sign: Element | undefined) => sign !== undefined && /^[‾_¯]$/u.test(textOf(sign))

/** A length in em; what is in other units is small. */
const inEm = (width: string | undefined): number => (/em$/u.test(width ?? '') ? Number.parseFloat(width ?? '') || 0 : 0)
