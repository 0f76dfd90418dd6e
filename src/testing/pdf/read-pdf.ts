import { markedTextOf } from './marked-text.ts'
import { readObjects, textOfString, type Value } from './objects.ts'

/** An element of the structure of a PDF (ISO 32000-1, §14.7), as assistive programs are told of it. */
export type StructureElement = {
  /** `H2`, `Note`, `Figure`. */
  readonly role: string
  /** What is said in its place. */
  readonly alternative: string | undefined
  /** Words and elements in the order in which they are read. */
  readonly children: readonly (string | StructureElement)[]
  /** Where the links in it lead: to a page, from 0, or to an address; to nothing where there is no such page. */
  readonly links: readonly (number | string | undefined)[]
}

export type Pdf = {
  readonly structure: StructureElement
  readonly pages: number
  readonly links: number
  readonly bookmarks: readonly string[]
  /** Names of the faces: `Vollkorn-Regular`. */
  readonly faces: readonly string[]
}

/** Reads what a PDF as our typesetter writes it says of its structure, and its text in the order of that. */
export function readPdf(bytes: Uint8Array): Pdf {
  const objects = readObjects(bytes)
  const { numbers, dictionary, list } = objects
  const all = numbers.map((number) => dictionary(`${number} 0 R`))
  const catalog = all.find((object) => object.Type === '/Catalog') ?? {}
  const pages = pagesBelow(catalog.Pages)
  const texts = new Map(pages.map((page) => [page, markedTextOf(page, objects)]))
  const destinations = new Map(namesBelow(dictionary(catalog.Names).Dests))
  const [root] = list(dictionary(catalog.StructTreeRoot).K)
  const strings = (name: string) => all.flatMap((object) => (typeof object[name] === 'string' ? [object[name]] : []))
  return {
    structure: elementOf(root ?? '', undefined),
    pages: pages.length,
    links: all.filter(({ Subtype }) => Subtype === '/Link').length,
    bookmarks: all.flatMap(({ Title, Dest }) => (typeof Title === 'string' && Dest !== undefined ? [textOfString(Title)] : [])),
    faces: [...new Set(strings('BaseFont').map((face) => face.replace(/^\/(?:[A-Z]{6}\+)?/u, '').replace(/-Identity-H$/u, '')))],
  }

  function pagesBelow(reference: Value | undefined): string[] {
    const { Type, Kids } = dictionary(reference)
    return Type === '/Page' ? [String(reference)] : list(Kids).flatMap(pagesBelow)
  }

  /** A tree of names (§7.9.6): each name with the list that it stands for. */
  function namesBelow(reference: Value | undefined): [string, Value][] {
    const { Kids, Names } = dictionary(reference)
    const names = list(Names)
    const own = names.flatMap((name, i): [string, Value][] => (i % 2 === 0 ? [[String(name), destinationOf(names[i + 1])]] : []))
    return [...own, ...list(Kids).flatMap(namesBelow)]
  }

  function destinationOf(value: Value | undefined): Value {
    return dictionary(value).D ?? value ?? ''
  }

  function elementOf(reference: Value, outerPage: Value | undefined): StructureElement {
    const { S, K, Alt, Pg = outerPage } = dictionary(reference)
    const kids = list(K)
    return {
      role: String(S).slice(1),
      alternative: typeof Alt === 'string' ? textOfString(Alt) : undefined,
      children: kids.flatMap((kid): (string | StructureElement)[] => {
        const { Type, MCID, Pg: own = Pg } = dictionary(kid)
        if (Type === '/StructElem') return [elementOf(kid, Pg)]
        if (Type === '/OBJR') return []
        return [texts.get(String(own))?.get(Number(MCID ?? kid)) ?? '']
      }),
      links: kids.flatMap((kid) => (dictionary(kid).Type === '/OBJR' ? [targetOf(dictionary(kid).Obj)] : [])),
    }
  }

  function targetOf(annotation: Value | undefined): number | string | undefined {
    const { A, Dest } = dictionary(annotation)
    const { URI } = dictionary(A)
    if (typeof URI === 'string') return textOfString(URI)
    const place = list(destinations.get(String(Dest)) ?? Dest)
    const page = pages.indexOf(String(place[0]))
    return page === -1 ? undefined : page
  }
}

/** The elements below one, in the order in which they are read. */
export function* elementsIn(element: StructureElement, role?: RegExp): Generator<StructureElement> {
  if (!role || role.test(element.role)) yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elementsIn(child, role)
}

/** The words of an element, without those of the elements below it that are left out. */
export const wordsIn = (element: StructureElement, isLeftOut: (element: StructureElement) => boolean = () => false): string =>
  element.children.map((child) => (typeof child === 'string' ? child : isLeftOut(child) ? '' : wordsIn(child, isLeftOut))).join('')
