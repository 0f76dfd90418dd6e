declare module 'citeproc' {
  type CitationItem = {
    id: string
    /** First, or a later one. */
    position?: 0 | 1
    locator?: string
    label?: string
    prefix?: string
    suffix?: string
    'suppress-author'?: boolean
  }
  type Citation = { citationID: string; citationItems: CitationItem[]; properties: { noteIndex: number } }
  class Engine {
    constructor(
      system: {
        retrieveLocale: (language: string) => unknown
        retrieveItem: (id: string) => unknown
        wrapCitationEntry?: (html: string, id: string | undefined) => string
      },
      style: unknown,
      language?: string,
      force?: boolean,
    )
    readonly opt: { development_extensions: { apply_citation_wrapper?: boolean } }
    readonly citation: { readonly opt: { readonly layout_prefix?: string; readonly layout_suffix?: string } }
    readonly bibliography: { readonly opt: { 'subsequent-author-substitute'?: string | false } }
    updateItems(ids: string[]): void
    updateUncitedItems(ids: string[]): void
    makeCitationCluster(items: CitationItem[]): string
    processCitationCluster(citation: Citation, before: [string, number][], after: [string, number][]): [unknown, [number, string, string][]]
    makeBibliography(): [{ entry_ids: string[][] }, string[]]
  }
  namespace CSL {
    export { type Citation, type CitationItem, Engine }
  }
  export default CSL
}

declare module 'locale-en-gb' {
  const locale: unknown
  export default locale
}

declare module '@citation-js/core' {
  export class Cite {
    constructor(input: object | string)
    /** What was read, as CSL-JSON. */
    readonly data: Record<string, unknown>[]
    format(format: 'bibtex' | 'biblatex' | 'ris'): string
  }
  export const plugins: {
    config: { get(plugin: '@bibtex'): { format: object } }
    input: {
      /** One step of reading: of a RIS file its records, with all values of each tag. */
      chainLink(input: string): Record<string, string | string[]>[]
      chain(input: unknown, options: { forceType?: string; target?: string; generateGraph: false }): unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
