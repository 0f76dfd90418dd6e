import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@retorquere/bibtex-parser'
import { DOMParser } from '@xmldom/xmldom'
import { expect, test } from 'playwright/test'
import { htmlOf, project } from '../support/sites.ts'
import { killBuild } from './build-kills.ts'
import { build, fingerprintOf } from './builds.ts'
import { lostPlacesIn, mistakesIn, wordsOf, writeManuscript } from './check-pages.ts'
import { editManuscript } from './edited-manuscript.ts'
import { addHostileWords, opened, orders, title } from './hostile-cases.ts'
import { plainManuscript } from './plain-manuscript.ts'

// Each of these is given what the one before it built.
test.describe.configure({ mode: 'serial' })

/** Signs that mean something in an address, which Vite takes paths for. */
const picture = 'Башня #1? 50% (a).svg'

type Place = { readonly content: string; readonly site: string; readonly circumstances: Readonly<Record<string, string>> }

let here: Place
/** Where the manuscript as it is after all edits is built from nothing. */
let elsewhere: Place
/** How long a build takes, in milliseconds. */
let usual: number

/** Edits of every kind. */
const edit = (content: string) => editManuscript(content, 0, 8)

test('of two builds at once the second waits for the first', async ({ browserName: _ }, testInfo) => {
  const placeOf = (folder: string, circumstances: Place['circumstances']): Place => ({
    content: testInfo.outputPath(folder),
    site: testInfo.outputPath(`${folder} site`),
    circumstances,
  })
  here = placeOf('content', { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' })
  elsewhere = placeOf('Лампа № 2 #1? 50% %41', { TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'C' })
  for (const { content } of [here, elsewhere]) {
    writeManuscript(await plainManuscript(picture), content)
    addHostileWords(content)
  }
  edit(elsewhere.content)
  const started = Date.now()
  const builds = [here, elsewhere].map((one) => build(one.content, one.site, { ...one, isByAstro: one === elsewhere }))
  const [one, other] = await Promise.all(builds.map(({ done }) => done))
  usual = (Date.now() - started) / 2
  expect([one?.code, other?.code], `${one?.output}${other?.output}`).toEqual([0, 0])
  expect(`${one?.output}${other?.output}`.split('Another build is running')).toHaveLength(2)
})

test('plain Markdown and parts without notes are published, and what is one is counted as one', async () => {
  const site = { name: 'plain', folder: here.site, address: '' }
  expect(await mistakesIn(site)).toEqual([])
  expect(lostPlacesIn(site)).toEqual([])
  expect(wordsOf(htmlOf(site, '/three/'))).toMatch(/about 1 minute(?! ·)/u)
  expect(htmlOf(site, '/three/')).not.toContain('doc-endnotes')
  expect(wordsOf(htmlOf(site, '/two/'))).toMatch(/about 1 minute · 1 note/u)
  expect([...htmlOf(site, '/two/').matchAll(/<h[2-6] id="([^"]*)"/gu)].map(([, id]) => id)).toEqual([
    'doc-contents',
    '1905-a-rehearsal',
    'notes',
    'notes-1',
    'vardas',
    'section',
    'doc-endnotes',
  ])
})

test('orders to the programs on the way are the words they are, titles are titles for readers of feeds, and names are names for BibTeX', () => {
  const read = (file: string) => readFileSync(join(here.site, file), 'utf8')
  const words = read('about/index.html')
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  for (const order of orders) expect(words).toContain(order.replace(/^\{.*?\}/u, '').replaceAll('`', ''))
  expect(JSON.parse(read('series.json')).sources.map((source: { title: string }) => source.title)).toContain(title)

  const feed = new DOMParser({ onError: (_, message) => expect(message).toBe('') }).parseFromString(read('feed.xml'), 'application/xml')
  const elements = [...feed.getElementsByTagName('*')].map(({ localName }) => localName ?? '')
  expect(elements).toContain('entry')
  expect(elements.filter((name) => /^(?:script|iframe|object)$/u.test(name))).toEqual([])

  const { entries, errors } = parse(read('bibliography.bib'))
  expect(errors).toEqual([])
  expect(entries.flatMap(({ fields }) => JSON.stringify(fields.note ?? ''))).not.toContainEqual(expect.stringContaining('OPENED'))
  expect(opened()).toEqual([])
})

test('a build that meets a full disk leaves the last site whole and nothing of its own', async () => {
  const before = fingerprintOf(here.site)
  edit(here.content)
  // No file may be larger than 300 kB: the system answers as it does when there is no room.
  const { process: child, done } = build(here.content, here.site, { limits: 'ulimit -f 300' })
  const { code, output } = await done
  expect(code, output).not.toBe(0)
  expect(output).toMatch(/EFBIG|file too large/iu)
  expect(fingerprintOf(here.site)).toEqual(before)
  expect(readdirSync(join(project, '.pamphlet'))).not.toContain(`build-${child.pid}`)
})

test('a build that is killed leaves the last site whole', () => killBuild(here.content, here.site, usual * 0.3))

test('after all this the site, built from what was kept, is to the byte what is built from nothing in another folder, time zone and locale', async () => {
  const { code, output } = await build(here.content, here.site, { circumstances: here.circumstances }).done
  expect(code, output).toBe(0)
  const fingerprint = fingerprintOf(here.site)
  expect(fingerprint).toEqual(fingerprintOf(elsewhere.site))
  expect(Object.keys(fingerprint)).toContainEqual(expect.stringMatching(/Башня.*\.svg$/u))
})
