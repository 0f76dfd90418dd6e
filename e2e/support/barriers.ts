import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What can differ between light and dark. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What is asked: that is all that is wrong, and nothing need be fetched for it. */
const asked = { resultTypes: ['violations'], preload: false } satisfies RunOptions

/**
 * The barriers on the page as it stands: all of them in light, those of colour again in dark. See decision 48.
 *
 * @param part a selector of what alone is looked at: what has opened over a page that has been looked at
 */
export async function barriersOf(page: Page, part = 'html'): Promise<string[]> {
  // Evaluated from outside, it needs no leave of the page’s policy; it stays until the page is left.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const runOnly: RunOptions['runOnly'] = colorScheme === 'light' ? { type: 'tag', values: tags } : { type: 'rule', values: rulesOfColour }
    const { violations } = await page.evaluate(
      ([selector, options]) => (window as unknown as { axe: typeof axe }).axe.run({ include: [selector] }, options),
      [part, { ...asked, runOnly }] as const,
    )
    for (const { id, nodes } of violations) {
      found.push(
        ...nodes.map(({ target, failureSummary }) => `${page.url()} in ${colorScheme}: ${id} at ${target.join(' ')}: ${failureSummary}`),
      )
    }
  }
  return found
}
