/*
 * Takes the pictures of the README from the built site, `dist/`, and notes in each of which version of the program it is:
 * `npm run pictures`, after a build. See decision 103.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { browserArguments, findBrowser } from './browser.ts'
import { FileServer } from './file-server.ts'
import { withVersion } from './picture-version.ts'
import { project, realSite } from './sites.ts'

const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
const { parts } = JSON.parse(readFileSync(join(realSite.folder, 'series.json'), 'utf8')) as { parts: { href: string }[] }
const executablePath = findBrowser()
if (!executablePath) throw new Error('There is no browser to take pictures with: “npm test” installs one.')

const views = { front: '/', part: parts[0]?.href ?? '/' }

const server = await new FileServer(realSite.folder).start()
const browser = await chromium.launch({ executablePath, args: browserArguments })
for (const [name, path] of Object.entries(views)) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  // The faces are used from the second page on.
  await page.reload({ waitUntil: 'networkidle' })
  // A text is shown where its first note stands in the margin.
  await page.evaluate(async () => {
    const note = document.querySelector('[role=doc-noteref]')
    if (note) scrollTo(0, note.getBoundingClientRect().top + scrollY - 300)
    await document.fonts.ready
  })
  await page.waitForLoadState('networkidle')
  const shot = await page.screenshot()
  const small = await sharp(shot).png({ palette: true, colours: 64, effort: 10 }).toBuffer()
  writeFileSync(join(project, `guide/pictures/site-${name}.png`), withVersion(small, version))
}
await browser.close()
await server.stop()
