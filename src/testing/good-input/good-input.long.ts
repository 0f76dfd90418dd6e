import { test } from 'node:test'
import { tryManuscripts } from './try-manuscripts.ts'

for (const seed of [1917, 1921])
  test(`what the language allows is read without a mistake: 500 small manuscripts from ${seed}`, () => tryManuscripts(500, seed))
