/** Of the JSON-LD processor what the tests use; the types that are published for it do not know its safe mode. */
declare module 'jsonld' {
  type LoadedDocument = { readonly documentUrl: string; readonly document: object; readonly contextUrl: null }
  type Options = {
    /** Fails where a value would be dropped. */
    readonly safe?: boolean
    readonly documentLoader?: (url: string) => Promise<LoadedDocument>
  }
  const jsonld: {
    expand(document: object, options?: Options): Promise<object[]>
    flatten(document: object): Promise<object[]>
    canonize(document: object, options?: Options & { readonly base?: string; readonly algorithm?: string }): Promise<string>
  }
  export default jsonld
}
