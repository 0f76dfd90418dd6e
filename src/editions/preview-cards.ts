import { readFile, writeFile } from 'node:fs/promises'
import type { Series } from '../model/series.ts'
import { escapeAttribute } from './html.ts'
import { filesIn } from './site-files.ts'

/**
 * A script that gives pages the previews of terms and sources which they would otherwise fetch, by the path of the page
 * that is previewed: `/glossary/mrc/`.
 *
 * @param rewrite makes of a preview, and the path of its file from the root, what the edition shows
 * @returns the script; nothing where the site has no previews
 */
export async function registerCards(site: URL, rewrite: (html: string, path: string) => string | Promise<string>): Promise<string | undefined> {
  const files = (await filesIn(site)).filter(isCard)
  if (files.length === 0) return undefined
  const cards = await Promise.all(
    files.map(async (path) => {
      const html = await readFile(new URL(encodeURI(path), site), 'utf8')
      return [`/${path.slice(0, -'card/index.html'.length)}`, await rewrite(cardIn(html), `/${path}`)]
    }),
  )
  // In a page, “</script” would end the script.
  return `globalThis.pamphletCards=${JSON.stringify(Object.fromEntries(cards)).replaceAll('<', '\\u003c')};`
}

/** Makes a document of every preview of the site, which is a part of one as it is rendered. */
export async function finishCards(site: URL): Promise<void> {
  const { language }: Series = JSON.parse(await readFile(new URL('series.json', site), 'utf8'))
  for (const path of (await filesIn(site)).filter(isCard)) {
    const file = new URL(encodeURI(path), site)
    await writeFile(file, cardPage(await readFile(file, 'utf8'), language))
  }
}

/**
 * The preview as a document: where its file is opened by its address it says its encoding, can run and load nothing, and
 * is no page for search engines.
 *
 * @param html the preview, which begins with its title
 */
function cardPage(html: string, language: string): string {
  const [, title = ''] = /<p class="card-title">([\s\S]*?)<\/p>/u.exec(html) ?? []
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">`,
    '<meta name="robots" content="noindex">',
    `<title>${title.replace(/<[^>]*>/gu, '').trim()}</title>`,
  ]
  return `<!DOCTYPE html><html lang="${escapeAttribute(language)}"><head>${head.join('')}</head><body>${html.trim()}</body></html>\n`
}

const isCard = (path: string): boolean => path.endsWith('/card/index.html')

/** The preview in its document. */
const cardIn = (html: string) => /<body>([\s\S]*)<\/body>/u.exec(html)?.[1] ?? html
