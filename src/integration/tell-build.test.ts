import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AstroConfig, AstroIntegrationLogger } from 'astro'
import { tellBuild } from './tell-build.ts'

type Event = Parameters<AstroIntegrationLogger['options']['destination']['write']>[0]

const page = { label: null, level: 'info', message: '  ├─ /part-1/index.html', newLine: false } as const satisfies Event
const warning = (file: string): Event => ({ label: 'vite', level: 'warn', message: `The file “${file}” is odd.`, newLine: true })
const failure = { label: 'build', level: 'error', message: 'It failed.', newLine: true } as const satisfies Event
const ofOthers = { label: 'my-integration', level: 'info', message: 'Done.', newLine: true } as const satisfies Event

test('of what Astro says a build leaves errors, the first warning of a kind, and what integrations of the writer say', () => {
  const { told, events, say } = listen('info')
  say([page, warning('a.css'), page, warning('b.css'), ofOthers, failure])
  assert.deepEqual(events, [warning('a.css'), ofOthers, failure])
  assert.deepEqual(told.rest(), ['1 more like “The file “a.css” is odd.”; with --verbose all are shown.'])
})

test('who asks for all has all, in whichever way it was asked for', () => {
  for (const { say, events, told } of [listen('debug'), listen('info', 'on')]) {
    say([page, warning('a.css'), warning('b.css')])
    assert.deepEqual(events, [page, warning('a.css'), warning('b.css')])
    assert.equal(told.isVerbose, true)
    assert.deepEqual(told.rest(), [])
  }
})

test('a logger of the writer’s own is left as it is, and so is silence', () => {
  for (const { say, events, told } of [listen('info', 'off', { entrypoint: 'own-logger' }), listen('silent')]) {
    say([page])
    assert.deepEqual(events, [page])
    assert.equal(told.isVerbose, false)
  }
})

/** Astro’s logger as a build finds it, and what comes to where it writes. */
function listen(level: Event['level'] | 'silent', verbose: 'on' | 'off' = 'off', own?: AstroConfig['logger']) {
  const events: Event[] = []
  const options = { level, destination: { write: (event: Event) => void events.push(event) } }
  const logger = { options, label: 'pamphlet', info: () => {} } as unknown as AstroIntegrationLogger
  const told = tellBuild(logger, { ...(own && { logger: own }) } as AstroConfig, verbose)
  return { told, events, say: (said: readonly Event[]) => said.forEach((event) => void options.destination.write(event)) }
}
