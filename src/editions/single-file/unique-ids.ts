/** The ids that the pages of a site have in one file: by page, from the id on the page to the one in the file. */
export type IdsInFile = ReadonlyMap<string, { readonly self: string; readonly ids: ReadonlyMap<string, string> }>

/**
 * Gives every page an id of its own and makes the ids of all pages unique. An id stays what it is unless a page before
 * has it, so that a permalink’s fragment leads to the same place; the later one is prefixed with its page’s.
 *
 * @param pages in the order in which they may claim an id: paths with the ids that stand on them
 */
export function makeUnique(pages: readonly { readonly path: string; readonly ids: readonly string[] }[]): IdsInFile {
  const taken = new Set<string>(pages.map(({ path }) => idOfPage(path)))
  return new Map(
    pages.map(({ path, ids }) => {
      const self = idOfPage(path)
      const inFile = new Map<string, string>()
      for (const id of ids) {
        let candidate = id
        for (let turn = 1; taken.has(candidate); turn++) candidate = turn === 1 ? `${self}-${id}` : `${self}-${id}-${turn}`
        taken.add(candidate)
        inFile.set(id, candidate)
      }
      return [path, { self, ids: inFile }]
    }),
  )
}

/** `page-glossary-mrc` for `/glossary/mrc/`; headings and paragraphs have no such ids. */
const idOfPage = (path: string) =>
  `page${
    path
      .replace(/\.html$/u, '/')
      .replaceAll('/', '-')
      .slice(0, -1) || '-start'
  }`
