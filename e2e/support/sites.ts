import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A built site, where its files lie and where the tests find it. */
export type Site = {
  readonly name: string
  readonly folder: string
  readonly address: string
}

/** The folder of the project. */
export const project = join(import.meta.dirname, '../..')

/** The first of the ports the sites are served at; another one lets two checkouts be tested at the same time. */
const port = Number(process.env.PAMPHLET_TEST_PORT ?? 4401)

/** The publication itself, as `npm run build` makes it. */
export const realSite: Site = { name: 'the real series', folder: join(project, 'dist'), address: `http://127.0.0.1:${port}` }

/** The miniature manuscript `tiny-series/`, as `npm run build:tiny` makes it. */
export const tinySite: Site = {
  name: 'the tiny series',
  folder: join(project, '.pamphlet-tests/tiny-series'),
  address: `http://127.0.0.1:${port + 1}`,
}

export const sites = [tinySite, realSite]

/** What the tests read of a site’s `series.json`. */
export type Series = {
  readonly title: string
  readonly language: string
  readonly authors: readonly Name[]
  readonly edition: { readonly version: string; readonly date: string }
  readonly parts: readonly Part[]
  readonly retiredPages: readonly { readonly href: string }[]
  readonly terms: readonly { readonly id: string; readonly name: string; readonly href: string; readonly definition: string }[]
  readonly sources: readonly Source[]
  readonly events: readonly { readonly title: string; readonly text: string; readonly href: string }[]
  readonly places: readonly { readonly href: string }[]
  /** What the writer says on pages of the program’s, and pages of the writer’s own. */
  readonly pages: readonly Pick<Part, 'slug' | 'href' | 'paragraphs'>[]
}
export type Name = {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
  readonly 'non-dropping-particle'?: string
}
export type Source = {
  readonly id: string
  readonly href: string
  readonly html: string
  readonly note?: string
  readonly title: string
  readonly author?: readonly Name[]
  readonly issued?: string
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly ISBN?: string
  readonly DOI?: string
}
export type Part = {
  readonly slug: string
  readonly href: string
  readonly title: string
  readonly description: string
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly paragraphs: readonly { readonly key: string; readonly text: string }[]
  readonly notes: readonly {
    readonly id: string
    readonly href: string
    readonly text: string
    readonly references: readonly { readonly id: string }[]
  }[]
  readonly clusters: readonly { readonly citations: readonly { readonly id: string }[] }[]
  readonly citations: readonly {
    readonly id: string
    readonly source: string
    readonly html: string
    readonly place: { readonly kind: string; readonly href: string }
  }[]
}

export const seriesOf = ({ folder }: Site): Series => JSON.parse(readFileSync(join(folder, 'series.json'), 'utf8'))

/** Paths of all files of a site from its root, sorted: `/part-1/index.html`. */
export const filesOf = ({ folder }: Site): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(folder.length)}/${entry.name}`.replaceAll('\\', '/'))
    .sort()

/** Addresses of all pages of a site from its root, sorted: `/`, `/404.html`, `/part-1/`. The single file is no page of it. */
export const pagesOf = (site: Site): string[] => addressesOf(site).filter((path) => !isCard(path))

/** Addresses of the fragments that previews show: `/glossary/x/card/`. */
export const cardsOf = (site: Site): string[] => addressesOf(site).filter(isCard)

const isCard = (path: string) => path.endsWith('/card/')

const addressesOf = (site: Site): string[] =>
  filesOf(site)
    .filter((path) => path.endsWith('.html') && !/^\/downloads\/(?!index\.html)/u.test(path))
    .map((path) => path.replace(/index\.html$/u, ''))

export const htmlOf = ({ folder }: Site, page: string): string =>
  readFileSync(join(folder, page.endsWith('/') ? `${page}index.html` : page), 'utf8')

/** Pages of every type that a site has, sorted; of the types with many as many `samples`, spread over all of them. */
export function pageTypesOf(site: Site, samples = 1): string[] {
  const byType = Map.groupBy(pagesOf(site), (page) => page.replace(/(?<=^\/(?:glossary|sources)\/).+/u, '*'))
  return [...byType.values()]
    .flatMap((pages) => pages.filter((_, i) => Math.floor((i * samples) / pages.length) !== Math.floor(((i - 1) * samples) / pages.length)))
    .sort()
}

/** Pages of types that the tiny series has not; its parts are of one. */
export function ownPagesOf(site: Site): string[] {
  const known = new Set([...pageTypesOf(tinySite), ...seriesOf(site).parts.map(({ href }) => href)])
  return pageTypesOf(site).filter((path) => !known.has(path) && !/^\/(?:glossary|sources)\/./u.test(path))
}
