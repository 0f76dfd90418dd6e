import type { ListItem, PhrasingContent, TableRow } from 'mdast'
import type {} from 'mdast-util-math'
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx'
import { readLatex } from '../../bibtex/read-latex.ts'
import { imagesIn, withCaption } from './tex-floats.ts'
import { formulaIn, readFormulaOfTex, sayFormula } from './tex-formulas.ts'
import { emphasis, lines, trimmed } from './tex-nodes.ts'
import type { Block, Out, TexReading } from './tex-reading.ts'
import { labelsIn, withoutLabels } from './tex-references.ts'
import { divide, TexSource } from './tex-source.ts'
import { readVerse } from './tex-verse.ts'

/** An environment, from behind its `\\begin{…}` on. */
export function readEnvironment(tex: TexReading, written: string, source: TexSource, out: Out) {
  const name = written.replace(/\*$/u, '')
  if (/^(?:verbatim|lstlisting|minted|alltt)$/u.test(name)) {
    const inside = source.environment(written)
    tex.losses.push({ place: `${name}: “${inside.trim().slice(0, 40)}”`, says: 'code has no place: its lines are kept as text' })
    return out.block({ type: 'paragraph', children: lines(inside) })
  }
  if (/^(?:comment|tikzpicture|filecontents|picture)$/u.test(name)) {
    source.environment(written)
    return void tex.losses.push({ place: name, says: 'left out: it is no text' })
  }
  const options = source.option() ?? ''
  if (/^(?:tabular|tabularx|longtable|tabulary|multicols|minipage|adjustwidth|otherlanguage|thebibliography)$/u.test(name)) {
    source.argument()
    if (/^(?:tabularx|tabulary|adjustwidth)$/u.test(name) || written === 'tabular*') source.argument()
    const inside = source.environment(written)
    if (name === 'thebibliography') return out.block(...readBibliography(tex, inside))
    if (/^(?:tab|long)/u.test(name)) return out.block(...readTable(tex, inside))
    return out.block(...tex.blocks(inside))
  }
  const inside = source.environment(written)
  if (/^(?:equation|align|alignat|flalign|split|gather|multline|eqnarray|displaymath|math)$/u.test(name)) {
    const formula = readFormulaOfTex(tex, formulaIn(name, inside), name !== 'math')
    if (typeof formula !== 'string') return sayFormula(formula, out)
    return out.block({ type: 'paragraph', children: tex.phrases(readLatex(formula.replace(/&|\\\\|\\(?:begin|end)\{\w+\}/gu, ' ')).text) })
  }
  if (name === 'verse') return out.block(...readVerse(tex, inside))
  if (/^(?:itemize|enumerate|description|compactitem|compactenum)$/u.test(name)) return out.block(readList(tex, name, inside))
  if (/^(?:quote|quotation|displayquote|displayquotation|blockquote)$/u.test(name)) {
    const children = tex.blocks(inside)
    if (options !== '') children.push({ type: 'paragraph', children: tex.phrases(options) })
    return out.block({ type: 'blockquote', children })
  }
  if (/^(?:figure|wrapfigure|table|SCfigure)$/u.test(name))
    return out.block(...readFloat(tex, inside.replace(/^\s*\{[^}]*\}\s*\{[^}]*\}/u, '')))
  if (name === 'document' || /^(?:center|flushleft|flushright|abstract|small|footnotesize|spacing|singlespace|doublespace)$/u.test(name))
    return out.block(...tex.blocks(inside))
  tex.losses.push({ place: `\\begin{${written}}`, says: 'nobody knows this: the words in it stay' })
  out.block(...tex.blocks(inside))
}

/** A picture or table with its caption and its label. */
function readFloat(tex: TexReading, inside: string): Block[] {
  const blocks = withCaption(tex.blocks(withoutLabels(inside)))
  const image = imagesIn(blocks)[0]
  const captioned = blocks.find((block) => block.type === ('mdxJsxFlowElement' as string)) as MdxJsxFlowElement | undefined
  for (const label of labelsIn(inside)) {
    if (captioned) tex.labels.set(label, { kind: 'table', node: captioned })
    else if (image) tex.labels.set(label, { kind: 'figure', node: image })
  }
  return blocks
}

function readList(tex: TexReading, name: string, inside: string): Block {
  const items = inside.split(/\\item(?![A-Za-z])/u)
  // Lists in a list are divided with it: what belongs together has as many ends as beginnings.
  const whole: string[] = []
  let open = 0
  for (const item of items) {
    if (open > 0) whole.push(`${whole.pop()}\\item${item}`)
    else whole.push(item)
    open += (item.match(/\\begin\s*\{/gu)?.length ?? 0) - (item.match(/\\end\s*\{/gu)?.length ?? 0)
  }
  const children = whole.slice(1).map((item): ListItem => {
    const source = new TexSource(item)
    const label = source.option()
    const blocks = tex.blocks(item.slice(source.at))
    const [first] = blocks
    if (label && first?.type === 'paragraph') first.children.unshift(emphasis('strong', tex.phrases(label)), { type: 'text', value: ' ' })
    return { type: 'listItem', spread: blocks.length > 1, children: blocks as ListItem['children'] }
  })
  return { type: 'list', ordered: /enum/u.test(name), spread: false, children }
}

function readTable(tex: TexReading, inside: string): Block[] {
  const rules =
    /\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|(?:cline|cmidrule)(?:\([^)]*\))?\s*\{[^}]*\})/gu
  const rows = divide(inside.replace(rules, ''), '\\\\').filter((row) => row.trim() !== '')
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: divide(row, '&').map((cell) => ({
        type: 'tableCell',
        children: inCell(trimmed(tex.phrases(cell.replace(/\\multi(?:column|row)\s*\{[^}]*\}\s*\{[^}]*\}/gu, '')))),
      })),
    }),
  )
  return children.length > 0 ? [{ type: 'table', children }] : []
}

function readBibliography(tex: TexReading, inside: string): Block[] {
  const entries = inside.split(/\\bibitem(?![A-Za-z])/u).slice(1)
  const children = entries.map((entry): ListItem => {
    const source = new TexSource(entry)
    source.option()
    source.argument()
    return { type: 'listItem', spread: false, children: tex.blocks(entry.slice(source.at)) as ListItem['children'] }
  })
  if (children.length === 0) return []
  return [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Bibliography' }] },
    { type: 'list', ordered: false, spread: false, children },
  ]
}

/** An upright line would end the cell that it stands in. */
const inCell = (words: PhrasingContent[]): PhrasingContent[] =>
  words.map((word) =>
    word.type === 'inlineMath' ? { ...word, value: word.value.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\vert ') } : word,
  )
