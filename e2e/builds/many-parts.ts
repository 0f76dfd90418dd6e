import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'playwright/test'
import { inventLongSeries, type Length } from '../../src/testing/long-series.ts'
import { project } from '../support/sites.ts'

/** Writes an invented series into a folder. */
export function layLongSeries(content: string, length: Length) {
  for (const { path, text } of inventLongSeries(length)) {
    mkdirSync(dirname(join(content, path)), { recursive: true })
    writeFileSync(join(content, path), text)
  }
}

/** The lines that a build has printed, without those that are empty. */
export const linesOf = (output: string): string[] => output.split('\n').filter((line) => line.trim() !== '')

/** A build says as much of a long series as of a short one: its steps with what they made and their time, and no page by its name. */
export function expectBriefLog(output: string, parts: number) {
  const lines = linesOf(output)
  expect(lines.length, output).toBeLessThanOrEqual(10)
  expect(output).toMatch(new RegExp(`^Texts read {2,}${parts.toLocaleString('en-GB')} parts, 10 terms, 6 works {2,}[\\d.]+ s$`, 'mu'))
  expect(output).toMatch(/^Pages written {2,}[\d,]+ pages and [\d,]+ other files {2,}[\d.]+ s$/mu)
  expect(output).toMatch(/^Done {2,}[\d,]+ files, [\d.]+ MB {2,}[\d.]+ s$/mu)
}

/** Records all addresses, as a writer does before publishing. */
export function recordLedger(content: string) {
  const { status, stderr } = spawnSync(process.execPath, [join(project, 'src/commands/permalinks.ts')], {
    encoding: 'utf8',
    env: { ...process.env, PAMPHLET_CONTENT: content },
  })
  expect(status, stderr).toBe(0)
}
