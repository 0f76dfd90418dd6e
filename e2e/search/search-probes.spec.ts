import { expect, test } from 'playwright/test'
import { failuresOf, probes } from './probes.ts'

test('there are at least eighty probes', () => expect(probes.length).toBeGreaterThanOrEqual(80))

// `check:long` asks all of them everywhere.
test('every probe finds what it must, and a quarter of them the same in every place', async ({ page }) => {
  expect(await failuresOf(page, 4)).toEqual([])
})
