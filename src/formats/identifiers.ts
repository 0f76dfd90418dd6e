import type { Identifiers } from '../model/files/term-file.ts'

/** What each register of persons and bodies is called, and the name it gives a thing as an address. */
export const registers: Record<keyof Identifiers, { readonly name: string; readonly url: (id: string) => string }> = {
  wikidata: { name: 'Wikidata', url: (id) => `http://www.wikidata.org/entity/${id}` },
  viaf: { name: 'VIAF', url: (id) => `https://viaf.org/viaf/${id}` },
  isni: { name: 'ISNI', url: (id) => `https://isni.org/isni/${id}` },
}

/** The identifiers of a term with what to call and where to find them, in the order of the registers. */
export const identifiersOf = (identifiers: Identifiers | undefined): { register: string; id: string; url: string }[] =>
  (Object.keys(registers) as (keyof Identifiers)[]).flatMap((register) => {
    const id = identifiers?.[register]
    return id === undefined ? [] : [{ register: registers[register].name, id, url: registers[register].url(id) }]
  })

/** Their addresses, or nothing where there is none. */
export function identifierUrls(identifiers: Identifiers | undefined): string[] | undefined {
  const urls = identifiersOf(identifiers).map(({ url }) => url)
  return urls.length > 0 ? urls : undefined
}
