import type { AstroIntegration } from 'astro'
import { folderAt } from '../manuscript/files.ts'
import { alternatesOf, besideOf, rootOfLanguages } from '../model/languages.ts'
import { shelf } from './shelf.ts'

const languages = '\0pamphlet:languages'

/**
 * Astro integration: tells components the languages of the series, as the module `pamphlet:languages`, and gives them the
 * switch between them, `pamphlet:language-switch`, with its styles and its script; where there is one language, nothing is
 * in its place, so that no page asks for what it does not show. Both are declared in `src/env.d.ts`.
 *
 * @param isOffered whether the sites of the other languages are there, and not one alone
 * @param isBesideOriginal whether the site is built into the original’s: parts have a page on which they stand beside it
 */
export const offerLanguages = ({ isOffered, isBesideOriginal }: Offered): AstroIntegration => ({
  name: 'pamphlet-languages',
  hooks: {
    'astro:config:setup': ({ updateConfig, injectRoute }) => {
      if (isBesideOriginal) injectRoute({ pattern: besideOf('/[part]/'), entrypoint: beside })
      const offered = async () => (isOffered ? (shelf.languages ?? (await shelf.firstReading?.())?.languages ?? []) : [])
      const plugin = {
        name: 'pamphlet-languages',
        resolveId: {
          filter: { id: /^pamphlet:language(?:s|-switch)$/ },
          handler: async (id: string) => {
            if (id === 'pamphlet:languages') return languages
            return componentAt((await offered()).length > 0 ? 'furniture/LanguageSwitch' : 'apparatus/Nothing')
          },
        },
        load: {
          filter: { id: /^\0pamphlet:languages$/ },
          handler: async () =>
            `export const languages = ${JSON.stringify(await offered())}\nexport const areBesideOriginal = ${isBesideOriginal}`,
        },
      }
      updateConfig({ vite: { plugins: [plugin] } })
    },
  },
})

type Offered = { readonly isOffered: boolean; readonly isBesideOriginal: boolean }

/**
 * Gives the pages of the sitemap their addresses, leaves out those that say again what stands on others, and names the
 * languages that a page can be read in, for the sitemap
 * (https://developers.google.com/search/docs/specialty/international/localized-versions).
 *
 * @param site where the site that is built will live
 */
export const withLanguages =
  (site: string) =>
  async <P extends { readonly url: string }>(item: P): Promise<P | undefined> => {
    const reading = await shelf.firstReading?.()
    const [languages, language] = [reading?.languages ?? [], reading?.series?.language ?? '']
    // The plugin knows the host of the site, and passes over the folder that it lies in there.
    const page = new URL(item.url).pathname.slice(1)
    // What stands there is found on the pages of the two texts.
    if (reading?.series?.parts.some(({ href }) => besideOf(href) === `/${page}`)) return undefined
    const url = new URL(page, site).href
    const root = rootOfLanguages(languages, language, new URL(site))
    const links = alternatesOf(languages, `/${page}`).map((one) => ({ lang: one.language, url: new URL(one.folder + page, root).href }))
    return { ...item, url, ...(links.length > 0 && { links }) }
  }

const beside = new URL('../pages/_beside.astro', import.meta.url)

const componentAt = (name: string) => folderAt(new URL(`../components/${name}.astro`, import.meta.url)).replaceAll('\\', '/')
