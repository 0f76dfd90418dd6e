import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { project, tinySite } from '../support/sites.ts'
import { smallManuscript } from './build-kills.ts'
import { DevServer } from './dev-server.ts'
import { apply, cases, opened, orders, unnamedIn } from './hostile-cases.ts'

// One server for all of these, as each costs as much as a build: it begins with a hostile manuscript; after that each puts
// back what it changed.
test.describe.configure({ mode: 'serial' })

const port = Number(new URL(tinySite.address).port) + 8
const work = join(project, '.pamphlet-tests', `dev-${port}`)
let server: DevServer
let lines: ReadonlyMap<string, number | undefined>

test.beforeAll(async () => {
  rmSync(work, { recursive: true, force: true })
  const hostile = smallManuscript(join(work, 'refused'))
  lines = apply(cases, hostile)
  server = await new DevServer(hostile.slice(project.length + 1), port).start()
})

test.afterAll(async () => {
  await server?.stop()
  rmSync(work, { recursive: true, force: true })
})

const part = 'parts/the-watch.mdx'

type Apparatus = { notes: { id: string; backTo: string[] }[]; references: { id: string; number: string; to: string }[] }

/**
 * Every note with the references its back-links lead to, and every reference with its number and note; again where the
 * page is loading anew.
 */
async function apparatusOf(page: Page): Promise<Apparatus> {
  let apparatus: Apparatus = { notes: [], references: [] }
  await expect(async () => {
    apparatus = await page.evaluate(() => {
      const target = (link: Element) => new URL((link as HTMLAnchorElement).href).hash.slice(1)
      return {
        notes: [...document.querySelectorAll('[role="doc-endnotes"] > ol > li')].map((note) => ({
          id: note.id,
          backTo: [...note.querySelectorAll('[role="doc-backlink"]')].map(target),
        })),
        references: [...document.querySelectorAll('article [role="doc-noteref"]')].map((link) => ({
          id: link.id,
          number: link.textContent?.trim() ?? '',
          to: target(link),
        })),
      }
    })
  }).toPass()
  return apparatus
}

/** Opens a page and finds text on it, again where the server made the page load anew meanwhile. */
async function see(page: Page, path: string, text: string) {
  await expect(async () => {
    await page.goto(server.address + path)
    await expect(page.locator('main')).toContainText(text, { timeout: 20_000 })
  }).toPass({ timeout: 240_000 })
}

/** The text as it is served, before any script adds to it. */
const articleServed = async () => /<article[\s\S]*<\/article>/u.exec(await (await fetch(`${server.address}/the-watch/`)).text())?.[0]

test('what is hostile is refused with its file and line, in the browser too; no page is made of it, and they come when it is mended', async ({
  page,
}) => {
  await expect.poll(() => server.output).toContain('Nothing was published')
  for (const path of ['/', '/one/', '/about/', '/glossary/picture/', '/sources/function/', '/series.json']) {
    for (const accept of ['text/html', '*/*']) {
      const answer = await fetch(server.address + path, { headers: { accept } })
      expect(answer.status, path).toBe(503)
      expect(await answer.text(), path).toContain('The manuscript has mistakes; the terminal shows them.')
    }
  }
  // The mistakes are told once, and nothing of what the program makes of them.
  expect(server.output.split('Nothing was published')).toHaveLength(2)
  expect(server.output).not.toMatch(/^\s+at .*:\d+:\d+/mu)
  expect(unnamedIn(server.output, server.folder.slice(project.length + 1), lines)).toEqual([])
  await expect(async () => {
    await page.goto(`${server.address}/one/`)
    await expect(page.locator('vite-error-overlay')).toContainText('mistakes in the manuscript', { timeout: 10_000 })
  }).toPass()

  const mended = smallManuscript(join(work, 'mended'))
  writeFileSync(join(mended, 'pages/about.mdx'), `---\ntitle: About\n---\n\n${orders.join('\n\n')}\n`)
  server.become(mended)
  await expect(page.locator('article')).toBeVisible()
  await expect(page.locator('vite-error-overlay')).toHaveCount(0)
  const about = await fetch(`${server.address}/about/`, { headers: { accept: 'text/html' } })
  expect(await about.text()).toContain('The words export default function MDXContent')
  expect(opened()).toEqual([])
})

test('another manuscript that takes the place of one is shown as if it had been there from the first', async ({ page }) => {
  server.become(join(project, 'e2e/tiny-series'))
  await see(page, '/the-watch/', 'second watch')
  await expect(async () => expect((await fetch(`${server.address}/one/`)).status).toBe(404)).toPass()
})

test('an edit shows by itself in the page as it is, and a note put in the middle renumbers those after it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${server.address}/the-watch/`, { waitUntil: 'networkidle' })
  const before = await apparatusOf(page)
  await expect(page.locator('.margin-note[data-note]')).toHaveCount(before.notes.length)
  // What is open, and the place, stay what they are.
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('lamp')
  const text = server.read(part)
  const place = text.indexOf('\n\n', text.indexOf('\n\n', text.indexOf('[^')))
  server.write(part, `${text.slice(0, place)} A word more.[^put-in]${text.slice(place)}\n[^put-in]: Put in while the page was open.\n`)
  await expect(page.locator('#note-put-in')).toContainText('Put in while the page was open.')
  await expect(page.locator('.margin-note', { hasText: 'Put in while the page was open.' })).toHaveCount(1)
  await expect(page.getByRole('searchbox')).toHaveValue('lamp')

  const after = await apparatusOf(page)
  expect(after.notes).toHaveLength(before.notes.length + 1)
  expect(after.references.map(({ id }) => id)).toContain('ref-put-in-1')
  // Every reference has the number of its note in the list, and every back-link leads to a reference of that note.
  for (const { number, to } of after.references) expect(after.notes.findIndex(({ id }) => id === to) + 1, to).toBe(Number(number))
  for (const { id, backTo } of after.notes)
    expect(backTo, id).toEqual(after.references.filter(({ to }) => to === id).map((reference) => reference.id))
  expect(after.notes.filter(({ id }) => id !== 'note-put-in')).toEqual(before.notes)

  server.write(part, text)
  await expect(page.locator('#note-put-in')).toHaveCount(0)
  expect(await apparatusOf(page)).toEqual(before)
  await expect(page.getByRole('searchbox')).toHaveValue('lamp')
})

test('a mistake is laid over the last good page as the terminal shows it, and goes when it is mended', async ({ page }) => {
  await page.goto(`${server.address}/the-watch/`)
  const whole = await articleServed()
  const text = server.read(part)
  const before = server.output.length
  server.write(part, text.replace(/<Term id="/u, '<Term id="not-').replace(/\[\^([a-z-]+)\]/u, '[^$1-not]'))
  const overlay = page.locator('vite-error-overlay')
  const message = 'There is no term “not-'
  await expect(overlay).toContainText(message)
  await expect(overlay).toContainText('mistakes in the manuscript')
  await expect(overlay).toContainText('no note has that id')
  await expect(overlay).toContainText(/the-watch\.mdx:\d+:\d+ {2}error {2}term-unknown/u)
  const said = server.output.slice(before)
  expect(said).toContain(message)
  expect(said).not.toMatch(/^\s+at .*:\d+:\d+/mu)

  // For who loads the page anew it is the last good one too. Where the server asks for that in the same moment, it wins.
  await expect(() => page.reload()).toPass()
  await expect(overlay).toContainText(message)
  expect(await articleServed()).toBe(whole)
  await page.keyboard.press('Escape')
  await expect(overlay).toHaveCount(0)
  await expect(page.locator('article')).toBeVisible()

  // A text that is not even MDX breaks no page either.
  server.write(part, `${text}\n<Term id="\n`)
  await expect(overlay).toContainText('This is not MDX')
  await expect(() => page.reload()).toPass()
  await expect(overlay).toContainText('This is not MDX')
  expect(await articleServed()).toBe(whole)

  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('lamp')
  server.write(part, text)
  await expect(overlay).toHaveCount(0)
  expect(await articleServed()).toBe(whole)
  await expect(page.getByRole('searchbox')).toHaveValue('lamp')
})

test('two files that need each other may be saved one after the other', async ({ page }) => {
  await page.goto(`${server.address}/the-watch/`)
  const text = server.read(part)
  server.write(part, text.replace(/(?=\[\^)/u, ' <Term id="night-oil">night oil</Term> '))
  await expect(page.locator('vite-error-overlay')).toContainText('There is no term “night-oil”')
  server.write('glossary/night-oil.mdx', '---\nname: Night oil\nkind: concept\n---\n\nOil for the night.\n')
  await expect(page.locator('article a[href$="/glossary/night-oil/"]')).toBeVisible()
  await expect(page.locator('vite-error-overlay')).toHaveCount(0)

  await see(page, '/glossary/night-oil/', 'Oil for the night.')

  server.write(part, text)
  server.remove('glossary/night-oil.mdx')
  await see(page, '/the-watch/', 'second watch')
  await expect(page.locator('a[href$="/glossary/night-oil/"]')).toHaveCount(0)
  await expect(async () => expect((await page.request.get(`${server.address}/glossary/night-oil/`)).status()).toBe(404)).toPass()
})

test('a new work is known without a restart', async ({ page }) => {
  server.write('sources/night-log.yaml', "type: book\ntitle: The Log of the Nights\nissued: '1912'\nfurther-reading: true\n")
  await see(page, '/sources/night-log/', 'The Log of the Nights')
  server.remove('sources/night-log.yaml')
})
