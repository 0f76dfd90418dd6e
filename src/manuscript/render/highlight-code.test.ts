import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Root } from 'hast'
import { rehypeCode } from './highlight-code.ts'

const box = (language: string, value: string): Root => ({
  type: 'root',
  children: [
    {
      type: 'element',
      tagName: 'pre',
      properties: {},
      children: [
        { type: 'element', tagName: 'code', properties: { className: [`language-${language}`] }, children: [{ type: 'text', value }] },
      ],
    },
  ],
})

const plugin = rehypeCode.call({} as never) as (tree: Root) => Promise<void>

/** The code as it is marked: `keyword(def) f`. */
async function marked(language: string, text: string): Promise<string> {
  const tree = box(language, text)
  await plugin(tree)
  const told = (node: Root | Root['children'][number]): string => {
    if (node.type === 'text') return node.value
    const inside = 'children' in node ? node.children.map(told).join('') : ''
    return node.type === 'element' && node.tagName === 'span' ? `${String(node.properties.className).slice(5)}(${inside})` : inside
  }
  return told(tree)
}

test('words of code are marked by what they are, and stay as they are typed', async () => {
  assert.equal(
    await marked('python', 'def lit(lamp):\n  return "oil"  # at dusk\n'),
    'keyword(def) name(lit)(lamp):\n  keyword(return) string("oil")  comment(# at dusk)\n',
  )
  assert.equal(await marked('yaml', 'title: The lamp # a name\n'), 'keyword(title): string(The lamp) comment(# a name)\n')
})

test('names of languages may have capitals; what nobody knows, and what is too long, is left as it is', async () => {
  assert.equal(await marked('JSON', '{ "oil": true }'), '{ keyword("oil"): string(true) }')
  assert.equal(await marked('lampish', 'if oil'), 'if oil')
  const long = `x = "${'oil '.repeat(20_000)}"`
  assert.equal(await marked('python', long), long)
})

test('a text says nothing to the page by its code', async () => {
  assert.equal(await marked('html', '<b onclick="x">'), '<keyword(b) onclick=string("x")>')
})
