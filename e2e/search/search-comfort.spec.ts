import { expect, type Page, test } from 'playwright/test'
import { realSite } from '../support/sites.ts'

const boxOf = (page: Page) => page.getByRole('searchbox', { name: 'Search the text' })
const resultsOf = (page: Page) => page.locator('[data-search-results] > li')

test('kind and part stand in the address, can be sent, and the back button undoes the choice', async ({ page }) => {
  await page.goto(`${realSite.address}/search/?q=Lenin`)
  await page
    .getByRole('group', { name: 'Kind' })
    .getByRole('button', { name: /^Notes/u })
    .click()
  await expect(page).toHaveURL(/\?q=Lenin&kind=note$/u)
  await expect(resultsOf(page).first()).toHaveAttribute('data-kind', 'note')
  await page
    .getByRole('group', { name: 'Part' })
    .getByRole('button', { name: /^Part 1/u })
    .click()
  await expect(page).toHaveURL(/\?q=Lenin&kind=note&part=part-1$/u)
  for (const link of await resultsOf(page).locator('> a').all()) expect(await link.getAttribute('href')).toContain('/part-1/#note-')
  await page.goBack()
  await expect(page).toHaveURL(/\?q=Lenin&kind=note$/u)
  await page.goto(`${realSite.address}/search/?q=Lenin&kind=source`)
  await expect(page.getByRole('group', { name: 'Kind' }).getByRole('button', { pressed: true })).toHaveText(/^Sources/u)
})

test('results are narrowed to what is disputed, with the other choices, and a second press shows all again', async ({ page }) => {
  await page.goto(`${realSite.address}/search/?q=Bolsheviks`)
  const kinds = page.getByRole('group', { name: 'Kind' })
  const disputed = page.getByRole('group', { name: 'Certainty' }).getByRole('button', { name: /^Disputed/u })
  const all = await kinds.getByRole('button', { name: /^All/u }).textContent()
  const count = /\d+/u.exec((await disputed.textContent()) ?? '')?.[0] ?? ''
  await disputed.click()
  await expect(page).toHaveURL(/\?q=Bolsheviks&certainty=disputed$/u)
  await expect(kinds.getByRole('button', { name: /^All/u })).toHaveText(`All ${count}`)
  await expect(page.locator('site-search').getByRole('status')).toContainText(`${count} results`)
  await expect(resultsOf(page).getByRole('link', { name: 'Bolsheviks', exact: true })).toBeVisible()
  await kinds.getByRole('button', { name: /^Glossary/u }).click()
  await expect(page).toHaveURL(/\?q=Bolsheviks&kind=term&certainty=disputed$/u)
  await page.reload()
  await expect(disputed).toHaveAttribute('aria-pressed', 'true')
  for (const kind of await resultsOf(page).all()) await expect(kind).toHaveAttribute('data-kind', 'term')
  await page.goBack()
  await disputed.click()
  await expect(page).toHaveURL(/\?q=Bolsheviks$/u)
  await expect(kinds.getByRole('button', { name: /^All/u })).toHaveText(all ?? '')
})

test('the number on a filter is the number of its results', async ({ page }) => {
  await page.goto(`${realSite.address}/search/?q=Kerensky`)
  const button = page.getByRole('group', { name: 'Kind' }).getByRole('button', { name: /^Glossary/u })
  const count = Number(/\d+/u.exec((await button.textContent()) ?? '')?.[0])
  await button.click()
  await expect(page.getByRole('group', { name: 'Kind' }).getByRole('button', { pressed: true })).toHaveText(/^Glossary/u)
  for (const more = page.locator('.more').first(); await more.isVisible(); ) await more.click()
  await expect(resultsOf(page)).toHaveCount(count)
  await expect(page.locator('site-search').getByRole('status')).toContainText(`${count} results for “Kerensky”`)
})

test('the words found are marked at their place, without a trace in the address, until Esc', async ({ page }) => {
  await page.goto(`${realSite.address}/search/?q=${encodeURIComponent('“Cirque Moderne”')}`)
  await resultsOf(page).and(page.locator('[data-kind=part]')).first().getByRole('link').click()
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(String))
  await expect.poll(marked).toEqual(['Cirque Moderne'])
  await expect(page).toHaveURL(/\/part-1\/#p-\w+$/u)
  await page.keyboard.press('Escape')
  expect(await marked()).toEqual([])
})

test('what was asked last is there again when the search is opened on another page', async ({ page }) => {
  await page.goto(`${realSite.address}/about/`)
  await page.keyboard.press('/')
  await boxOf(page).fill('Smolny')
  await expect(resultsOf(page).first()).toBeVisible()
  await page.goto(`${realSite.address}/notes/`)
  await page.keyboard.press('/')
  await expect(boxOf(page)).toHaveValue('Smolny')
  await expect(resultsOf(page).first()).toBeVisible()
})

test('a page loads nothing of the search until it is first used', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  // The network of a busy machine can be idle before the page has read its scripts.
  await page.goto(`${realSite.address}/part-1/`)
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => /pagefind|search-box|search-marks/u.test(path))).toEqual([])
  await page.keyboard.press('/')
  await boxOf(page).fill('Lenin')
  await expect(resultsOf(page).first()).toBeVisible()
  expect(asked.filter((path) => /search-box/u.test(path))).toHaveLength(1)
})

test('an offered word is a search; who asks for a day sees first what happened on it, and every result shows what answers; places are found', async ({
  page,
}) => {
  await page.goto(`${realSite.address}/search/?q=Lashevch`)
  await page.getByRole('button', { name: 'Lashevich', exact: true }).click()
  await expect(boxOf(page)).toHaveValue('Lashevich')
  await expect(resultsOf(page).first()).toHaveAttribute('data-kind', 'term')

  await boxOf(page).fill('25 October 1917')
  await expect(page.locator('site-search').getByRole('status')).toContainText('“25 October 1917”')
  await expect(resultsOf(page).first()).toHaveAttribute('data-kind', 'event')
  await expect(resultsOf(page).first().locator('mark').first()).toBeVisible()
  for (const query of ['Smolny', 'Lenin', 'Kadets', 'Rabinowitch']) {
    await boxOf(page).fill(query)
    await expect(page.locator('site-search').getByRole('status')).toContainText(`“${query}”`)
    const unmarked = await resultsOf(page).evaluateAll((items) =>
      items.filter((item) => !item.querySelector('mark')).map((item) => item.textContent),
    )
    expect(unmarked, query).toEqual([])
  }

  await page.goto(`${realSite.address}/search/?q=Palace+Square&kind=place`)
  await expect(resultsOf(page).first().getByRole('link')).toHaveText('Palace Square and General Staff')
  await resultsOf(page).first().getByRole('link').click()
  await expect(page).toHaveURL(/\/places\/#palace-square$/u)
})

test('what was asked for and followed is offered when nothing is typed, on this device alone', async ({ page }) => {
  await page.goto(`${realSite.address}/about/`)
  await page.keyboard.press('/')
  await boxOf(page).fill('Cirque Moderne')
  await resultsOf(page).first().getByRole('link').click()
  await page.goto(`${realSite.address}/notes/`)
  await page.keyboard.press('/')
  await boxOf(page).fill('')
  await page.getByRole('button', { name: 'Cirque Moderne', exact: true }).click()
  await expect(boxOf(page)).toHaveValue('Cirque Moderne')
  await expect(resultsOf(page).first()).toBeVisible()
})

test('while the index comes the search says that it searches', async ({ page }) => {
  const { promise: asked, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/wasm.*.pagefind', async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(`${realSite.address}/about/`)
  await page.keyboard.press('/')
  await boxOf(page).fill('Smolny')
  await expect(page.locator('site-search').getByRole('status')).toHaveText('Searching …')
  release()
  await expect(resultsOf(page).first()).toBeVisible()
})
