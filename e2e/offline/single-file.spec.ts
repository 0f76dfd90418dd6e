import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from 'playwright/test'
import { askAll } from '../search/ask-all.ts'
import { expectInView, expectMarked } from '../support/places.ts'
import { pointAt } from '../support/point-at.ts'
import { htmlOf, realSite, type Site, seriesOf, sites, tinySite } from '../support/sites.ts'
import { singleFileOf } from './files.ts'
import { oneOfEachKind, queries } from './queries.ts'

/** The file alone in another folder, as it comes by mail. */
function receive(site: Site, to: string): string {
  const place = join(to, 'Вложения #2')
  mkdirSync(place, { recursive: true })
  copyFileSync(singleFileOf(site), join(place, 'a b.html'))
  return pathToFileURL(join(place, 'a b.html')).href
}

function listenFor(page: Page, address: string): string[] {
  const offences: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(message.text()))
  page.on('pageerror', ({ message }) => offences.push(message))
  page.on(
    'request',
    (request) =>
      request.url().replace(/[?#].*$/u, '') === address || request.url().startsWith('data:') || offences.push(`asks ${request.url()}`),
  )
  return offences
}

const idsIn = (html: string) => [...html.matchAll(/<[a-z][^>]*?\sid="([^"]+)"/gu)].map(([, id]) => id ?? '')

for (const site of sites) {
  test(`every id in the single file of ${site.name} is there once, and every link inside it leads to one`, () => {
    const html = readFileSync(singleFileOf(site), 'utf8').replace(/<script>.*?<\/script>/gsu, '')
    const ids = idsIn(html)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const links = [...html.matchAll(/\shref="#([^"]*)"/gu)].map(([, id]) => decodeURIComponent((id ?? '').replaceAll('&amp;', '&')))
    expect(links.length).toBeGreaterThan(200)
    expect([...new Set(links)].filter((id) => !ids.includes(id))).toEqual([])
    const named = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/gu)].flatMap(([, list]) =>
      (list ?? '').split(' '),
    )
    expect([...new Set(named)].filter((id) => !ids.includes(id))).toEqual([])
  })

  test(`a fragment that leads to a place in a part of ${site.name} leads there in the single file`, () => {
    const ids = new Set(idsIn(readFileSync(singleFileOf(site), 'utf8')))
    const { parts } = seriesOf(site)
    const cited = parts.flatMap((part) => [
      ...part.notes.flatMap((note) => [`note-${note.id}`, ...note.references.map((reference) => reference.id)]),
      ...part.paragraphs.map(({ key }) => `p-${key}`),
    ])
    expect(cited.length).toBeGreaterThan(30)
    expect(cited.filter((id) => !ids.has(id))).toEqual([])
    for (const part of parts) expect(part.sections.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([])
  })

  test(`the single file of ${site.name} has every text, term and source`, () => {
    const html = readFileSync(singleFileOf(site), 'utf8')
    const { parts, terms, sources } = seriesOf(site)
    const headings = [...parts, ...terms, ...sources].map(({ href }) => /<h1[^>]*>(.*?)<\/h1>/su.exec(htmlOf(site, href))?.[1] ?? href)
    expect(headings.filter((heading) => !html.includes(`>${heading}</h1>`))).toEqual([])
  })
}

/** It has its faces and pictures, and is read in the faces. */
async function expectFacesAndPictures(page: Page) {
  const { faces, pictures } = await page.evaluate(async () => {
    await document.fonts.ready
    for (const picture of document.images) await picture.decode()
    return {
      faces: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      pictures: [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length,
    }
  })
  expect(faces.join()).toContain('Vollkorn')
  expect(faces.join()).toContain('Sofia Sans')
  expect(pictures).toBe(0)
  const [inFace, without] = await page.evaluate(() =>
    ['Vollkorn, monospace', 'monospace'].map((family) => {
      const text = document.body.appendChild(document.createElement('span'))
      text.style.fontFamily = family
      text.textContent = 'Insurrection'
      return text.getBoundingClientRect().width
    }),
  )
  expect(inFace, 'the face is not only there but used').not.toBe(without)
}

test('a single file opens from anywhere, with its faces and pictures, leads to its notes, and asks for nothing', async ({
  page,
}, testInfo) => {
  const address = receive(tinySite, testInfo.outputPath('.'))
  const offences = listenFor(page, address)
  await page.goto(address)
  await expectFacesAndPictures(page)
  // The first from elsewhere, the others on the page that is open then.
  await page.goto('about:blank')
  for (const { id } of seriesOf(tinySite).parts[0]?.notes.slice(0, 5) ?? []) {
    await page.goto(`${address}#note-${id}`)
    await expectInView(page, page.locator(`#note-${id}`))
  }
  expect(offences).toEqual([])
})

// Megabytes take seconds to load: what leaves the file as it is shares it.
test('in a single file of megabytes progress is of the part that is read, previews and the search lead to places in it, links are copied', async ({
  page,
}, testInfo) => {
  const address = receive(realSite, testInfo.outputPath('.'))
  const offences = listenFor(page, address)
  await page.goto(address)
  const [first, second] = seriesOf(realSite).parts

  await test.step('faces and pictures', () => expectFacesAndPictures(page))

  await test.step('the line of progress', async () => {
    const shares = () =>
      page.locator('reading-progress').evaluateAll((lines) => lines.map((line) => Number(getComputedStyle(line).scale.split(' ')[0])))
    await page.evaluate(() => scrollBy(0, 1))
    await expect.poll(shares).toEqual([0, 0])
    await page.locator(`#p-${second?.paragraphs[20]?.key}`).evaluate((paragraph) => paragraph.scrollIntoView())
    await expect.poll(async () => (await shares())[0]).toBe(0)
    await expect.poll(async () => (await shares())[1]).toBeGreaterThan(0.1)
  })

  await test.step('previews', async () => {
    const term = page.locator('.part-text [role=doc-glossref]').first()
    const target = (await term.getAttribute('href')) ?? ''
    await term.hover()
    const card = page.locator('preview-cards [popover]').first()
    await expect(card).toBeVisible()
    await expect(card.locator('.definition')).not.toBeEmpty()
    await card.locator('.card-title a').click()
    await expect(page).toHaveURL(address + target)
    await expectInView(page, page.locator(target).getByRole('heading').first())
    expect(offences).toEqual([])
  })

  await test.step('the search', async () => {
    // Where it loads anew, which of megabytes takes seconds, this is gone.
    await page.evaluate(() => Object.assign(globalThis, { isStill: true }))
    await page.keyboard.press('/')
    const answers = await askAll(
      page,
      queries.map(({ query }) => query),
    )
    for (const [i, { query, kind }] of queries.entries())
      expect(
        answers[i]?.results.map((result) => result.kind),
        query,
      ).toContain(kind)
    for (const { query, kind } of oneOfEachKind) {
      await page.keyboard.press('/')
      await page.locator('search-dialog').getByRole('searchbox').fill(query)
      await expect(page.locator('search-dialog [role=status]')).toContainText(`“${query}”`)
      const link = page.locator(`[data-search-results] > li[data-kind=${kind}] a`).first()
      await expect(link, query).toBeVisible()
      const target = new URL(await link.evaluate((element: HTMLAnchorElement) => element.href)).hash
      await link.click()
      await expectInView(page, page.locator(`[id="${decodeURIComponent(target.slice(1))}"]`))
      expect(await page.evaluate(() => 'isStill' in globalThis), query).toBe(true)
    }
    expect(offences).toEqual([])
  })

  await test.step('a link that is copied is the one of the site, where that knows its address', async () => {
    const note = first?.notes[2]?.id
    await page.evaluate(() => {
      const canonical = document.createElement('link')
      canonical.rel = 'canonical'
      canonical.href = 'https://october.example/series/'
      document.head.append(canonical)
      document.addEventListener('pamphlet:passage', (event) => {
        document.title = (event as CustomEvent<{ permalink: string }>).detail.permalink
      })
    })
    await (await pointAt(page.locator(`#note-${note}`))).press('Enter')
    await expect(page).toHaveTitle(`https://october.example/series${first?.href}#note-${note}`)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the single file is read from note to term to source and back', async ({ page }, testInfo) => {
    const address = receive(realSite, testInfo.outputPath('.'))
    await page.goto(address)
    const [part] = seriesOf(realSite).parts
    const [note, other] = part?.notes ?? []
    await page.locator(`#ref-${note?.id}-1`).click()
    await expectInView(page, page.locator(`#note-${note?.id}`))
    await expectMarked(page.locator(`#note-${note?.id}`), page.locator(`#note-${other?.id}`))
    await page.locator(`#note-${note?.id} [role=doc-backlink]`).first().click()
    await expectInView(page, page.locator(`#ref-${note?.id}-1`))
    const term = page.locator('[role=doc-glossref]').first()
    const target = (await term.getAttribute('href')) ?? ''
    await term.click()
    await expect(page).toHaveURL(address + target)
    await expectInView(page, page.locator(target).getByRole('heading').first())
    await expect(page.locator('keep-offline')).toHaveCount(0)
  })
})
