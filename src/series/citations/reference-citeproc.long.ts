import { citationStyleNames } from '../../model/citation-styles.ts'
import { testAgainstCiteproc } from '../../testing/reference-citeproc.ts'

await testAgainstCiteproc('e2e/tiny-series', ['en', 'de', 'fr', 'ru'], citationStyleNames)
await testAgainstCiteproc('content', ['en'], citationStyleNames)
