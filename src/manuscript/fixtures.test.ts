import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { printDiagnostics } from '../diagnostics/print.ts'
import type { DocumentFacts, DocumentKind, ManuscriptFile, Span } from '../model/facts.ts'
import { readFiles } from './files.ts'
import { blankPage } from './ledger/page-ledger.ts'
import { readDocument } from './read-document.ts'

/**
 * Each folder of `fixtures/` is a construct: what a writer types (`input.mdx`), the facts that are read from it and the
 * messages that are printed. With `UPDATE_FIXTURES=1` the last two are written; read them before you keep them.
 */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))
const isUpdate = process.env.UPDATE_FIXTURES === '1'

for (const { name } of readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const folder = join(fixtures, name)

  test(`reads ${name.replaceAll('-', ' ')}`, async () => {
    const [input] = (await readFiles(folder)).filter(({ path }) => path === 'input.mdx')
    assert.ok(input)
    const { facts, messages } = read(input, kindOf(folder))
    if (isUpdate) {
      writeFileSync(join(folder, 'facts.json'), facts)
      writeFileSync(join(folder, 'messages.txt'), messages)
    }
    assert.deepEqual(JSON.parse(facts), JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')))
    assert.equal(messages, readFileSync(join(folder, 'messages.txt'), 'utf8'))
  })
}

test('a file means the same with the line ends of Windows', async () => {
  const [file] = (await readFiles(join(fixtures, 'windows-line-ends'))).filter(({ path }) => path === 'input.mdx')
  assert.ok(file)
  assert.match(file.text, /\r\n/)
  assert.equal(read({ ...file, text: file.text.replaceAll('\r\n', '\n') }, 'part').facts, read(file, 'part').facts)
})

function read(file: ManuscriptFile, kind: DocumentKind): { facts: string; messages: string } {
  const { facts, diagnostics } = readDocument(file, { kind, id: 'input', ledger: blankPage, language: 'en' }, z.looseObject({}))
  assert.ok(facts)
  return { facts: printFacts(facts), messages: diagnostics.length === 0 ? '' : `${printDiagnostics(diagnostics, [file], 'content')}\n` }
}

function kindOf(folder: string): DocumentKind {
  const file = join(folder, 'kind.txt')
  return existsSync(file) ? z.enum(['part', 'term', 'page']).parse(readFileSync(file, 'utf8').trim()) : 'part'
}

/** One fact a line, spans as `3:5-3:12`, lists of nothing left out. */
function printFacts(facts: DocumentFacts): string {
  const print = (value: unknown) => JSON.stringify(value, (_, part) => (isSpan(part) ? printSpan(part) : part))
  const fields = Object.entries(facts).flatMap(([field, fact]) => {
    const value = fact instanceof Map ? [...fact] : fact
    if (!Array.isArray(value)) return [`  "${field}": ${print(value)}`]
    return value.length === 0 ? [] : [`  "${field}": [\n${value.map((fact) => `    ${print(fact)}`).join(',\n')}\n  ]`]
  })
  return `{\n${fields.join(',\n')}\n}\n`
}

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'start' in value && 'end' in value

const printSpan = ({ start, end }: Span) => `${start.line}:${start.column}-${end.line}:${end.column}`
