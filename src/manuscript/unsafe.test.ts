import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { z } from 'zod'
import { sourceFileSchema } from '../model/files/source-file.ts'
import { blankPage } from './ledger/page-ledger.ts'
import { readDocument } from './read-document.ts'
import { treeOfText } from './render/tree-of-text.ts'
import { readYaml } from './yaml/yaml.ts'

const file = (text: string) => ({ path: 'parts/one.mdx', text: `---\ntitle: The lamp\n---\n\nWords. ${text}\n` })

const read = (text: string) => readDocument(file(text), { kind: 'part', id: 'one', ledger: blankPage, language: 'en' }, z.looseObject({}))

const diagnosticsOf = (text: string) => read(text).diagnostics

const codesOf = (text: string) => diagnosticsOf(text).map(({ code }) => code)

const attempts: Record<string, string> = {
  'a script': '<script>alert(1)</script>',
  'an HTML tag with a handler': '<b onclick="alert(1)">words</b>',
  'a picture with a handler': '<img src="x" onerror="alert(1)"/>',
  'a frame': '<iframe src="https://example.org"/>',
  'a tag without a name': '<>words</>',
  'an expression': '{alert(1)}',
  'an expression as a property': '<Foreign lang={alert(1)}>words</Foreign>',
  'properties from an expression': '<Foreign {...alert(1)}>words</Foreign>',
  'an import': '\n\nimport x from "y"\n',
  'an export': '\n\nexport const x = alert(1)\n',
  'a link': '[words](javascript:alert(1))',
  'a link in capitals': '[words](JaVaScRiPt:alert(1))',
  'a link with an entity': '[words](&#106;avascript:alert(1))',
  'a link with a named entity': '[words](javascript&colon;alert(1))',
  'a link with a tab': '[words](<java\tscript:alert(1)>)',
  'a link with an encoded line end': '[words](java&#10;script:alert(1))',
  'a link after encoded blanks': '[words](<&#32;&#9;javascript:alert(1)>)',
  'a definition': '[words][x]\n\n[x]: javascript:alert(1)',
  'a definition on the next line': '[words][x]\n\n[x]:\n  javascript:alert(1)',
  'a link that carries a page': '[words](data:text/html;base64,PHNjcmlwdD4=)',
  'a link in VBScript': '[words](vbscript:msgbox)',
  'an expression between two comments': '{/* a */ alert(1) /* b */}',
  'an expression after a comment on a line of its own': '\n\n{// a\nalert(1)\n}\n',
  'an expression behind a line separator that ends a comment': '{// a\u2028alert(1)\n}',
  'an expression behind a comment that only seems open': '{/* a *\\/ */ alert(1)}',
  'an expression between comments of HTML': '{/*<!--*/ alert(1) /*-->*/}',
  'a template literal': `{\`\${alert(1)}\`}`,
  'a template literal without anything in it': '{``}',
  'a string in braces': '{"words"}',
  'an assignment': '{x = alert(1)}',
  'an object in braces': '{{ a: alert(1) }}',
  'a function that is called': '{(() => { alert(1) })()}',
  'an import while it is evaluated': '{import("node:fs")}',
  'an element in braces': '{<b>{alert(1)}</b>}',
  'braces with nothing in them': '{}',
  'an expression in a list': '\n\n- words\n  - {alert(1)}\n',
  'an expression in a quotation': '\n\n> > words {alert(1)}\n',
  'an expression in a cell of a table': '\n\n| a | b |\n|---|---|\n| {alert(1)} | c |\n',
  'an expression in the head of a table': '\n\n| {alert(1)} | b |\n|---|---|\n',
  'a cell of HTML in a table with a caption': '\n\n<Table>\nWords <td onclick="alert(1)">x</td>\n\n| a |\n|---|\n</Table>\n',
  'an expression in a verse': '\n\n<Verse>\n{alert(1)}\n</Verse>\n',
  'an expression in a heading': '\n\n## Words {alert(1)} [#words]\n',
  'an expression in the id of a heading': '\n\n## Words [#{alert(1)}]\n',
  'an expression in a note': '[^n]\n\n[^n]: Words {alert(1)}.\n',
  'an expression in a second paragraph of a note': '[^n]\n\n[^n]: Words.\n\n    Words {alert(1)}.\n',
  'an expression in the words of a link': '[{alert(1)}](/two/)',
  'an expression in emphasis': '**_{alert(1)}_**',
  'an expression in a component': '<Foreign lang="ru">{alert(1)}</Foreign>',
  'an expression in a component that is a block': '\n\n<Quotation source="x">\n{alert(1)}\n</Quotation>\n',
  'an expression as a property of a block': '\n\n<Quotation source={alert(1)}>\nwords\n</Quotation>\n',
  'a template literal as a property': '<Foreign lang={`ru`}>words</Foreign>',
  'a string in braces as a property': '<Foreign lang={"ru"}>words</Foreign>',
  'properties spread between comments': '<Foreign {/* a */...alert(1)/* b */}>words</Foreign>',
  'an expression in a tag without a name': '<>{alert(1)}</>',
  'an import of a side effect': '\n\nimport "node:fs"\n',
  'an import after blank lines and a comment': '\n\n{/* a */}\n\n\nimport x from "y"\n',
  'several imports': '\n\nimport x from "y"\nimport * as z from "z"\n',
  'an export of a default': '\n\nexport default ({ children }) => children\n',
  'an export from elsewhere': '\n\nexport * from "node:fs"\n',
  'an export of components': '\n\nexport const components = { p: alert }\n',
  'an export of the front matter': '\n\nexport const frontmatter = { layout: "x" }\n',
  'a script over several lines': '\n\n<script>\n  words\n</script>\n',
  'a style': '\n\n<style>\n  words\n</style>\n',
  'a picture as HTML': '<img src="./tower.svg"/>',
  'the element of Astro’s pictures': '<astro-image src="./tower.svg"/>',
  'a template': '<template>words</template>',
  'a link as HTML': '<a href="javascript:alert(1)">words</a>',
}

/** What is refused for another reason than what it would do. */
const otherwise: Record<string, string> = {
  'an element as a property': '<Foreign lang=<b/>>words</Foreign>',
  'properties spread over several lines': '<Foreign\n{\n...alert(1)\n}\n>words</Foreign>',
  'a member of an object as a component': '<process.exit/>',
  'a member of a component': '<Term.constructor id="lamp"/>',
  'a component with a namespace': '<Term:x id="lamp"/>',
  'a property of every object as a component': '<__proto__/>',
  'a component of the program’s own': '<PartText>words</PartText>',
  'a component that the program puts in': '<FootnoteRef note="x" number="1" ordinal="1"/>',
  'a fragment by its name': '<Fragment set:html="words"/>',
  'HTML as a property': '<Foreign lang="ru" set:html="words"/>',
  'a component for the browser': '<Foreign lang="ru" client:load>words</Foreign>',
  'a component for the browser only': '<Foreign lang="ru" client:only="x">words</Foreign>',
  'a component put off': '<Foreign lang="ru" server:defer>words</Foreign>',
  'the number of another component': '<Term id="lamp" ordinal="7"/>',
  'an address as an id': '<Term id="../../etc/passwd"/>',
  'a line end in an id': '<Term id="a&#10;b"/>',
  'a comment of HTML': '<!-- words -->',
  'an instruction': '<?php words ?>',
  'a declaration': '<!DOCTYPE html>',
  'raw characters': '<![CDATA[words]]>',
  'a comment that does not end': '{/* words }',
  'code that is none': '{alert(}',
  'a picture': '![words](../../../../etc/passwd)',
  'a picture of the manuscript': '![words](./tower.svg)',
  'a picture with a question': '![words](./tower.svg?raw)',
  'a module of Astro as a picture': '![](astro:config)',
  'a module of Node as a picture': '![words](node:fs)',
  'a program as a picture': '![words](data:text/javascript,alert%281%29)',
  'a picture by a definition': '![words][x]\n\n[x]: ./tower.svg\n',
  'a picture whose address is broken': '![words](%E0%A4%A)',
}

for (const [what, text] of [...Object.entries(attempts), ...Object.entries(otherwise)]) {
  test(`${what} is found by the reading pass`, () => {
    const errors = diagnosticsOf(text).filter(({ severity }) => severity === 'error')
    assert.ok(errors.length > 0)
    assert.ok(what in otherwise || errors.some(({ code }) => code === 'html-unsafe'), errors.map(({ code }) => code).join())
  })

  test(`${what} stops the render pass by itself, at its place`, async () => {
    await assert.rejects(treeOfText(file(text), blankPage), { message: /^parts\/one\.mdx:[1-9]\d*:[1-9]\d*: \S/u })
  })

  test(`${what} stops it with the tree of the reading pass too`, async () => {
    const { surveyed, diagnostics } = read(text)
    assert.ok(surveyed)
    const printed = treeOfText(file(text), blankPage, surveyed)
    // Of a text that is no MDX the pass has read what could be.
    if (diagnostics.some(({ code }) => code === 'mdx-syntax')) await printed.then(assertIsData, () => {})
    else await assert.rejects(printed, { message: /^parts\/one\.mdx:[1-9]\d*:[1-9]\d*: \S/u })
  })
}

/** What sounds like an order to a program on the way, and is words. */
const words: Record<string, string> = {
  'a comment': '{/* words */} words',
  'a comment on its line': '\n\n{/* words */}\n\n{// words\n}\n',
  'a comment that names the source of elements': '{/* @jsxImportSource data:text/javascript,alert%281%29 */} words',
  'a comment that names the function for elements': '\n\n{/** @jsxRuntime classic @jsx alert @jsxFrag alert */}\n\nwords',
  'a comment that names a map': '{/*# sourceMappingURL=file:///etc/passwd */} words',
  'the name of the function that is exported': 'export default function MDXContent and export default function',
  'the name of Astro’s flag for pictures': '__usesAstroImage, __AstroImage__ and `export const Content = 1`',
  'JavaScript in code': '`{alert(1)}` and\n\n```js\nimport x from "y"\nexport default {alert}\n```\n',
  'JavaScript beside code': '\n\n```js {1,3} layout="x" set:html={alert(1)}\nwords\n```\n',
  'braces that are escaped': '\\{alert(1)\\} and &#123;alert(1)&#125;',
  'line ends of JavaScript': 'one\u2028two\u2029three',
  'quotation marks and back strokes': '\\` \\\\ " \' $\\{alert(1)\\}',
  'a second front matter': '\n\n---\nlayout: "data:text/javascript,alert(1)"\n---\n',
}

for (const [what, text] of Object.entries(words)) {
  test(`${what} stays words in what is printed of a text`, async () => assertIsData(await treeOfText(file(text), blankPage)))
}

/** Texts that begin as Astro’s own reader of front matter expects it. */
const layout = 'layout: "data:text/javascript,alert(1)"'
const beginnings: Record<string, string> = {
  'a second block': `---\ntitle: A\n---\n---\n${layout}\n---\n\nWords.\n`,
  'a second block after blank lines': `---\ntitle: A\n---\n\n \t\n---\n${layout}\n---\n\nWords.\n`,
  'a second block in TOML': `---\ntitle: A\n---\n\n+++\nlayout = "x"\n+++\n\nWords.\n`,
  'a block after a blank line': `\n---\n${layout}\n---\n\nWords.\n`,
  'a block after a form feed': `\f\n---\n${layout}\n---\n\nWords.\n`,
  'a block after a mark of byte order': `\uFEFF---\n${layout}\n---\n\nWords.\n`,
  'a block in TOML': `+++\nlayout = "x"\n+++\n\nWords.\n`,
  'a block that ends in a line of its own words': `---\ntitle: A\n--- words\n${layout}\n---\n\nWords.\n`,
  'a block with line ends of Windows': `---\r\ntitle: A\r\n---\r\n---\r\n${layout}\r\n---\r\n\r\nWords.\r\n`,
  'a layout in the one block': `---\n${layout}\n---\n\nWords.\n`,
  'a block that is no YAML': '---\ntitle: A\n---\n---\n: [ {\n---\n\nWords.\n',
}

for (const [what, text] of Object.entries(beginnings)) {
  test(`${what} gives the render pass no front matter`, async () => {
    const printed = treeOfText({ path: 'parts/one.mdx', text }, blankPage)
    const tree = await printed.catch((error: Error) => void assert.match(error.message, /^parts\/one\.mdx:\d+:\d+: \S/u))
    if (tree) assertIsData(tree)
  })
}

test('fields between fences that are no front matter are found, each where it begins', () => {
  const placesOf = (text: string) =>
    readDocument(
      { path: 'pages/about.mdx', text },
      { kind: 'page', id: 'about', ledger: blankPage, language: 'en' },
      z.looseObject({}),
    ).diagnostics.flatMap(({ code, span }) => (code === 'front-matter-misplaced' ? [`${span.start.line}:${span.start.column}`] : []))
  assert.deepEqual(placesOf('---\ntitle: A\n---\n---\nlayout: x\n---\n\nWords.\n'), ['4:1'])
  assert.deepEqual(placesOf('---\r\ntitle: A\r\n---\r\n\r\n---\r\nlayout: x\r\n---\r\n'), ['5:1'])
  assert.deepEqual(placesOf('\n ---\nlayout: x\n---\n'), ['2:2'])
  assert.deepEqual(placesOf('+++\nlayout = "x"\n+++\n'), ['1:1'])
  assert.deepEqual(placesOf('---\ntitle: A\n---\n\n---\n\nWords.\n\n---\n\nMore: words.\n'), [])
})

/** Elements, words and names of components with strings, and nothing with a program in it. */
function assertIsData(tree: Root) {
  const kinds = new Set<string>()
  visit(tree, (node) => {
    kinds.add(node.type)
    for (const { type, value } of 'attributes' in node ? node.attributes : [])
      assert.ok(type === 'mdxJsxAttribute' && typeof value === 'string')
    assert.ok(!('data' in node))
  })
  assert.deepEqual([...kinds.difference(new Set(['root', 'element', 'text', 'mdxJsxFlowElement', 'mdxJsxTextElement']))], [])
  assert.deepEqual(JSON.parse(JSON.stringify(tree)), tree)
}

test('a handler on a component is a property it does not have', () => {
  assert.deepEqual(codesOf('<Foreign lang="ru" onclick="alert(1)">words</Foreign>'), ['prop-unknown'])
  assert.deepEqual(codesOf('<Foreign lang="ru" __proto__="x">words</Foreign>'), ['prop-unknown'])
})

test('an address between pointed brackets is no link of MDX', () => {
  assert.deepEqual(codesOf('<javascript:alert(1)>'), ['mdx-syntax'])
})

test('an address in YAML begins with http', () => {
  for (const address of ['javascript:alert(1)', 'data:text/html,x', '" https://x"', '"java\\tscript:alert(1)"', 'https://x" onclick="y']) {
    const { diagnostics } = readYaml(`type: book\ntitle: The Lamp\nURL: ${address}\n`, sourceFileSchema, {
      file: 'sources/x.yaml',
      code: 'source-invalid',
    })
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['source-invalid'],
      address,
    )
  }
})
