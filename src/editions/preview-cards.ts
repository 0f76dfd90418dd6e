import { readFile } from 'node:fs/promises'
import { filesIn } from './site-files.ts'

/**
 * A script that gives pages the previews of terms and sources which they would otherwise fetch, by the path of the page
 * that is previewed: `/glossary/mrc/`.
 *
 * @param rewrite makes of a preview, and the path of its file from the root, what the edition shows
 * @returns the script; nothing where the site has no previews
 */
export async function registerCards(site: URL, rewrite: (html: string, path: string) => string | Promise<string>): Promise<string | undefined> {
  const files = (await filesIn(site)).filter((path) => path.endsWith('/card/index.html'))
  if (files.length === 0) return undefined
  const cards = await Promise.all(
    files.map(async (path) => {
      const html = await readFile(new URL(encodeURI(path), site), 'utf8')
      return [`/${path.slice(0, -'card/index.html'.length)}`, await rewrite(html, `/${path}`)]
    }),
  )
  // In a page, “</script” would end the script.
  return `globalThis.pamphletCards=${JSON.stringify(Object.fromEntries(cards)).replaceAll('<', '\\u003c')};`
}
