import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What can differ between light and dark. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** The barriers on the page as it stands: all of them in light, those of colour again in dark. */
export async function barriersOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // One frame is all there is, so that axe need not open a page of its own; what it finds in order is not asked for.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false })
    const { violations } = await (colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(rulesOfColour)).analyze()
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ target, failureSummary }) => `${page.url()} in ${colorScheme}: ${id} at ${target.join(' ')}: ${failureSummary}`))
    }
  }
  return found
}
