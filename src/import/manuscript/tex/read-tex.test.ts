import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildSeries } from '../../../series/build-series.ts'
import { importManuscript } from '../import-manuscript.ts'

const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }

async function take(body: string, preamble = '') {
  const text = `\\documentclass{article}\n${preamble}\n\\title{Lamps}\n\\begin{document}\n${body}\n\\end{document}\n`
  const result = await importManuscript({ path: 'a.tex', bytes: new TextEncoder().encode(text) }, [series], [], {})
  const part = result.written.find(({ path }) => path.startsWith('parts/')) ?? assert.fail(result.problem ?? 'nothing was written')
  const errors = buildSeries([series, part]).diagnostics.filter(({ severity }) => severity === 'error')
  assert.deepEqual(errors, [])
  return { text: part.text.replace(/^---[\s\S]*?\n---\n\n/u, ''), losses: result.losses }
}

/** Formulas of LaTeX and what a part has of them. */
const formulas: Readonly<Record<string, string>> = {
  'Let $f\\colon \\R \\to \\R$ be so.': 'Let $$f\\colon \\mathbb{R}\\to \\mathbb{R}$$ be so.\n',
  'Let \\(a_1 < b\\) be so.': 'Let $$a_1 < b$$ be so.\n',
  'So \\[ E = mc^2 \\] it is.': 'So\n\n$$\nE = mc^2\n$$\n\nit is.\n',
  'So $$\\frac12$$ it is.': 'So\n\n$$\n\\frac12\n$$\n\nit is.\n',
  'So\n\\begin{equation}\\label{eq:a}\nx^2\n\\end{equation}\nit is.': 'So\n\n$$\nx^2\n$$\n\nit is.\n',
  'So\n\\begin{align*}\na &= b \\\\\n &= c \\nonumber\n\\end{align*}': 'So\n\n$$\n\\begin{aligned} a &= b \\\\ &= c \\end{aligned}\n$$\n',
  'So\n\\begin{gather}a\\\\b\\end{gather}': 'So\n\n$$\n\\begin{gathered}a\\\\b\\end{gathered}\n$$\n',
  'So\n\\begin{eqnarray}a&=&b\\end{eqnarray}': 'So\n\n$$\n\\begin{array}{rcl}a&=&b\\end{array}\n$$\n',
  'One.\\footnote{As $x^2$ says.}': 'One.[^says]\n\n[^says]: As $$x^2$$ says.\n',
  '\\section{The sum $a+b$}\n\nOne.': '## The sum $$a+b$$\n\nOne.\n',
  'Five cost \\$5 and \\$6, and $5$ more on the 4$^{th}$ day at 20$^\\circ$.': 'Five cost $5 and $6, and 5 more on the 4th day at 20°.\n',
}

for (const [written, stands] of Object.entries(formulas))
  test(`formulas come in as formulas, numbers as text: ${written.replaceAll('\n', ' ')}`, async () => {
    const { text, losses } = await take(written, '\\newcommand{\\R}{\\mathbb{R}}')
    assert.equal(text, stands)
    assert.deepEqual(losses, [])
  })

test('a formula in a table keeps its cell, and one in a list its item', async () => {
  const { text } = await take(
    '\\begin{tabular}{ll}$|x|$ & two\\\\three & four\\end{tabular}\n\\begin{itemize}\\item So \\[ a+b \\]\\end{itemize}',
  )
  assert.match(text, /^\| \$\$\\vert x\\vert \$\$ \| two +\|$/mu)
  assert.match(text, /^- So\n\n {2}\$\$\n {2}a\+b\n {2}\$\$$/mu)
})

test('a formula that cannot be drawn is said', async () => {
  const { losses } = await take('Let $\\nobodyknows{x}$ be so.')
  assert.deepEqual(losses, [{ place: 'the formula “\\nobodyknows{x}”', says: 'cannot be drawn here: it is taken as text' }])
})

test('verse keeps its lines, stanzas, indents and notes', async () => {
  const { text } = await take(`\\begin{verse}[\\versewidth]
The lamp went out, the fog came in,\\footnote{By Roe. \\\\ Or so.}\\\\
\\vin and nobody would sing;\\\\*
- the \\emph{keepers} sat\\\\[2pt]
1. and waited\\\\!
A second stanza \\& its line\\\\
\\hspace*{2em}was long.

A third
\\end{verse}`)
  assert.equal(
    text.split('\n\n[^')[0],
    `<Verse>
The lamp went out, the fog came in,[^roe-so]
  and nobody would sing;
\\- the _keepers_ sat
1\\. and waited

A second stanza & its line
    was long.

A third
</Verse>`,
  )
})

/** Commands beside each other, and what a part has of them. */
const commands: Readonly<Record<string, string>> = {
  'As \\citet{orr} says, it \\citep[see][p.~12]{orr,roe} rose.': 'As \\[@orr] says, it \\[see @orr; @roe, p.\u00A012] rose.\n',
  'One\\footnotemark{} and two\\footnotemark[7] here.\\footnotetext[7]{The seventh.}\\footnotetext{First words.}':
    'One[^first-words] and two[^seventh] here.\n\n[^first-words]: First words.\n\n[^seventh]: The seventh.\n',
  '\\begin{equation}\\label{a}x\\end{equation}\n\\begin{align}y\\nonumber\\\\z\\label{b}\\end{align}\nBy \\eqref{b} and (\\ref{a}).':
    '$$\nx \\qquad (1)\n$$\n\n$$\n\\begin{aligned}y\\\\z \\qquad (2) \\end{aligned}\n$$\n\nBy (2) and (1).\n',
  'He \\textquote[Orr]{said \\enquote{no}} twice.': 'He “said ‘no’” (Orr) twice.\n',
}

for (const [written, stands] of Object.entries(commands))
  test(`commands keep the words around them: ${written.split('\n').at(-1)}`, async () => {
    const { text } = await take(written)
    assert.equal(text, stands)
  })
