import assert from 'node:assert/strict'
import { test } from 'node:test'
import { miniature, partWith } from '../../testing/miniature.ts'
import { buildSeries } from '../build-series.ts'
import { latestDay } from './check-days.ts'

test('a day has come when it has begun anywhere', () => {
  assert.equal(latestDay({}, Date.UTC(2026, 10, 28, 9, 59)), '2026-11-28')
  assert.equal(latestDay({}, Date.UTC(2026, 10, 28, 10)), '2026-11-29')
})

test('a moment that a build is to take for now counts where it is later than the clock', () => {
  const now = Date.UTC(2026, 10, 28)
  assert.equal(latestDay({ SOURCE_DATE_EPOCH: String(Date.UTC(2030, 0, 1) / 1000) }, now), '2030-01-01')
  for (const earlier of ['0', '315532800', '', 'tomorrow', '-1', '99999999999999'])
    assert.equal(latestDay({ SOURCE_DATE_EPOCH: earlier }, now), '2026-11-28')
})

test('today can be published, and what is to come cannot', async () => {
  const on = async (day: string) =>
    buildSeries(await miniature({ 'parts/one.mdx': partWith('A lamp.').replace('2026-11-24', day) })).diagnostics.filter(
      ({ code }) => code === 'day-to-come',
    )
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  assert.deepEqual(await on(day(0)), [])
  const [mistake] = await on(day(3))
  assert.equal(`${mistake?.file}:${mistake?.span.start.line}:${mistake?.span.start.column}`, 'parts/one.mdx:5:12')
})
