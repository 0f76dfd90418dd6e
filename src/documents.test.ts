import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'

const project = join(import.meta.dirname, '..')
const documents = ['README.md', ...globSync('decisions/*.md', { cwd: project })]
const scripts: Record<string, string> = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).scripts

/** What stands between backticks in a text, code blocks included. */
const codeOf = (text: string) =>
  [...text.matchAll(/`([^`\n]+)`/gu), ...text.matchAll(/```\n([\s\S]*?)```/gu)].flatMap(([, code = '']) => code.split('\n'))

/** Made by a command, so not in a fresh checkout. */
const made = /^(?:dist|node_modules|\.pamphlet)\//u

for (const document of documents) {
  const code = codeOf(readFileSync(join(project, document), 'utf8'))

  test(`every path that ${document} names is there`, () => {
    const paths = code.filter((text) => /^(?:src|content|e2e|decisions|public|\.ci)\/[\w./-]*$/u.test(text) && !made.test(text))
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(project, path))),
      [],
    )
  })

  test(`every command that ${document} names is there`, () => {
    const commands = code.flatMap((text) => /\bnpm run ([\w:]+)/u.exec(text)?.[1] ?? /^npm (start|test)\b/u.exec(text)?.[1] ?? [])
    assert.deepEqual(
      commands.filter((command) => !(command in scripts)),
      [],
    )
  })
}

const records = globSync('decisions/[0-9]*.md', { cwd: project })

test('every record of a decision is in the index under its own title, and has the one form', () => {
  const index = readFileSync(join(project, 'decisions/README.md'), 'utf8')
  const listed = [...index.matchAll(/^\| (\d+) \| \[(.*)\]\((.*)\) \|/gmu)].map(([, number, title, file]) => ({
    file,
    title: `# ${number}. ${title}`,
  }))
  const written = records.map((file) => ({ file: basename(file), text: readFileSync(join(project, file), 'utf8') }))
  assert.deepEqual(
    listed,
    written.map(({ file, text }) => ({ file, title: text.split('\n')[0] })).sort((a, b) => a.file.localeCompare(b.file)),
  )
  for (const { file, text } of written) {
    const headings = [...text.matchAll(/^## (.*)$/gmu)].map(([, heading]) => heading)
    assert.deepEqual(headings, ['Context', 'Choice', 'What would change our mind'], file)
    assert.equal(Number.parseInt(file, 10), Number(/^# (\d+)\./u.exec(text)?.[1]), file)
  }
})

test('every decision that code names has a record', () => {
  const known = new Set(records.map((file) => Number.parseInt(basename(file), 10)))
  const files = globSync(['{src,e2e,bench}/**/*.{ts,astro,css}', '*.mjs', 'decisions/*.md'], { cwd: project })
  const named = files.flatMap((file) =>
    [...readFileSync(join(project, file), 'utf8').matchAll(/\bdecisions? (\d+)/gu)].map(([, number]) => ({ file, number: Number(number) })),
  )
  assert.ok(named.length > 0)
  assert.deepEqual(
    named.filter(({ number }) => !known.has(number)),
    [],
  )
})

test('the pictures of the README are there, and of this version of the program', () => {
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
  const readme = readFileSync(join(project, 'README.md'), 'utf8')
  const pictures = [...readme.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/gu)].map(([, , path = '']) =>
    readFileSync(join(project, path)).toString('latin1'),
  )
  assert.equal(pictures.length, 2)
  for (const png of pictures) {
    assert.ok(png.startsWith('\x89PNG'))
    // Else take them again: npm run build && npm run pictures.
    assert.match(png, new RegExp(`tEXtSoftware\\0Pamphlet ${version.replaceAll('.', '\\.')}(?!\\d)`, 'u'))
  }
})
