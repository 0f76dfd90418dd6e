import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { policyOfHeader, policyOfPages } from './policy.ts'

const hosts = new URL('../../e2e/hosts/', import.meta.url)
const isHash = (value: string) => /^'sha256-[^']+'$/u.test(value)

/** A policy as written, line by line. */
const linesOf = (policy: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(policy.split(/;\s*/u).map((line) => [line.split(' ')[0], line.split(' ').slice(1)]))

for (const file of readdirSync(hosts).filter((name) => !name.endsWith('.ts'))) {
  const policies = [...readFileSync(new URL(file, hosts), 'utf8').matchAll(/"(default-src [^"]+)"/gu)].map(([, policy = '']) =>
    linesOf(policy),
  )

  test(`${file} allows what the policy of the pages does, and a script on the page by its hash`, () => {
    const [ofPages, ...others] = policies.filter((policy) => policy['connect-src'])
    assert.ok(ofPages && others.length === 0)
    assert.ok(ofPages['script-src']?.some(isHash))
    const withoutHashes = Object.fromEntries(
      Object.entries(ofPages).map(([name, values]) => [name, values.filter((value) => !isHash(value))]),
    )
    assert.deepEqual(withoutHashes, policyOfHeader())
  })

  test(`${file} lets the single file ask for nothing, and be framed by nobody`, () => {
    const [ofSingleFile, ...others] = policies.filter((policy) => !policy['connect-src'])
    assert.ok(ofSingleFile && others.length === 0)
    assert.deepEqual(ofSingleFile['default-src'], ["'none'"])
    assert.deepEqual(ofSingleFile['frame-ancestors'], ["'none'"])
    assert.deepEqual(ofSingleFile['require-trusted-types-for'], ["'script'"])
  })
}

test('only the search may read other series, where the manuscript names some', () => {
  const without = policyOfPages([], 'nothing').directives ?? []
  const searched = policyOfPages(['https://other.example'], 'nothing').directives ?? []
  assert.deepEqual(
    searched.filter((line) => !without.includes(line)),
    ["connect-src 'self' https://other.example"],
  )
})

test('pages play something only where the manuscript has recordings, and only from their own site', () => {
  const without = policyOfPages([], 'nothing').directives ?? []
  const playing = policyOfPages([], 'recordings').directives ?? []
  assert.deepEqual(
    playing.filter((line) => !without.includes(line)),
    ["media-src 'self'"],
  )
})
