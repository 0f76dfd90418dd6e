import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Root as HastRoot } from 'hast'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { z } from 'zod'
import type { DocumentFacts, ManuscriptFile } from '../../model/facts.ts'
import { readFiles } from '../files.ts'
import { blankPage } from '../ledger/page-ledger.ts'
import { attributesOf, childrenOf, isElement } from '../nodes.ts'
import { parseMdx } from '../parse.ts'
import { readDocument } from '../read-document.ts'
import { survey } from '../survey/survey.ts'
import { renderApparatus } from './render.ts'
import { treeOfText } from './tree-of-text.ts'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))
const names = readdirSync(fixtures, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))

for (const name of names) {
  const title = name.replaceAll('-', ' ')

  test(`prints the ids and numbers that were read: ${title}`, async () => {
    const file = await fixture(name)
    const tree = parse(file)
    const rendered = renderApparatus(tree, 'parts/input')
    assert.deepEqual(writtenInto(rendered), expectedFrom(factsOf(file)))
  })

  test(`Astro’s own pipeline prints them too: ${title}`, async () => {
    const file = await fixture(name)
    const facts = factsOf(file)
    const { anchors, references, notes } = expectedFrom(facts)
    const printed = await treeOfText(file, blankPage)
    assert.deepEqual(printedIn(printed), { anchors, references, notes, headings: facts.sections.map(({ id }) => id) })
  })

  test(`a new paragraph with a new note at the top moves no other address: ${title}`, async () => {
    const file = await fixture(name)
    const text = `${file.text.replace(/^---\r?\n[\s\S]*?^---\r?\n/mu, '$&\nNobody has written this before.[^new-at-the-top]\n')}\n\n[^new-at-the-top]: New.\n`
    const [before, after] = [file, { ...file, text }].map((version) => new Set(addressesOf(factsOf(version)))) as [Set<string>, Set<string>]
    assert.deepEqual([...before.difference(after)], [])
    assert.equal(after.size, before.size + 3)
  })
}

test('each line of a verse is one without styles too, with its indent, and emphasis goes on from line to line', () => {
  const text = '<Verse>\nIt was *one dry\n  year* and a\n<Term id="lamp"/>\n\n\tburned.\\\nOut.\n</Verse>'
  const [verse] = childrenOf(renderApparatus(parse({ path: 'parts/one.mdx', text }), 'parts/one').children[0] as Nodes)
  const told = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (node.type === 'break') return '/'
    const { hName, hProperties } = (node.data ?? {}) as { hName?: string; hProperties?: { className?: string[] } }
    const inside = childrenOf(node).map(told).join('')
    if (isElement(node)) return `<${node.name}>${inside}`
    return hName === 'span' ? `[${hProperties?.className?.slice(1) ?? ''}${inside}]` : node.type === 'emphasis' ? `*${inside}*` : inside
  }
  assert.deepEqual(childrenOf(verse as Nodes).map(told), ['[It was *one dry*/][indent-1*year* and a/][<Term>]', '[indent-1burned./][Out.]'])
})

test('a text begins with a large letter where paragraphs of three lines stand beside it', () => {
  const line = 'The lamp was lit at dusk, and the glass was cleaned before it was cold.'
  const isShort = (...blocks: string[]) => {
    const { children } = renderApparatus(parse({ path: 'parts/one.mdx', text: blocks.join('\n\n') }), 'parts/one')
    const properties = childrenOf(children[0] as Nodes).map(({ data }) => (data as { hProperties?: object } | undefined)?.hProperties ?? {})
    return properties.some((one) => 'data-short' in one)
  }
  const note = '[^n]: At six.'
  assert.ok(isShort('It was dark.', '## The lamp', line, line, line))
  assert.ok(isShort('## The lamp', `${line} It was dark.`, '- Oil'))
  assert.ok(isShort('It was dark.[^n]', note, '{/* More? */}', 'It was cold.', '<Table>\nOil\n\n| a |\n|--|\n| b |\n</Table>'))
  assert.ok(isShort('It was dark.'))
  assert.ok(!isShort(`${line} ${line} It was dark.`, '## The lamp'))
  assert.ok(!isShort('It was dark.[^n]', note, '{/* More? */}', line, '## The lamp'))
  assert.ok(!isShort('- Oil', '- Glass'))
})

test('a paragraph keeps its address when it is moved, and loses it when it is rewritten', () => {
  const [first, second, third] = ['The lamp was lit at dusk.', 'The glass was cleaned.', 'The oil ran out.']
  const keysOf = (...paragraphs: (string | undefined)[]) =>
    new Map(
      factsOf({ path: 'parts/one.mdx', text: paragraphs.join('\n\n') }).paragraphs.map(({ key, words }) => [JSON.stringify(words), key]),
    )
  const before = keysOf(first, second, third)
  const moved = keysOf(third, first, second)
  assert.deepEqual(new Map([...moved].sort()), new Map([...before].sort()))
  const rewritten = new Set(keysOf(first, 'The glass was broken.', third).values())
  assert.equal([...before.values()].filter((key) => rewritten.has(key)).length, 2)
})

test('a paragraph keeps its address when only its white space, its notes or its markup change', () => {
  const keyOf = (text: string) => factsOf({ path: 'parts/one.mdx', text }).paragraphs[0]?.key
  const key = keyOf('The lamp was lit at dusk.')
  assert.equal(keyOf('The lamp\nwas lit  at dusk.[^dusk]\n\n[^dusk]: At six.'), key)
  assert.equal(keyOf('The *lamp* was <Term id="light">lit</Term> at [dusk](/glossary/dusk/).'), key)
})

test('a link to a place on its own page leads there from the page of all notes as well', () => {
  const parsed = parse({
    path: 'parts/one.mdx',
    text: 'See [below](#lamp), [there](../two/#oil) and [else](https://example.org/#x).[^n]\n\n[^n]: [Here](#lamp).',
  })
  const tree = renderApparatus(parsed, 'parts/one')
  const links: string[] = []
  visit(tree, 'link', ({ url }) => void links.push(url))
  assert.deepEqual(links, ['/one/#lamp', '/two/#oil', 'https://example.org/#x', '/one/#lamp'])
})

test('components of a text are told in which document they stand', async () => {
  const text = 'The <Term id="keeper"/> of <CalendarDate julian="1899-02-01"/>.'
  const printed = await treeOfText({ path: 'content/glossary/lamp.mdx', text }, blankPage)
  assert.deepEqual(
    propertiesIn(printed).flatMap(({ document }) => document ?? []),
    ['glossary/lamp', 'glossary/lamp'],
  )
})

async function fixture(name: string): Promise<ManuscriptFile> {
  const file = (await readFiles(join(fixtures, name))).find(({ path }) => path === 'input.mdx')
  assert.ok(file)
  return file
}

function parse(file: ManuscriptFile): Root {
  const { tree } = parseMdx(file)
  assert.ok(tree)
  return tree
}

function factsOf(file: ManuscriptFile): DocumentFacts {
  const { facts } = readDocument(file, { kind: 'part', id: 'input', ledger: blankPage, language: 'en' }, z.looseObject({}))
  assert.ok(facts)
  return facts
}

type Apparatus = { anchors: string[]; references: string[]; notes: string[]; components: string[] }

function expectedFrom({ paragraphs, references, notes, citations, mentions, dates }: DocumentFacts): Apparatus {
  const numbers = new Map(notes.map(({ id, number }) => [id, number]))
  return {
    anchors: paragraphs.map(({ key, number }) => `${number}: p-${key}`),
    references: references.map(({ note, ordinal }) => `${numbers.get(note)}: ref-${note}-${ordinal}`),
    notes: notes.map(({ id, number }) => `${number}: note-${id}, ${references.filter(({ note }) => note === id).length}`),
    components: [
      ...citations.flatMap(({ kind, source, ordinal, cluster }) =>
        cluster !== undefined ? [] : [kind === 'quotation' ? `quote-${ordinal}` : `cite-${source}-${ordinal}`],
      ),
      ...new Set(citations.flatMap(({ cluster }) => (cluster === undefined ? [] : [`cluster-${cluster}`]))),
      ...mentions.flatMap(({ kind, term, ordinal }) => (kind === 'word' ? [`term-${term}-${ordinal}`] : [])),
      ...dates.map(({ ordinal }) => `date-${ordinal}`),
    ].sort(),
  }
}

/** What {@link renderApparatus} wrote into a tree, in the order of the page. */
function writtenInto(tree: Root): Apparatus {
  const found: Apparatus = { anchors: [], references: [], notes: [], components: [] }
  let anchors = 0
  visit(tree, (node: Nodes) => {
    const { id, 'data-paragraph': number } = (node.data as { hProperties?: Record<string, string> } | undefined)?.hProperties ?? {}
    if (number !== undefined) found.anchors.push(`${number}: ${id}`)
    if (number !== undefined) anchors++
    if (!isElement(node)) return
    const props = attributesOf(node)
    if (props.anchor !== undefined) found.anchors.push(`${++anchors}: ${props.anchor}`)
    if (node.name === 'FootnoteRef') found.references.push(`${props.number}: ref-${props.note}-${props.ordinal}`)
    else if (node.name === 'Footnote') found.notes.push(`${props.number}: note-${props.id}, ${props.references}`)
    else if (node.name === 'Quotation' || node.name === 'Epigraph') found.components.push(`quote-${props.ordinal}`)
    else if (node.name === 'CitationCluster') found.components.push(`cluster-${props.ordinal}`)
    else if (node.name === 'Source') found.components.push(`cite-${props.id}-${props.ordinal}`)
    else if (node.name === 'Term') found.components.push(`term-${props.id}-${props.ordinal}`)
    else if (node.name === 'CalendarDate') found.components.push(`date-${props.ordinal}`)
  })
  found.components.sort()
  return found
}

/** The properties of every element and component that is printed, with its name, in the order of the page. */
function propertiesIn(tree: HastRoot): Record<string, string | undefined>[] {
  const found: Record<string, string>[] = []
  visit(tree, (node) => {
    if (node.type === 'element') found.push({ ...(node.properties as Record<string, string>), tag: node.tagName })
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    const attributes = node.attributes.map((one) => (one.type === 'mdxJsxAttribute' ? [one.name, String(one.value)] : []))
    found.push({ ...Object.fromEntries(attributes), tag: node.name ?? '' })
  })
  return found
}

/** Before the first plugin of ours MDX takes the paragraph away from around components that stand alone in it. */
function printedIn(tree: HastRoot): Omit<Apparatus, 'components'> & { headings: string[] } {
  const all = propertiesIn(tree)
  const of = (name: string) => all.filter(({ tag }) => tag === name)
  return {
    anchors: all.flatMap(({ id, anchor = id }) => (/^p-[0-9a-z]+$/u.test(anchor ?? '') ? [anchor] : [])).map((id, i) => `${i + 1}: ${id}`),
    references: of('FootnoteRef').map(({ note, number, ordinal }) => `${number}: ref-${note}-${ordinal}`),
    notes: of('Footnote').map(({ id, number, references }) => `${number}: note-${id}, ${references}`),
    headings: all.flatMap(({ tag, id = '' }) => (/^h[1-6]$/u.test(tag ?? '') ? [id] : [])),
  }
}

function addressesOf({ paragraphs, references, notes, sections }: DocumentFacts): string[] {
  return [
    ...paragraphs.map(({ key }) => `p-${key}`),
    ...references.map(({ note, ordinal }) => `ref-${note}-${ordinal}`),
    ...notes.map(({ id }) => `note-${id}`),
    ...sections.map(({ id }) => id),
  ]
}

test('ids that were published and are gone become anchors where their passages are', () => {
  const text =
    'One.\n\n- Two.\n\n| a |\n|---|\n| b |\n\n## Three [#three]\n\n<Quotation source="x">\nFour.\n</Quotation>\n\nFive.[^new]\n\n[^new]: Note.\n'
  const parsed = parse({ path: 'input.mdx', text })
  const keys = survey(parsed).paragraphs.map(({ key }) => key)
  const [one, two, table, quotation] = keys
  const moved = new Map([
    ['p-old-one', `p-${one}`],
    ['p-old-two', `p-${two}`],
    ['p-old-table', `p-${table}`],
    ['p-old-quotation', `p-${quotation}`],
    ['old-three', 'three'],
    ['note-old', 'note-new'],
  ])
  const tree = renderApparatus(parsed, 'parts/input', {
    recorded: [],
    taken: [],
    moved,
    sections: new Set(),
    references: new Map([['old', 2]]),
  })
  const hosts: Record<string, string> = {}
  const read = (node: Nodes, host: string) => {
    const id = (node.data as { hProperties?: { id?: string; className?: string[] } } | undefined)?.hProperties
    if (id?.className?.[0] === 'former') hosts[String(id.id)] = host
    if (isElement(node))
      for (const former of String(attributesOf(node).former ?? '')
        .split(' ')
        .filter(Boolean))
        hosts[former] = node.name ?? ''
    for (const child of childrenOf(node)) read(child, node.type)
  }
  read(tree, '')
  assert.deepEqual(hosts, {
    'p-old-one': 'paragraph',
    'p-old-two': 'paragraph',
    'p-old-table': 'tableCell',
    'p-old-quotation': 'Quotation',
    'old-three': 'heading',
    'ref-old-1': 'FootnoteRef',
    'note-old': 'Footnote',
    'ref-old-2': 'Footnote',
  })
})
