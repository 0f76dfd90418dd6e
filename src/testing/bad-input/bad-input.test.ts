import { test } from 'node:test'
import { tryMutations } from './try-mutations.ts'

test('a fuzzed manuscript becomes a series or a report, never a crash: 25 times', () => tryMutations(25, 1917))
