import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright/test'

/** Without its comments and long names, of which the browser has to read half as much on every page. */
const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What can differ between light and dark. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What is asked: that is all that is wrong, and nothing need be fetched for it. */
const asked = { resultTypes: ['violations'], preload: false } satisfies RunOptions

/**
 * The barriers on the page as it stands: all of them in light, in a wide window those of colour again in dark. The colours
 * of a narrow one are the same. See decision 48.
 *
 * @param part a selector of what alone is looked at: what has opened over a page that has been looked at
 */
export async function barriersOf(page: Page, part = 'html'): Promise<string[]> {
  // Evaluated from outside, it needs no leave of the page’s policy; it stays until the page is left.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(program)
  const found: string[] = []
  const isWide = (page.viewportSize()?.width ?? 0) >= 1200
  for (const colorScheme of isWide ? (['light', 'dark'] as const) : (['light'] as const)) {
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
