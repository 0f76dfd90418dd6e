declare module 'citeproc' {
  type CitationItem = { id: string; position?: 0 | 1; locator?: string; label?: string; suffix?: string }
  class Engine {
    constructor(
      system: { retrieveLocale: (language: string) => unknown; retrieveItem: (id: string) => unknown },
      style: unknown,
      language?: string,
      force?: boolean,
    )
    updateItems(ids: string[]): void
    makeCitationCluster(items: CitationItem[]): string
    makeBibliography(): [{ entry_ids: string[][] }, string[]]
  }
  namespace CSL {
    export { Engine }
  }
  export default CSL
}

declare module 'locale-en-gb' {
  const locale: unknown
  export default locale
}

declare module '@citation-js/core' {
  export class Cite {
    constructor(item: object)
    format(format: 'bibtex' | 'biblatex' | 'ris'): string
  }
  export const plugins: {
    config: { get(plugin: '@bibtex'): { format: object } }
    input: { chain(input: unknown, options: { forceType?: string; target?: string; generateGraph: false }): unknown }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
