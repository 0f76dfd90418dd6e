import { test } from 'node:test'
import { tryManuscripts } from './try-manuscripts.ts'

test('what the language allows is read without a mistake: 12 small manuscripts', () => tryManuscripts(12, 1905))
