import CSL from 'citeproc'
import english from 'locale-en-gb'
import type { SourceFile, SourceName } from '../model/source-file.ts'
import { toCslJson } from './csl-json.ts'
import { readCslStyle } from './files.ts'

/** Formats the works of a series by a CSL style (Chicago, full note), with citeproc-js. */
export type CitationFormatter = {
  /** One citation in HTML without the full stop at its end; short where the work was cited before in the same text. */
  readonly cite: (source: string, locator: string | undefined, isFirst: boolean) => string
  /** Where the work can be found: its DOI as an address, or its URL. */
  readonly addressOf: (source: string) => string | undefined
  /** The entries of the bibliography in HTML, in the order of the style. */
  readonly bibliography: ReadonlyMap<string, string>
}

export function makeCitationFormatter(sources: readonly { readonly id: string; readonly file: SourceFile }[]): CitationFormatter {
  const files = new Map(sources.map(({ id, file }) => [id, file]))
  const items = new Map(sources.map(({ id, file }) => [id, toCslJson(id, file)]))
  const full = engineFor(items)
  // An address is no help in a note, where the citation itself is a link to the page that has it.
  const withoutAddress = engineFor(new Map([...items].map(([id, { URL: _, DOI: __, ...item }]) => [id, item])))
  const [{ entry_ids: inOrder }] = full.makeBibliography()
  return {
    cite: (source, locator, isFirst) =>
      items.has(source) ? withoutAddress.makeCitationCluster([{ id: source, position: isFirst ? 0 : 1, ...locatorItem(locator) }]).replace(/\.$/u, '') : source,
    addressOf: (source) => {
      const { DOI, URL } = files.get(source) ?? {}
      return DOI ? `https://doi.org/${DOI}` : URL
    },
    bibliography: new Map(inOrder.map(([id = '']) => [id, entryOf(full, id)])),
  }
}

/** One entry by itself: in a list the style puts dashes for the author of the entry before. */
function entryOf(engine: CSL.Engine, id: string): string {
  engine.updateItems([id])
  const [, [entry = '']] = engine.makeBibliography()
  return entry.replace(/^\s*<div class="csl-entry">|<\/div>\s*$/gu, '')
}

function engineFor(items: ReadonlyMap<string, object>) {
  const engine = new CSL.Engine(
    { retrieveLocale: () => english, retrieveItem: (id: string) => items.get(id) },
    readCslStyle('chicago-fullnote-bibliography'),
    'en-GB',
    true,
  )
  engine.updateItems([...items.keys()])
  return engine
}

const labels: readonly [RegExp, string][] = [
  [/^chs?\.? /u, 'chapter'],
  [/^pp?\.? /u, 'page'],
  [/^vols?\.? \d+$/u, 'volume'],
  [/^pt\.? |^part /iu, 'part'],
  [/^(?:§+|sec\.) ?/u, 'section'],
  [/^no\.? /u, 'issue'],
]

/** A locator as typed (“ch. 11”, “vol. 3, ch. 44”, “Preface”) as citeproc takes it: what has no label becomes a suffix. */
function locatorItem(locator: string | undefined): { locator?: string; label?: string; suffix?: string } {
  if (!locator) return {}
  const found = labels.find(([pattern]) => pattern.test(locator))
  if (!found) return { suffix: `, ${locator}` }
  const [pattern, label] = found
  return { label, locator: label === 'volume' ? locator.replace(/\D/gu, '') : locator.replace(pattern, '') }
}

/** “Miéville, China”; for several, the first and “et al.”. */
export function authorOf({ author, editor, publisher }: SourceFile): string {
  const [first, ...others] = author ?? editor ?? []
  if (!first) return publisher ?? ''
  return nameOf(first) + (others.length > 0 ? ' et al.' : '')
}

const nameOf = (name: SourceName) => ('literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', '))

/** “Miéville, October”: the family name and the title before its colon. */
export function labelOf(file: SourceFile): string {
  const author = authorOf(file).split(',')[0]
  const title = file.title.split(/[:?]/u)[0] ?? file.title
  return author ? `${author}, ${title}` : title
}
