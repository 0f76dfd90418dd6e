import { test } from 'playwright/test'
import { expectGoodPages } from './check-pages.ts'

test('30 small manuscripts of everything the language allows become pages that pass the site’s own checks', ({
  browserName: _,
}, testInfo) => expectGoodPages(30, testInfo))
