import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readFiles } from '../manuscript/files.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { buildSeries } from '../series/build-series.ts'
import { type Code, catalog } from './catalog.ts'
import type { Diagnostic } from './diagnostic.ts'
import { printDiagnostics } from './print.ts'

/**
 * `fixtures/_base` is a miniature series without mistakes. Each other folder is named for a code and holds only the
 * files that are different in it (`remove.txt` lists those taken away, `faults.json` things that no repository can carry to
 * every disk: links, pipes, what is too large) and the report that is printed. With
 * `UPDATE_FIXTURES=1` the reports are written; read them before you keep them.
 */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))
const base = await readFiles(join(fixtures, '_base'))
const codes = readdirSync(fixtures).filter((name) => name !== '_base')
const isUpdate = process.env.UPDATE_FIXTURES === '1'

test('the miniature series has no mistake', () => {
  const { series, diagnostics } = buildSeries(base)
  assert.deepEqual(diagnostics, [])
  assert.ok(series)
})

test('every mistake the program can find has a fixture', () => {
  assert.deepEqual([...codes].sort(), Object.keys(catalog).sort())
})

const cases = await Promise.all(
  codes.map(async (code) => {
    const files = await manuscriptOf(code)
    return { code, files, diagnostics: buildSeries(files).diagnostics }
  }),
)

for (const { code, files, diagnostics } of cases) {
  test(`finds ${code} and nothing else, and says so`, () => {
    const report = `${printDiagnostics(diagnostics, files, 'content')}\n`
    const expected = join(fixtures, code, 'messages.txt')
    if (isUpdate) writeFileSync(expected, report)
    assert.deepEqual([...new Set(diagnostics.map((diagnostic) => diagnostic.code))], [code])
    assert.equal(report, readFileSync(expected, 'utf8'))
  })
}

test('the list of messages is up to date: for every code its rule and how it is told', () => {
  const list = printList(cases)
  const file = join(fixtures, '..', 'messages.md')
  if (isUpdate) writeFileSync(file, list)
  assert.equal(readFileSync(file, 'utf8'), list)
})

function printList(all: typeof cases): string {
  const entries = all.map(({ code, files, diagnostics }) => {
    const { severity, rule } = catalog[code as Code]
    const [example = ''] = printDiagnostics(diagnostics.slice(0, 1), files, 'content').split('\n\n')
    return `## ${code}\n\n${severity === 'error' ? 'Error' : 'Warning'}. ${rule}\n\n\`\`\`\n${example}\n\`\`\`\n`
  })
  return `# Messages\n\nWhat the program can find wrong in a manuscript, each with the rule behind it and one example. An error stops the build and\nleaves the last site as it is. A warning does not; it can be answered in place with a reason: \`{/* allow its-name: the reason */}\`\nbefore the line in a text, \`# allow its-name: the reason\` in YAML.\n\n${entries.join('\n')}`
}

const suggested = cases.flatMap(({ files, diagnostics }) =>
  diagnostics.flatMap((diagnostic) => correctionsOf(diagnostic).map((correction) => ({ files, diagnostics, diagnostic, correction }))),
)

for (const { files, diagnostics, diagnostic, correction } of suggested) {
  test(`“${correction.proposed}” is what was meant: ${diagnostic.message}`, () => {
    const before = identities(diagnostics)
    const after = identities(buildSeries(correction.apply(files)).diagnostics)
    assert.equal(after.length, before.length - 1)
    assert.equal(after.includes(`${diagnostic.code} ${diagnostic.message}`), false)
  })
}

test('every code that can suggest a correction is tested for one', () => {
  const withNearest = Object.entries(catalog).flatMap(([code, { remedy }]) => (/\bnearest\b/.test(remedy.toString()) ? [code] : []))
  assert.deepEqual([...new Set(suggested.map(({ diagnostic }) => diagnostic.code))].sort(), withNearest.sort())
})

async function manuscriptOf(code: string): Promise<ManuscriptFile[]> {
  const folder = join(fixtures, code)
  const changed = (await readFiles(folder)).filter(({ path }) => !['messages.txt', 'remove.txt', 'faults.json'].includes(path))
  const faults: ManuscriptFile[] = existsSync(join(folder, 'faults.json'))
    ? JSON.parse(readFileSync(join(folder, 'faults.json'), 'utf8'))
    : []
  const removal = join(folder, 'remove.txt')
  const removed = existsSync(removal) ? readFileSync(removal, 'utf8').split('\n') : []
  const replaced = new Set([...changed.map(({ path }) => path), ...removed])
  return [...base.filter(({ path }) => !replaced.has(path)), ...changed, ...faults].sort((a, b) => (a.path < b.path ? -1 : 1))
}

type Correction = { readonly proposed: string; readonly apply: (files: readonly ManuscriptFile[]) => ManuscriptFile[] }

/** What a message asks the writer to change, read from its words as the writer reads them. */
function correctionsOf(diagnostic: Diagnostic): Correction[] {
  const { message, remedy } = diagnostic
  const meant = /^Did you mean “<?([^”>]*)>?”/u.exec(remedy)?.[1]
  const written = [...message.matchAll(/“([^”]*)”|<(\w+)>/gu)].flatMap(([, quoted, component]) => quoted ?? component ?? [])
  const line = /^ *If it is “.*” now, write under “retired”: (.*)$/mu.exec(remedy)?.[1]
  const mark = /write “(\[#.*?\])” after the heading/u.exec(remedy)?.[1]
  return [
    ...(meant === undefined
      ? []
      : [{ proposed: meant, apply: (files: readonly ManuscriptFile[]) => correct(files, diagnostic, written, meant) }]),
    ...(line === undefined ? [] : [{ proposed: line, apply: (files: readonly ManuscriptFile[]) => retire(files, line) }]),
    ...(mark === undefined ? [] : [{ proposed: mark, apply: (files: readonly ManuscriptFile[]) => markHeading(files, mark) }]),
  ]
}

const retire = (files: readonly ManuscriptFile[], line: string) =>
  files.map(({ path, text }) => ({
    path,
    text: path === 'permalinks.json' ? text.replace('"retired": {\n', `"retired": {\n${line}\n`) : text,
  }))

const markHeading = (files: readonly ManuscriptFile[], mark: string) =>
  files.map(({ path, text }) => ({ path, text: path === 'parts/one.mdx' ? text.replace(/^## The oil.*$/mu, `## The oil ${mark}`) : text }))

/** The files with the correction made at the place of the message. */
function correct(
  files: readonly ManuscriptFile[],
  { file, span, message }: Diagnostic,
  written: readonly string[],
  meant: string,
): ManuscriptFile[] {
  return files.map((one) => {
    const { path, text } = one
    if (path !== file) return one
    if (written.includes(path)) return { path: meant, text }
    const lines = text.split('\n')
    const line = lines[span.start.line - 1] ?? ''
    const place = line.slice(span.start.column - 1, span.end.column - 1)
    const typed = written.find((words) => place.includes(words))
    assert.ok(typed, `nothing that is named in the message stands at its place: ${message}`)
    lines[span.start.line - 1] = line.slice(0, span.start.column - 1) + place.replace(typed, meant) + line.slice(span.end.column - 1)
    return { path, text: lines.join('\n') }
  })
}

const identities = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, message }) => `${code} ${message}`)
