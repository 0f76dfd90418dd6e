import { expect, test } from 'playwright/test'
import { failuresOf, type Place, places } from './probes.ts'

test('every probe finds the same in every place', async ({ page }) => {
  expect(await failuresOf(page, 1, Object.keys(places) as Place[])).toEqual([])
})
