/** The ids that the program itself gives on its pages; a test compares them with the components. */
export const furnitureIds = {
  everywhere: ['main', 'search-anywhere', 'site-pages', 'reader-choices', 'citations-title', 'moved-and-withdrawn'],
  part: ['doc-contents', 'doc-endnotes'],
  term: ['relations', 'sources', 'mentions', 'mentions-elsewhere'],
  page: ['history'],
  places: ['map-wide', 'map-middle', 'map-whole', 'map-part', 'map-title'],
} as const

/** The names at the root of the site that are the program’s own, or are kept for what it will have. */
const ownPages = new Set([
  '404',
  'about',
  'documents',
  'downloads',
  'glossary',
  'hours',
  'icons',
  'index',
  'keep',
  'my-notes',
  'notes',
  'pagefind',
  'pictures',
  'places',
  'search',
  'series',
  'share',
  'sources',
  'sw',
  'timeline',
])

/** Whether a part of that name would lie over a page of the program’s own. */
export const isOwnPage = (name: string): boolean => ownPages.has(name)

/** Whether a name is that of a language, below which a translation will stand: `/de/`. */
export const isLanguageName = (name: string): boolean => /^[a-z]{2}$/u.test(name) && languages.of(name) !== undefined

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
