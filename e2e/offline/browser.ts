import { type BrowserContext, chromium, expect, type Page } from 'playwright/test'
import { browserArguments, findBrowser } from '../support/browser.ts'

/** Opens the browser with what it has stored in a folder, as after it was closed. */
export function openBrowser(profile: string): Promise<BrowserContext> {
  const executablePath = findBrowser()
  return chromium.launchPersistentContext(profile, { args: browserArguments, locale: 'en-GB', ...(executablePath && { executablePath }) })
}

/** Keeps the site for offline as a reader does, by the button on the front page. */
export async function keepOffline(page: Page, address: string) {
  await page.goto(`${address}/`)
  await page.getByRole('main').getByRole('button', { name: 'Save for offline' }).click()
  await expect(page.getByRole('main').locator('keep-offline [role=status]')).toHaveText(
    /^Saved on this device: version \S+ of .+, [\d.]+ MB\.$/u,
  )
}

export const titleIn = (html: string): string | undefined => /<title>([^<]*)<\/title>/u.exec(html)?.[1]
