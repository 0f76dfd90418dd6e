import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { sourceFileSchema } from '../model/source-file.ts'
import { blankPage } from './page-ledger.ts'
import { readDocument } from './read-document.ts'
import { readYaml } from './yaml.ts'

const codesOf = (text: string) =>
  readDocument({ path: 'parts/one.mdx', text: `Words. ${text}\n` }, { kind: 'part', id: 'one', ledger: blankPage }, z.looseObject({})).diagnostics.map(
    ({ code }) => code,
  )

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
}

for (const [what, text] of Object.entries(attempts)) {
  test(`${what} cannot stand in a text`, () => assert.ok(codesOf(text).includes('html-unsafe'), codesOf(text).join()))
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
    const { diagnostics } = readYaml(`type: book\ntitle: The Lamp\nURL: ${address}\n`, sourceFileSchema, { file: 'sources/x.yaml', code: 'source-invalid' })
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['source-invalid'],
      address,
    )
  }
})
