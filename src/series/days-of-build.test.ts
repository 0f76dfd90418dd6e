import assert from 'node:assert/strict'
import { test } from 'node:test'
import { miniature, partWith } from '../testing/miniature.ts'
import { buildSeries } from './build-series.ts'
import { dayOfBuild, latestDay } from './days-of-build.ts'

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

test('what has no day yet has that of the build, which can be given', () => {
  assert.equal(dayOfBuild({ SOURCE_DATE_EPOCH: String(Date.UTC(2020, 0, 2) / 1000) }, Date.UTC(2026, 10, 28)), '2020-01-02')
  assert.match(dayOfBuild({}, Date.UTC(2026, 10, 28, 12)), /^2026-11-2[789]$/u)
})

test('today can be published, and what is to come is left out until then', async () => {
  const on = async (day: string) => {
    const files = await miniature({ 'parts/one.mdx': partWith('A lamp.').replace('2026-11-24', day), 'parts/two.mdx': partWith('Oil.') })
    return buildSeries(
      files.map((file) => (file.path === 'series.yaml' ? { ...file, text: file.text.replace('[one]', '[one, two]') } : file)),
    )
  }
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const today = await on(day(0))
  assert.deepEqual(
    today.diagnostics.filter(({ code }) => code === 'day-to-come'),
    [],
  )
  const later = (await on(day(3))).diagnostics.filter(({ code }) => code === 'day-to-come')
  assert.deepEqual(
    later.map(({ file, severity, span: { start } }) => `${severity} ${file}:${start.line}:${start.column}`),
    ['warning parts/one.mdx:5:12'],
  )
})
