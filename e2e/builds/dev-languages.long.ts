import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project, tinySite } from '../support/sites.ts'
import { DevServer } from './dev-server.ts'

/** Whose translation is edited. */
const part = 'parts/the-watch.mdx'

test('every language is shown while it is written: the switch leads there, its edits and those of the original are seen, its mistakes laid over it', async ({
  page,
}) => {
  const other = new DevServer('e2e/tiny-series', Number(new URL(tinySite.address).port) + 9)
  const german = `translations/de/${part}`
  cpSync(join(project, 'e2e/tiny-translations/de'), join(other.folder, 'translations/de'), { recursive: true })
  const text = other.read(german)
  await other.start()
  const shows = (words: string) => expect(page.locator('main')).toContainText(words)
  const lost: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) lost.push(`${response.status()} ${response.url()}`)
  })
  try {
    await expect.poll(() => other.output).toContain('This server shows the original, English (“en-GB”), and Deutsch at /de/.')
    await page.goto(`${other.address}/the-watch/`)
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await expect(page).toHaveURL(`${other.address}/de/the-watch/`)
    await shows('Dreizehn Jahre, zwei Ämter und ein Ofen')
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByRole('link', { name: 'Mit dem Original daneben' })).toHaveCount(0)
    other.write(german, text.replace('Dreizehn Jahre', 'Vierzehn Jahre'))
    await shows('Vierzehn Jahre, zwei Ämter und ein Ofen')
    other.write(german, text.replace('<Term id="lantern-party">', '<Term id="lantern-partei">'))
    const line = text.slice(0, text.indexOf('lantern-party')).split('\n').length
    await expect(page.locator('vite-error-overlay')).toContainText(`${german}:${line}:`)
    expect(other.output.split(`${german}:${line}:`)).toHaveLength(2)
    other.write(german, text)
    await expect(page.locator('vite-error-overlay')).toHaveCount(0)
    const letters = 'sources/minkov-letters.yaml'
    other.write(letters, other.read(letters).replace(/^title: .*$/mu, 'title: Letters to the Mainland'))
    await shows('Letters to the Mainland')
    await page.getByRole('link', { name: 'Die Wärter des Lichts von Lamna' }).first().click()
    await expect(page).toHaveURL(`${other.address}/de/`)
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(`${other.address}/`)
    expect(lost).toEqual([])
  } finally {
    await other.stop()
  }
})
