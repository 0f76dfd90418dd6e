import { createHash } from 'node:crypto'
import { keep } from '../../kept-results.ts'
import type { Edition } from '../../model/series.ts'
import { tellProgress } from '../../progress.ts'
import { at } from '../edition-error.ts'
import { inPieces, withPlaceOfSize, writeInPieces } from '../page-pieces.ts'
import { plainPage } from '../plain-page.ts'
import { digestOfFile, fileAt, readText, removeFile } from '../site-files.ts'
import { signsOfEdition } from '../without-edition.ts'
import type { LookedPage, SitePages } from './finish-site.ts'
import { layApart, type OpenedSheet, type StyledPage } from './lay-apart.ts'
import { signs } from './light-page.ts'
import { readSheet, type Sheet } from './style-rules.ts'
import type { NameFaces } from './subset-faces.ts'

/** A page of which all is known that its styles depend on, but for the sheet of what is opened. */
type UnstyledPage = StyledPage &
  Pick<LookedPage, 'letters' | 'unstyled' | 'isEditionSaid'> & {
    readonly path: string
    readonly behind: readonly string[]
    /** The sheets that it names, as they are called now. */
    readonly links: readonly { readonly href: string; readonly isInHead: boolean }[]
  }

/**
 * Puts into each page the styles that show it as it arrives, in the place of the sheets its head names, and their hash
 * into its policy: what is above the fold needs no second request. Of the sheet behind the text a page has what shows at
 * once; all else is in the file of what is opened, with what only previews need, and the words that only scripts say lie
 * beside it. See decisions 53 and 129. The page is what is published, but for the size of the packs: it is kept in pieces, as they are
 * packed.
 *
 * @param site folder of the finished site
 * @param pages of the site, as they were looked at; each is let go of once it has its styles
 * @param edition that the site says of itself
 * @param nameFaces what names in a page the sheets as they are now
 * @returns how many pages have their styles in them
 */
export async function inlineStyles(
  site: URL,
  pages: SitePages,
  edition?: Edition,
  nameFaces: NameFaces = (_, text) => text,
): Promise<number> {
  const sheets = new Map<string, Sheet>()
  const unstyled: UnstyledPage[] = []
  const cards = new Set<string>()
  const sheetAt = (path: string): Sheet => {
    const sheet = sheets.get(path) ?? readSheet(readText(fileAt(site, path)))
    sheets.set(path, sheet)
    return sheet
  }
  for (const [path, page] of pages) {
    pages.delete(path)
    const { present, behind, page: about } = await at(`/${path}`, async () => page.light())
    if (path.endsWith('/card/index.html')) for (const name of present) cards.add(name)
    if (!about) continue
    const links = about.sheets.map(({ href, isInHead }) => ({ href: nameFaces(path, href), isInHead }))
    unstyled.push({
      ...{ path, present, behind, links, letters: page.letters, unstyled: page.unstyled, isEditionSaid: page.isEditionSaid },
      head: links.filter(({ isInHead }) => isInHead).map(({ href }) => fileOf(href)),
      later: links.filter(({ isInHead }) => !isInHead).map(({ href }) => fileOf(href)),
      ...(about.opened !== undefined && { opened: fileOf(nameFaces(path, about.opened)) }),
      apart: about.apart,
    })
  }
  const ofCards: Parameters<typeof layApart>[3] = (heads, wanted) =>
    heads.map((path) => sheetAt(path)({ ...wanted, letters: [], media: 'screen' })).join('')
  const openedSheets = layApart(site, unstyled, cards, ofCards)
  for (const [i, page] of unstyled.entries()) {
    tellProgress(i, unstyled.length)
    await at(`/${page.path}`, async () => publishPage(page, openedSheets.get(page.opened ?? '')))
  }
  for (const { opened, later } of unstyled)
    if (opened !== undefined) for (const sheet of [...later, opened]) removeFile(fileAt(site, sheet))
  return unstyled.length

  function publishPage(page: UnstyledPage, opened: OpenedSheet | undefined) {
    const { path, links } = page
    const file = fileAt(site, path)
    const styles = links.map(({ href, isInHead }) => [href, isInHead, digestOfFile(fileAt(site, fileOf(href)))])
    const on = [plainPage(file, edition).key, JSON.stringify([styles, opened?.key])]
    const pieces = keep('published-page', on, () => {
      const told = nameFaces(path, page.unstyled())
      const css = stylesOf(page)
      const html = (opened ? opened.nameIn(told) : told).replace(signs.styles, () => css).replace(signs.hash, hashOf(css))
      const changing = page.isEditionSaid ? signsOfEdition : edition ? [edition.hash, edition.shortHash] : []
      return inPieces(path, withPlaceOfSize(html), changing)
    })
    writeInPieces(file, pieces, edition)
  }

  function stylesOf({ present, behind, letters, links }: UnstyledPage): string {
    const codes = [...letters].map((character) => character.codePointAt(0) ?? 0)
    const all = { present: new Set(present), letters: codes, media: 'all' } as const
    // Faces stand in the sheet of the head alone.
    const shown = { present: all.present.difference(new Set(behind)), letters: [], media: 'screen' } as const
    return links.map(({ href, isInHead }) => from(href, sheetAt(fileOf(href))(isInHead ? all : shown))).join('')
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')

/** The path of the file that an address leads to. */
const fileOf = (href: string) => `_astro/${href.split('/').at(-1)}`

/** What a sheet names from where it lies is named from the page that holds it. */
function from(href: string, css: string): string {
  const folder = href.replace(/[^/]*$/u, '')
  return css.replace(/url\((["']?)(?!data:|[/#])([^"')]+)\1\)/gu, (_, quote: string, url: string) => `url(${quote}${folder}${url}${quote})`)
}
