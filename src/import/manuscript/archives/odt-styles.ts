import { elementsOf, type XmlElement } from './read-xml.ts'

/** What a style of OpenDocument says of the words that have it. */
export type OdtStyles = {
  /** Tags of HTML around words: `em`, `strong`, `sup`, `sub`. */
  readonly tagsOf: (style: string | undefined) => readonly string[]
  /** What a paragraph of the style is. */
  readonly kindOf: (style: string | undefined) => 'title' | 'quotation' | 'caption' | undefined
  /** Whether the items of a list of the style have numbers, by its level from 1. */
  readonly isNumbered: (style: string | undefined, level: number) => boolean
}

type Style = { readonly parent?: string; readonly called: string; readonly text?: Readonly<Record<string, string>> }

/** Reads the styles of a document: those of `styles.xml` and those that `content.xml` makes of them. */
export function readOdtStyles(roots: readonly (XmlElement | undefined)[]): OdtStyles {
  const styles = new Map(
    roots.flatMap((root) => elementsOf(root, 'style:style').map((style) => [style.attributes['style:name'] ?? '', read(style)] as const)),
  )
  const lists = new Map(
    roots.flatMap((root) =>
      elementsOf(root, 'text:list-style').map((style) => [style.attributes['style:name'] ?? '', numberedLevels(style)] as const),
    ),
  )
  const chainOf = (name: string | undefined): Style[] => {
    const chain: Style[] = []
    for (let at = name; at !== undefined && chain.length < 20; at = chain.at(-1)?.parent) {
      const style = styles.get(at)
      if (!style) break
      chain.push(style)
    }
    return chain
  }
  return {
    tagsOf: (name) => {
      const chain = chainOf(name)
      const textOf = (property: string) => chain.find(({ text }) => text?.[property] !== undefined)?.text?.[property] ?? ''
      const position = textOf('style:text-position')
      return [
        /italic|oblique/u.test(textOf('fo:font-style')) && 'em',
        /^(?:bold|[6-9]00)$/u.test(textOf('fo:font-weight')) && 'strong',
        /^(?:super|[1-9]\d?%)/u.test(position) && 'sup',
        /^(?:sub|-)/u.test(position) && 'sub',
      ].filter((tag) => tag !== false)
    },
    kindOf: (name) => chainOf(name).flatMap(({ called }) => kinds[called.toLowerCase()] ?? [])[0],
    isNumbered: (name, level) => lists.get(name ?? '')?.has(level) ?? false,
  }
}

const kinds: Readonly<Record<string, 'title' | 'quotation' | 'caption'>> = {
  title: 'title',
  quotations: 'quotation',
  quote: 'quotation',
  'block text': 'quotation',
  'block quotation': 'quotation',
  'intense quote': 'quotation',
  caption: 'caption',
  illustration: 'caption',
  figure: 'caption',
  figurecaption: 'caption',
}

function read({ attributes, children }: XmlElement): Style {
  const text = children.find((child) => typeof child !== 'string' && child.name === 'style:text-properties') as XmlElement | undefined
  const parent = attributes['style:parent-style-name']
  const called = attributes['style:display-name'] ?? (attributes['style:name'] ?? '').replaceAll('_20_', ' ')
  return { called, ...(parent && { parent }), ...(text && { text: text.attributes }) }
}

const numberedLevels = (style: XmlElement): ReadonlySet<number> =>
  new Set(
    elementsOf(style, 'text:list-level-style-number')
      .filter(({ attributes }) => (attributes['style:num-format'] ?? '') !== '')
      .map(({ attributes }) => Number(attributes['text:level'] ?? 1)),
  )
