import { expect, test } from 'playwright/test'
import { failuresOf, probes } from './probes.ts'

test('there are at least eighty probes', () => expect(probes.length).toBeGreaterThanOrEqual(80))

// `check:long` asks all of them everywhere; some `offline/worker.spec.ts` asks of the worker.
test('every probe finds what it must, and a quarter of them the same in the folder', async ({ page }) => {
  expect(await failuresOf(page, 4, ['the folder on a disk'])).toEqual([])
})
