import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { headersFor, redirectsOf } from './files-in-site.ts'
import { hosts } from './hosts.ts'

test('a page that moved as a whole is redirected to where it is in the end; one of which something went elsewhere is not', () => {
  const published = {}
  const retired = {
    '/old/': { movedTo: '/newer/' },
    '/newer/': { movedTo: '/newest/' },
    '/split/': { movedTo: '/newest/' },
    '/split/#note-a': { movedTo: '/another/#note-a' },
    '/gone/': { withdrawn: 'It was wrong.' },
    '/newest/#p-abc': { withdrawn: 'Said twice.' },
  }
  assert.equal(redirectsOf({ published, retired }), '/old/ /newest/ 301\n/newer/ /newest/ 301\n')
  assert.equal(redirectsOf(undefined), '')
})

test('headers are rules of a path and indented lines, each header said once of any address', () => {
  const rules = headersFor(['/_astro', '/pagefind/0a1b']).split(/^(?=\/)/mu)
  assert.deepEqual(
    rules.map((rule) => rule.split('\n')[0]),
    ['/*', '/_astro/*', '/pagefind/0a1b/*'],
  )
  const names = rules.map((rule) => [...rule.matchAll(/^ {2}([A-Za-z-]+): \S/gmu)].map(([, name = '']) => name))
  assert.equal(new Set(names[0]).size, 6)
  for (const others of names.slice(1)) for (const name of others) assert.ok(!names[0]?.includes(name), name)
})

test('a workflow is YAML, and every action in it is named by a commit', () => {
  const { jobs } = parse(hosts.github.file.text({ name: 'x' }))
  const steps: { uses?: string }[] = jobs.publish.steps
  for (const { uses } of steps) if (uses) assert.match(uses, /^actions\/[a-z-]+@[\da-f]{40}$/u)
  assert.deepEqual(parse(hosts.gitlab.file.text({ name: 'x' })).pages.artifacts, { paths: ['public'] })
  assert.equal(JSON.parse(hosts.cloudflare.file.text({ name: 'canal' })).pages_build_output_dir, './dist')
})
