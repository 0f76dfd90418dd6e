import { test } from 'node:test'
import { tryMutations } from './try-mutations.ts'

for (const seed of [1905, 1917, 1921]) {
  test(`a fuzzed manuscript becomes a series or a report, never a crash: 1,000 times from ${seed}`, () =>
    tryMutations('content', 1_000, seed))
}
