import { createHash } from 'node:crypto'
import { tellProgress } from '../../progress.ts'
import { at } from '../edition-error.ts'
import { fileAt, readText, writeInto } from '../site-files.ts'
import type { SitePages } from './finish-site.ts'
import { layApart, type StyledPage } from './lay-apart.ts'
import { signs } from './light-page.ts'
import { readSheet, type Sheet } from './style-rules.ts'
import type { NameFaces } from './subset-faces.ts'

/**
 * Puts into each page the styles that show it as it arrives, in the place of the sheets its head names, and their hash
 * into its policy: what is above the fold needs no second request. Of the sheet behind the text a page has what shows at
 * once; all else is in the file of what is opened, with what only previews need, and the words that only scripts say lie
 * beside it. See decisions 53 and 129.
 *
 * @param site folder of the finished site
 * @param pages of the site, as they were looked at; each is let go of once it has its styles
 * @param nameFaces what names in a page the sheets as they are now
 * @returns how many pages have their styles in them
 */
export async function inlineStyles(site: URL, pages: SitePages, nameFaces: NameFaces = (_, text) => text): Promise<number> {
  const sheets = new Map<string, Sheet>()
  const styled: { readonly path: string; readonly page: StyledPage }[] = []
  const cards = new Set<string>()
  const sheetAt = (path: string): Sheet => {
    const sheet = sheets.get(path) ?? readSheet(readText(fileAt(site, path)))
    sheets.set(path, sheet)
    return sheet
  }
  const { size } = pages
  for (const [path, { letters, light }] of pages) {
    tellProgress(size - pages.size, size)
    pages.delete(path)
    const { present, behind, page } = await at(`/${path}`, async () => light())
    if (path.endsWith('/card/index.html')) for (const name of present) cards.add(name)
    if (!page) continue
    const codes = [...letters].map((character) => character.codePointAt(0) ?? 0)
    const all = { present: new Set(present), letters: codes, media: 'all' } as const
    // Faces stand in the sheet of the head alone.
    const shown = { present: all.present.difference(new Set(behind)), letters: [], media: 'screen' } as const
    const links = page.sheets.map(({ href, isInHead }) => ({ href: nameFaces(path, href), isInHead }))
    const text = links.map(({ href, isInHead }) => from(href, sheetAt(fileOf(href))(isInHead ? all : shown))).join('')
    const html = nameFaces(path, page.html)
      .replace(signs.styles, () => text)
      .replace(signs.hash, hashOf(text))
    writeInto(fileAt(site, path), html)
    styled.push({
      path,
      page: {
        present,
        head: links.filter(({ isInHead }) => isInHead).map(({ href }) => fileOf(href)),
        later: links.filter(({ isInHead }) => !isInHead).map(({ href }) => fileOf(href)),
        ...(page.opened !== undefined && { opened: fileOf(nameFaces(path, page.opened)) }),
        apart: page.apart,
      },
    })
  }
  layApart(site, styled, cards, (heads, wanted) => heads.map((path) => sheetAt(path)({ ...wanted, letters: [], media: 'screen' })).join(''))
  return styled.length
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')

/** The path of the file that an address leads to. */
const fileOf = (href: string) => `_astro/${href.split('/').at(-1)}`

/** What a sheet names from where it lies is named from the page that holds it. */
function from(href: string, css: string): string {
  const folder = href.replace(/[^/]*$/u, '')
  return css.replace(/url\((["']?)(?!data:|[/#])([^"')]+)\1\)/gu, (_, quote: string, url: string) => `url(${quote}${folder}${url}${quote})`)
}
