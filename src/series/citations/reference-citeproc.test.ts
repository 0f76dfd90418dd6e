import { citationStyleNames } from '../../model/citation-styles.ts'
import { testAgainstCiteproc } from '../../testing/reference-citeproc.ts'

// Every language and style of both `check:long` compares.
await testAgainstCiteproc('e2e/tiny-series', ['en'], citationStyleNames)
await testAgainstCiteproc('e2e/tiny-series', ['de', 'ru'], ['chicago-notes'])
await testAgainstCiteproc('e2e/tiny-series', ['fr'], ['apa'])
await testAgainstCiteproc('content', ['en'], ['chicago-notes'])
