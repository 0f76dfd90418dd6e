import { divide } from './tex-source.ts'

const numbered = /\\begin\s*\{(equation|align|alignat|flalign|gather|multline|eqnarray)\}([\s\S]*?)\\end\s*\{\1\}/gu
const label = /\\label\s*\{([^{}]*)\}/gu

/**
 * Formulas that the text refers to have their numbers behind them, as LaTeX would count them, and the references are these numbers:
 * formulas have none here.
 */
export function numberEquations(text: string): string {
  const referred = new Set(
    [...text.matchAll(/\\(?:eq|auto|c|C|v)?ref\*?\s*\{([^{}]*)\}/gu)].flatMap(([, keys = '']) => keys.split(',').map((key) => key.trim())),
  )
  const numbers = new Map<string, number>()
  let count = 0
  const written = text.replace(numbered, (_, name: string, inside: string) => {
    const isOne = name === 'equation' || name === 'multline'
    const lines = (isOne ? [inside] : divide(inside, '\\\\')).map((line) => {
      if (/\\(?:nonumber|notag)(?![A-Za-z])/u.test(line) || line.trim() === '') return line
      count++
      const own = [...line.matchAll(label)].map(([, key = '']) => key.trim())
      for (const key of own) numbers.set(key, count)
      const bare = line.replace(label, '')
      return own.some((key) => referred.has(key)) ? `${bare.trimEnd()} \\qquad (${count})\n` : bare
    })
    return `\\begin{${name}}${lines.join('\\\\')}\\end{${name}}`
  })
  const numberOf = (key: string) => numbers.get(key.trim())
  return written
    .replace(/\\eqref\*?\s*\{([^{}]*)\}/gu, (whole, key: string) => (numberOf(key) === undefined ? whole : `(${numberOf(key)})`))
    .replace(/\\(?:auto|c|C|v)?ref\*?\s*\{([^{}]*)\}/gu, (whole, key: string) => (numberOf(key) === undefined ? whole : `${numberOf(key)}`))
}
