import { test } from 'node:test'
import { tryMutations } from './try-mutations.ts'

// A small manuscript with all that there is in one; `check:long` damages the publication.
test('a fuzzed manuscript becomes a series or a report, never a crash: 8 times', () => tryMutations('e2e/tiny-series', 8, 1917))
