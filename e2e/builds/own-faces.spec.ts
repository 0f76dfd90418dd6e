import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { checkEpub } from '../../src/testing/check-epub.ts'
import { readPdf } from '../../src/testing/pdf/read-pdf.ts'
import { keepOffline } from '../offline/browser.ts'
import { FileServer } from '../support/file-server.ts'
import { tinySite } from '../support/sites.ts'
import { build } from './builds.ts'

// The second is given what the first built. Without the keeping all is bundled anew, as it is with other faces.
test.describe.configure({ mode: 'serial' })

const { resolve } = createRequire(import.meta.url)

let site: string

test('a series in a face of its own is in it everywhere, and in the one that ships only where that has no letter', async ({
  page,
}, testInfo) => {
  const content = testInfo.outputPath('content')
  site = testInfo.outputPath('site')
  layManuscript(content)
  const circumstances = { PAMPHLET_EDITIONS: 'web,single-file,epub,pdf', PAMPHLET_OFFLINE: 'off' }
  const { code, output } = await build(content, site, { circumstances }).done
  expect(code, output).toBe(0)

  const server = await new FileServer(site).start()
  try {
    await page.goto(`${server.address}/lamps/`)
    await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0)
    // The second page of a visit is shown in the faces of the series from its first paint on.
    await page.goto(`${server.address}/lamps/`)
    await expect(page.locator('html')).toHaveAttribute('data-faces')
    expect(
      await page
        .locator('article p')
        .last()
        .evaluate((text) => getComputedStyle(text).fontFamily),
    ).toMatch(/^Lamplight, /u)
    const shown = await page.evaluate(() => [...document.fonts].flatMap(({ family, status }) => (status === 'loaded' ? [family] : [])))
    // What stands in until they are there is of the device.
    const fetched = new Set(shown.map((family) => family.replaceAll('"', '')).filter((family) => !/ for | stand-in$/u.test(family)))
    expect([...fetched].sort()).toEqual(['Lamplight', 'Sofia Sans Extra Condensed'])
  } finally {
    await server.stop()
  }
  const fonts = server.asked.filter((path) => path.endsWith('.woff2'))
  expect(fonts.some((path) => path.includes('/lamp-roman.'))).toBe(true)
  expect(fonts.filter((path) => /vollkorn/iu.test(path))).toEqual([])
  // No letter is lacking, so the face that ships is not there at all.
  expect(globSync('**/*vollkorn*', { cwd: site })).toEqual([])

  const single = readFileSync(join(site, 'downloads/lamps.html'), 'utf8')
  expect(single).toMatch(/font-family:"?Lamplight"?;[^}]*src:url\(data:font\/woff2/u)
  expect(single).not.toMatch(/@font-face\{font-family:"?Vollkorn/u)

  const { files, mistakes } = checkEpub(readFileSync(join(site, 'downloads/lamps.epub')))
  expect(mistakes).toEqual([])
  expect([...files.keys()].filter((path) => path.includes('/fonts/')).sort()).toEqual([
    'EPUB/fonts/display-bold.ttf',
    'EPUB/fonts/text-bold-1.ttf',
    'EPUB/fonts/text-italic-1.ttf',
    'EPUB/fonts/text-regular-1.ttf',
  ])
  const sheet = Buffer.from(files.get('EPUB/style.css') ?? []).toString()
  expect(sheet).toContain('@font-face{font-family:Lamplight;font-style:italic;src:url(fonts/text-italic-1.ttf)}')
  expect(sheet).toContain('body{font-family:Lamplight,Vollkorn,serif;')

  const { faces } = readPdf(readFileSync(join(site, 'downloads/lamps.pdf')))
  expect(faces).toEqual(expect.arrayContaining(['Lamplight-Regular', 'Lamplight-Italic', 'Lamplight-Bold']))
  expect(faces.filter((face) => /vollkorn/iu.test(face))).toEqual([])

  const about = readFileSync(join(site, 'about/index.html'), 'utf8')
  expect(about).toContain('typefaces: Lamplight, By leave of the keepers; Sofia Sans, SIL Open Font License 1.1;')
})

test('a site that is built with the keeping switched off frees the devices of its readers', async ({ browser: program }) => {
  const server = await new FileServer(tinySite.folder).start()
  const browser = await program.newContext()
  const page = await browser.newPage()
  await keepOffline(page, server.address)

  server.folder = site
  // The browser looks for a new worker at the visit, and the visit after it finds none.
  await page.goto(`${server.address}/about/`)
  await expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]))
    .toEqual([0, 0])
  const response = await page.goto(`${server.address}/downloads/`)
  expect(response?.fromServiceWorker()).toBe(false)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save for offline' })).toHaveCount(0)
  await browser.close()
  await server.stop()
})

/** Three files of another family stand for one that a writer has. */
function layManuscript(content: string) {
  for (const folder of ['parts', 'faces']) mkdirSync(join(content, folder), { recursive: true })
  const files = resolve('@fontsource/sofia-sans-extra-condensed/package.json').replace('package.json', 'files')
  const faces = { 'lamp-roman': '400-normal', 'lamp-italic': '400-italic', 'lamp-bold': '700-normal' }
  for (const [name, style] of Object.entries(faces))
    copyFileSync(join(files, `sofia-sans-extra-condensed-latin-${style}.woff2`), join(content, `faces/${name}.woff2`))
  writeFileSync(
    join(content, 'series.yaml'),
    `title: Lamps
slug: lamps
author: Orr, Ada
theme:
  faces:
    text: { family: Lamplight, roman: lamp-roman.woff2, italic: lamp-italic.woff2, bold: lamp-bold.woff2, licence: By leave of the keepers }
`,
  )
  writeFileSync(
    join(content, 'parts/lamps.mdx'),
    `---
title: The lamps
published: 2026-01-05
---

The keepers lit them *every* evening,[^oil] and **nobody** thanked them.

[^oil]: With oil of *rape*.
`,
  )
}
