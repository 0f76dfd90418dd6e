import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const project = join(import.meta.dirname, '..')
const documents = ['README.md', ...globSync('decisions/*.md', { cwd: project })]
const scripts: Record<string, string> = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).scripts

/** What stands between backticks in a text, code blocks included. */
const codeOf = (text: string) => [...text.matchAll(/`([^`\n]+)`/gu), ...text.matchAll(/```\n([\s\S]*?)```/gu)].flatMap(([, code = '']) => code.split('\n'))

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
