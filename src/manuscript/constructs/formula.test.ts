import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ElementContent } from 'hast'
import { readFormula } from './formula.ts'

/** The elements of a formula: `mfrac(mi mi)`; or what is wrong with it. */
function read(tex: string, isBlock = false): string {
  const told = (node: ElementContent): string =>
    node.type === 'element' ? `${node.tagName}(${node.children.map(told).join(' ')})` : node.type === 'text' ? node.value : ''
  const formula = readFormula(tex, isBlock)
  return 'math' in formula ? formula.math.children.map(told).join(' ') : formula.problem.kind
}

const everything = String.raw`\begin{align} a &= \tfrac12 \big( x \big) \\ \mathcal{L} &= \underbrace{b}_{n} \tag{1} \end{align}`

test('a formula is MathML that needs no styles', () => {
  assert.equal(read(String.raw`\frac{a}{b}`), 'mfrac(mi(a) mi(b))')
  assert.equal(read(String.raw`\overline{AB}`), 'mover(mrow(mrow(mi(A) mi(B))) mo(‾))')
  for (const isBlock of [true, false])
    for (const tex of [everything, String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`, String.raw`\hat{x}' + \text{<b>}`]) {
      const formula = readFormula(
        tex.replace(/align/gu, isBlock ? 'align' : 'aligned').replace(isBlock ? '' : String.raw`\tag{1}`, isBlock ? '' : ' '),
        isBlock,
      )
      assert.ok('math' in formula, JSON.stringify(formula))
      assert.doesNotMatch(JSON.stringify(formula), /"style"|menclose|"tagName":"(?:b|span)"/u)
    }
})

test('what cannot be drawn, followed or ended is told', () => {
  assert.equal(read(String.raw`\href{javascript:alert(1)}{x}`), 'command')
  assert.equal(read(String.raw`\includegraphics{x.png}`), 'command')
  assert.equal(read(String.raw`\color{red} x`), 'looks')
  assert.equal(read(String.raw`\cancel{x}`), 'looks')
  assert.equal(read(String.raw`\def\a{\a\a}\a`), 'other')
  assert.equal(read(String.raw`\sqrt{`), 'incomplete')
  assert.equal(read('x^'), 'incomplete')
  assert.equal(read('{'.repeat(3_000)), 'incomplete')
  assert.equal(read('x'.repeat(5_000)), 'too-long')
})

test('one formula knows nothing of another', () => {
  assert.equal(read(String.raw`\gdef\lamp{x}\lamp`), 'mi(x)')
  assert.equal(read(String.raw`\lamp`), 'command')
})
