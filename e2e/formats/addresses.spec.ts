import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { filesOf, htmlOf, pagesOf, tinySite } from '../support/sites.ts'

const golden = join(import.meta.dirname, 'tiny-series.urls.txt')

/** Files whose names hold a hash of what is in them. */
const isHashed = (path: string) => /^\/(?:_astro|keep|pagefind)\//u.test(path)

// To accept a change: UPDATE_GOLDEN=1 playwright test -c e2e/playwright.config.ts addresses
test('every address and every id of the tiny series is the one that was published', () => {
  const files = filesOf(tinySite).filter((path) => !isHashed(path) && !path.endsWith('.html'))
  const pages = pagesOf(tinySite).flatMap((page) => [page, ...idsOf(htmlOf(tinySite, page)).map((id) => `${page}#${id}`)])
  const addresses = `${[...files, ...pages].sort().join('\n')}\n`
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, addresses)
  expect(addresses).toBe(readFileSync(golden, 'utf8'))
})

const idsOf = (html: string) => [...html.matchAll(/<[a-z][^>]*?\sid="([^"]+)"/gu)].map(([, id]) => id ?? '')
