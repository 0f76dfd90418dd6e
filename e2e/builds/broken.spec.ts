import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project } from '../support/sites.ts'

const manuscript = 'e2e/broken-series'

/** The ten mistakes: the place and the code of each message, and what stands in the file there. */
const mistakes = [
  ['glossary/knot.mdx:5:28', 'relation-unknown', 'roap }'],
  ['glossary/knot.mdx:8:46', 'component-unknown', '<Terms '],
  ['parts/the-rope.mdx:8:31', 'note-unknown', '[^older]'],
  ['parts/the-rope.mdx:8:66', 'source-unknown', '<Source id="rope-manaul"'],
  ['parts/the-rope.mdx:14:1', 'heading-level-skipped', '####'],
  ['parts/the-rope.mdx:16:1', 'image-missing', '<Figure src="rope.png"'],
  ['parts/the-rope.mdx:18:30', 'date-invalid', '<CalendarDate'],
  ['parts/the-rope.mdx:18:112', 'prop-unknown', 'case="plural"'],
  ['parts/the-rope.mdx:20:1', 'note-unused', '[^olders]:'],
  ['sources/rope-manual.yaml:5:9', 'source-invalid', 'spring of 1911'],
] as const

// That a build stops at such messages, and leaves the last site, `hostile.spec.ts` asks.
test('a broken manuscript: all mistakes at their places in one run', ({ browserName: _ }, testInfo) => {
  // What is kept of a manuscript is kept beside it.
  const copy = testInfo.outputPath('broken-series')
  cpSync(join(project, manuscript), copy, { recursive: true })
  const { status, stderr } = spawnSync(process.execPath, [join(project, 'src/commands/check-texts.ts')], {
    encoding: 'utf8',
    env: { ...process.env, PAMPHLET_CONTENT: copy, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  expect(status).toBe(1)
  const messages = stderr.split('\n').filter((line) => / {2}(?:error|warning) {2}/u.test(line))
  expect(messages.map((line) => line.replace(/^.*broken-series\//u, ''))).toEqual(
    mistakes.map(([place, mistake]) => `${place}  error  ${mistake}`),
  )
  expect(stderr).toContain('10 errors in 3 files.')
  expect(stderr).not.toMatch(/at (?:file:\/\/|async )|node:internal/u)
})

test('the places that the messages name are those where the mistakes stand', () => {
  for (const [place, , text] of mistakes) {
    const [path = '', line, column] = place.split(':')
    const found = readFileSync(join(project, manuscript, path), 'utf8')
      .split('\n')
      [Number(line) - 1]?.slice(Number(column) - 1)
    expect(found?.slice(0, text.length), place).toBe(text)
  }
})
