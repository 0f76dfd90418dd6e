import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BuildLog, buildLog } from './build-log.ts'
import { repeatedWarnings } from './repeated-warnings.ts'
import { sumWarnings } from './sum-warnings.ts'

test('a build says each step with what it made and its time, and as much of a thousand parts as of two', () => {
  assert.equal(
    printed((log, clock) => buildOf(log, clock, 2)),
    `\
Texts read          2 parts                                               1.5 s
Code bundled                                                              0.5 s
Pages written       20 pages and 2 other files                            0.6 s
Done                22 files                                              2.6 s
`,
  )
  const lines = (parts: number) => printed((log, clock) => buildOf(log, clock, parts)).split('\n').length
  assert.equal(lines(1000), lines(2))
})

test('on a terminal a line with a bar is written over, and nothing of it is left at the end', () => {
  const text = printed((log, clock) => buildOf(log, clock, 2), 60)
  assert.ok(text.includes(`${anew}Writing pages       [=========               ] 8 of 20\r`))
  assert.equal(
    shownAt(text),
    printed((log, clock) => buildOf(log, clock, 2)),
  )
})

test('the line that is written over fits the terminal', () => {
  for (const columns of [20, 40, 60])
    for (const line of printed((log, clock) => buildOf(log, clock, 2), columns).split(/[\r\n]/u))
      if (line.includes('[=') || line.endsWith('…')) assert.ok(line.replace(anew.slice(1), '').length < columns, line)
})

test('what others say stands on a line of its own above the bar', () => {
  const text = printed((log) => {
    log.begin('editions')
    log.at('the e-book')
    log.say('A picture is missing.')
    log.advance(1, 2)
    log.clear()
  }, 80)
  assert.ok(text.includes(`… the e-book\r${anew}A picture is missing.\n`))
  assert.ok(text.endsWith(`${anew}Making editions     [============            ] 1 of 2, the e-book\r${anew}`))
})

test('who asks for more is told what each step has cost', () => {
  const seconds = [2, 4]
  const cost = () => ({ seconds: seconds.shift() ?? 4, megabytes: 812.4 })
  const lines: string[] = []
  const log = buildLog({ write: (line) => lines.push(line), now: () => 1000, cost })
  log.begin('texts')
  log.end('1 file')
  assert.match(lines[0] ?? '', /^Texts read .* 1\.0 s {2}\(processor 2\.0 s, memory up to 812 MB\)\n$/u)
})

test('warnings on the texts are summed by their kind', () => {
  const warnings = [['term-unlinked', 3] as const, ['source-unused', 1200] as const, ['quotation-long', 3] as const].flatMap(
    ([code, times]) => Array.from({ length: times }, () => ({ code, severity: 'warning' as const })),
  )
  assert.equal(
    sumWarnings(warnings),
    '1,206 warnings in the texts: source-unused 1,200, quotation-long 3, term-unlinked 3. With --verbose each is shown in its place.',
  )
})

test('of warnings that differ in names and numbers alone the first is told, and of the others how many', () => {
  const warnings = repeatedWarnings()
  const messages = ['“a.png” has 3 pixels.', '“b.png” has 44 pixels.', 'The disk keeps no locks.', '“c.png” has 5 pixels.']
  assert.deepEqual(messages.filter(warnings.isFirst), ['“a.png” has 3 pixels.', 'The disk keeps no locks.'])
  assert.deepEqual(warnings.others(), ['2 more like ““a.png” has 3 pixels.”; with --verbose all are shown.'])
})

/** Everything that is printed while work is done by a clock that stands still unless the work moves it. */
function printed(work: (log: BuildLog, clock: Clock) => void, columns?: number): string {
  const written: string[] = []
  const clock: Clock = { time: 0 }
  work(buildLog({ write: (text) => written.push(text), columns, now: () => clock.time }), clock)
  return written.join('')
}

/** Begins a line of a terminal anew. */
const anew = '\r\u001b[2K'

/** Milliseconds. */
type Clock = { time: number }

function buildOf(log: BuildLog, clock: Clock, parts: number) {
  log.begin('texts')
  log.made(`${parts} parts`)
  clock.time += 1500
  log.begin('code')
  clock.time += 500
  log.begin('pages')
  log.made(`${parts * 10} pages and ${parts} other files`)
  for (let done = 1; done <= parts * 10; done++) {
    clock.time += 60 / parts
    log.advance(done, parts * 10)
  }
  log.end(`${parts * 11} files`)
}

/** What stands on a terminal after all that was written: of a line that was written over, the last. */
const shownAt = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.split(anew).at(-1))
    .join('\n')
