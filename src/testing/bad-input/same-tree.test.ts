import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createProcessor } from '@mdx-js/mdx'
import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { z } from 'zod'
import { isComment } from '../../manuscript/data-only.ts'
import { readFiles } from '../../manuscript/files.ts'
import { blankPage } from '../../manuscript/ledger/page-ledger.ts'
import { findTooLong } from '../../manuscript/length.ts'
import { parseMdx } from '../../manuscript/parse.ts'
import { readDocument } from '../../manuscript/read-document.ts'
import { remarkData } from '../../manuscript/render/render-safely.ts'
import { treeOfText } from '../../manuscript/render/tree-of-text.ts'
import { survey } from '../../manuscript/survey/survey.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { mutate, mutations } from './mutations.ts'

const project = fileURLToPath(new URL('../../../', import.meta.url))
/** All but those that are not read for their length. */
const textsIn = async (folder: string) => (await readFiles(join(project, folder))).filter((file) => isText(file) && !findTooLong(file))
const isText = ({ path }: ManuscriptFile) => path.endsWith('.mdx')

for (const folder of ['content', 'e2e/tiny-series', 'src/manuscript/fixtures', 'src/diagnostics/fixtures']) {
  test(`both passes see the same in every text of ${folder}`, async () => {
    const texts = await textsIn(folder)
    assert.ok(texts.length > 5)
    for (const text of texts) await compareReadings(text)
  })
}

test('both passes see the same in 150 texts with something wrong', async () => {
  const files = await textsIn('src/manuscript/fixtures')
  const before = new Set(files.map(({ text }) => text))
  const changed = fc
    .sample(mutations, { seed: 1921, numRuns: 500 })
    .flatMap((steps) => mutate(files, steps).filter(({ path, text }) => path.endsWith('.mdx') && !before.has(text)))
    // A longer one is only read longer, or not at all.
    .filter((file) => file.text.length < 10_000 && !findTooLong(file))
    .slice(0, 150)
  assert.equal(changed.length, 150)
  for (const text of changed) await compareReadings(text)
  for (const text of changed.slice(0, 80)) await comparePrints(text)
})

test('what is printed of a text is the same with the tree of either pass', async () => {
  for (const folder of ['e2e/tiny-series', 'src/manuscript/fixtures']) for (const text of await textsIn(folder)) await comparePrints(text)
})

async function compareReadings(file: ManuscriptFile) {
  const rendered = await treeToRender(file)
  if ('refused' in rendered) {
    const refusals = errorsOf(file)
    assert.ok(refusals.includes(withoutColumn(rendered.refused)), `${rendered.refused}\nis not among\n${refusals.join('\n')}`)
    return
  }
  const { tree: read } = parseMdx(file)
  assert.ok(read, file.path)
  assert.deepEqual(nodesOf(rendered), nodesOf(read), file.path)
  assert.deepEqual(idsIn(rendered), idsIn(read), file.path)
}

async function comparePrints(file: ManuscriptFile) {
  const { surveyed, diagnostics } = readAsOne(file)
  // No other is printed.
  if (diagnostics.some(isError)) return
  assert.ok(surveyed, file.path)
  const one = { ...file, path: 'parts/one.mdx' }
  const printed = await treeOfText(one, blankPage)
  assert.deepEqual(await treeOfText(one, blankPage, structuredClone(surveyed)), printed, file.path)
  assert.deepEqual(await treeOfText(one, blankPage, surveyed), printed, file.path)
}

const readAsOne = (file: ManuscriptFile) =>
  readDocument(file, { kind: 'part', id: 'one', ledger: blankPage, language: 'en' }, z.looseObject({}))

const isError = ({ severity }: { readonly severity: string }) => severity === 'error'

/** The errors that the reading pass finds, as the render pass words them. */
function errorsOf(file: ManuscriptFile): string[] {
  const errors = readAsOne(file).diagnostics.filter(isError)
  return errors.map(({ span: { start }, message }) => withoutColumn(`${file.path}:${start.line}:${start.column}: ${message}`))
}

/** Where the parser of expressions runs out of stack among five thousand brackets depends on who calls it. */
const withoutColumn = (refusal: string) => refusal.replace(/^([^:]+:\d+):\d+/u, '$1')

let captured: Root | undefined
const capture = () => (tree: Root) => {
  captured = tree
  throw new Error('captured')
}

const processor = createProcessor({ remarkPlugins: [remarkData, capture] })

/** What MDX has made of a text when it comes to the second of our plugins; the rest is spared. */
async function treeToRender({ path, text }: ManuscriptFile): Promise<Root | { readonly refused: string }> {
  captured = undefined
  const error = await processor.process({ path, value: text }).then(
    () => undefined,
    (reason: Error) => reason,
  )
  return captured ?? { refused: error?.message ?? 'nothing at all' }
}

/** Every node with its kind, place and fields, in the order of the text. */
function nodesOf(tree: Root): unknown[] {
  const nodes: unknown[] = []
  visit(tree, (node: Nodes) => {
    const { children: _, data: __, ...fields } = node as Nodes & { children?: unknown; data?: unknown }
    nodes.push(
      JSON.stringify(
        isComment(node) || fields.type === 'mdxFlowExpression' || fields.type === 'mdxTextExpression' ? { ...fields, value: '' } : fields,
      ),
    )
  })
  return nodes
}

/** What a survey gives out: ids, keys, numbers and where they belong. */
function idsIn(tree: Root): unknown {
  const { headings, paragraphs, notes, references, components } = survey(tree)
  return {
    headings: headings.map(({ id, node }) => [id, node.position]),
    paragraphs: paragraphs.map(({ key, number, section, node }) => [key, number, section, node.type, node.position]),
    notes: notes.map(({ id, number, definition }) => [id, number, definition.position]),
    references: references.map(({ note, number, ordinal, spot, node }) => [note, number, ordinal, spot, node.position]),
    components: components.map(({ ordinal, spot, isFirst, cluster, node }) => [node.name, ordinal, spot, isFirst, cluster, node.position]),
  }
}
