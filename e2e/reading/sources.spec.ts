import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from 'parse5'
import { expect, type Page, test } from 'playwright/test'
import { htmlOf, seriesOf, sites, tinySite } from '../support/sites.ts'

const { sources, parts } = seriesOf(tinySite)

/** The works that are listed, by their addresses. */
const listed = (page: Page) =>
  page
    .locator('.bibliography > li:visible .more')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript })

    test('works can be read by kind, each kind by itself, and by the year in which they first appeared', async ({ page }) => {
      await page.goto(`${tinySite.address}/sources/`)
      expect([...(await listed(page))].sort()).toEqual(sources.map(({ href }) => href).sort())
      const headings = page.locator('[role=doc-bibliography] h2:visible')
      await expect(headings).toHaveText(['Primary sources', 'Secondary literature', 'Other sources', 'Further reading'])
      await page.getByRole('radio', { name: 'Secondary' }).check()
      expect(await listed(page)).toEqual(['/sources/hand-and-flame-2004/', '/sources/lens-survey/'])
      await expect(headings).toHaveText(['Secondary literature'])
      await page.getByRole('radio', { name: 'Further reading' }).check()
      expect(await listed(page)).toEqual(['/sources/further-lights/'])
      await page.getByRole('radio', { name: 'All' }).check()
      expect(await listed(page)).toHaveLength(sources.length)

      await page.getByRole('navigation', { name: 'Sort order' }).getByRole('link', { name: 'By year' }).click()
      await expect(page).toHaveURL(/\/sources\/by\/year\//u)
      await expect(page.getByRole('link', { name: 'By year' })).toHaveAttribute('aria-current', 'page')
      const years = await page.locator('.bibliography .year').allTextContents()
      expect(years).toEqual([...years].sort())
      // A translation stands where its original belongs.
      expect((await listed(page)).indexOf('/sources/vardas-almanac-1899/')).toBe(1)
      await page.getByRole('radio', { name: 'Primary' }).check()
      expect(await listed(page)).toEqual(['/sources/vardas-almanac-1899/', '/sources/oil-journal-1907/', '/sources/guild-minutes-1911/'])
    })

    test('a work says in every style how it is cited, and what its original was', async ({ page }) => {
      await page.goto(`${tinySite.address}/sources/vardas-almanac-1899/`)
      await expect(page.locator('.source-forms h3')).toHaveText(['Chicago, note', 'Chicago, author–date', 'MLA', 'APA', 'Harvard', 'MHRA'])
      for (const entry of await page.locator('.source-forms dl > div:last-child dd').allTextContents()) {
        for (const part of ['Vardas', 'Lamp Room Almanac', '1899', '1987', 'Το Ημερολόγιο του φανού']) expect(entry).toContain(part)
      }
      await expect(page.getByRole('button', { name: /^Copy: / })).toHaveCount(hasScript ? 12 : 0)
    })
  })
}

test('a letter that nobody has written has its face once it is typed', async ({ page }) => {
  await page.goto(`${tinySite.address}/sources/`)
  const faces = page.locator('opened-styles link[href*="/letters."]')
  const name = page.getByRole('searchbox', { name: 'Name' })
  await name.fill('minkov')
  await expect(page).toHaveURL(/words=minkov/u)
  await expect(faces).not.toBeAttached()
  await name.fill('minkoŵ')
  await expect(faces).toBeAttached()
})

test('a chosen kind, part and name stand in the address', async ({ page }) => {
  await page.goto(`${tinySite.address}/sources/?kind=primary`)
  await expect(page.getByRole('radio', { name: 'Primary' })).toBeChecked()
  expect(await listed(page)).toHaveLength(3)
  await page.getByLabel('Cited in').selectOption({ label: 'Part 2: The second watch' })
  expect(await listed(page)).toEqual(['/sources/guild-minutes-1911/'])
  await expect(page.locator('list-filter [role=status]')).toHaveText(`1 of ${sources.length} sources`)
  await expect(page).toHaveURL(/\?kind=primary&parts=2$/u)
  await page.getByLabel('Cited in').selectOption('')
  await page.getByRole('radio', { name: 'All' }).check()
  await page.getByRole('searchbox', { name: 'Name' }).fill('minkov')
  expect(await listed(page)).toEqual(['/sources/minkov-letters/'])
})

test('search engines are shown one list', () => {
  expect(htmlOf(tinySite, '/sources/')).toMatch(/<link rel="canonical" href="[^"]*\/sources\/">/u)
  expect(htmlOf(tinySite, '/sources/by/year/')).toContain('<meta name="robots" content="noindex">')
})

test('the places that cite a work stand by part, in the order in which the work is read', async ({ page }) => {
  await page.goto(`${tinySite.address}/sources/vardas-almanac-1899/`)
  await expect(page.locator('h2#cited-in ~ div h3')).toContainText(['Part 1: Who keeps the light?'])
  const locators = await page.locator('#cited-in-part-1 ~ .places .locator').allTextContents()
  expect(locators.map((text) => text.trim())).toEqual([
    'cites Preface',
    'cites Preface',
    'cites vol. 1, fol. 12r',
    'cites ch. 2',
    'cites ch. 9',
  ])
  const place = page.locator('.places li').filter({ hasText: 'fol. 12r' })
  await expect(place.locator('p')).toContainText('Vardas, The Lamp Room Almanac, vol. 1, fol. 12r; ‘Hand and Flame’')
  await place.getByRole('link').click()
  await expect(page.locator('#note-in-a-cell')).toBeInViewport()
})

test('what identifies a work leads to it', async ({ page }) => {
  await page.goto(`${tinySite.address}/sources/oil-journal-1907/`)
  await expect(page.getByRole('link', { name: '10.5555/oil.1907.3', exact: true })).toHaveAttribute(
    'href',
    'https://doi.org/10.5555/oil.1907.3',
  )
  await page.goto(`${tinySite.address}/sources/minkov-letters/`)
  await expect(page.getByRole('link', { name: '080442957X' })).toHaveAttribute('href', /\/080442957X$/u)
})

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('a form is copied with its italics, and as a text', async ({ page }) => {
    await page.goto(`${tinySite.address}/sources/minkov-letters/`)
    await page.getByRole('button', { name: 'Copy: Harvard, bibliography entry' }).click()
    await expect(page.locator('copy-citations [role=status]')).toHaveText('Citation copied.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Minkov, T. (1952) Letters to everybody. Edited by A. Orr. Tooth Press.',
    )
    const html = await page.evaluate(async () => {
      const [copied] = await navigator.clipboard.read()
      return (await copied?.getType('text/html'))?.text()
    })
    expect(html).toContain('<i>Letters to everybody</i>')
  })
})

test('citations side by side are one, each a link of its own to its work', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  const note = page.locator('#note-in-a-cell')
  await expect(note).toContainText(
    'by hand. Vardas, The Lamp Room Almanac, vol. 1, fol. 12r; ‘Hand and Flame’, in Work at the Edge of the Sea, ed. T. Roe (Exampleton: Example University Press, 2004), 90–91, with a plate; compare Society for Glass, ‘A Survey of Lenses’, sec. 4.',
  )
  const links = note.locator('[role=doc-biblioref]')
  await expect(links).toHaveCount(3)
  const hrefs = await links.evaluateAll((all) => all.map((link) => [link.id, new URL((link as HTMLAnchorElement).href).pathname]))
  expect(hrefs.map(([id]) => id?.replace(/-\d+$/u, ''))).toEqual([
    'cite-vardas-almanac-1899',
    'cite-hand-and-flame-2004',
    'cite-lens-survey',
  ])
  expect(hrefs.map(([, href]) => href)).toEqual(['/sources/vardas-almanac-1899/', '/sources/hand-and-flame-2004/', '/sources/lens-survey/'])
})

test('the pages print every citation as series.json has it', () => {
  // Signs that citeproc writes as numbers are written as themselves in both.
  const asRead = (html: string) => serialize(parseFragment(html))
  for (const site of sites) {
    const series = seriesOf(site)
    for (const { href, citations, clusters } of series.parts) {
      const printed = new Map(elementsIn(parse(htmlOf(site, href))).map((element) => [idOf(element), element]))
      const forms = new Map(citations.map(({ id, html }) => [id, html]))
      for (const { id } of clusters.flatMap((cluster) => cluster.citations)) {
        const element = printed.get(id)
        expect(element && serialize(element), `${href}#${id}`).toBe(asRead(forms.get(id) ?? ''))
      }
    }
    expect(series.parts.some(({ clusters }) => clusters.length > 0)).toBe(true)
  }
})

const elementsIn = (node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []))
const idOf = ({ attrs }: DefaultTreeAdapterTypes.Element) => attrs.find(({ name }) => name === 'id')?.value ?? ''

test('notes tell what they cite wherever they are read: no “ibid.”', () => {
  for (const { notes } of parts) for (const { text } of notes) expect(text).not.toMatch(/\bibid\b/iu)
})
