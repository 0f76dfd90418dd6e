import CSL from 'citeproc'
import { type CitationStyleName, citationStyles } from '../../model/citation-styles.ts'
import { printByTemplates } from './cluster-templates.ts'
import { inClasses, withoutMarks } from './csl-html.ts'
import { localeFor, readCslLocale, readCslStyle } from './csl-styles.ts'
import type { CiteprocCite, PrintedCluster } from './printed-cluster.ts'

/** A work in CSL-JSON. */
export type CslItem = { readonly id: string } & Readonly<Record<string, unknown>>

/** A style that knows the works of one bibliography, by which it tells authors, and works of one year, apart. */
export type StyleInUse = {
  readonly cluster: (cites: readonly CiteprocCite[]) => PrintedCluster
  /** The entries of the list of works in HTML, by id, in the order of the style. */
  readonly entries: () => ReadonlyMap<string, string>
}

/**
 * Lets a style format these works. An engine is made once a style, for reading a style takes fifty times as long as
 * formatting with it; what it knows of works that were formatted before, it forgets.
 *
 * @param language of the words that the style puts between: “ed. by”, “hg. von”
 */
export function useStyle(style: CitationStyleName, items: readonly CslItem[], language: string): StyleInUse {
  const locale = localeFor(language)
  const engine = engines.get(`${style} ${locale}`) ?? makeEngine(style, locale)
  engines.set(`${style} ${locale}`, engine)
  const ready = () => {
    if (engine.items === items) return engine.citeproc
    engine.items = items
    engine.byId = new Map(
      items.map((item) => [innerId(item.id), { ...withoutMarks(item), id: innerId(item.id), system_id: innerId(item.id) }]),
    )
    engine.citeproc.updateItems([])
    engine.citeproc.updateItems([...engine.byId.keys()])
    return engine.citeproc
  }
  return {
    cluster: printByTemplates(memoized((cites) => printCluster(ready(), cites))),
    entries: () => listEntries(ready()),
  }
}

function memoized(print: StyleInUse['cluster']): StyleInUse['cluster'] {
  const printed = new Map<string, PrintedCluster>()
  return (cites) => {
    const key = JSON.stringify(cites)
    const cluster = printed.get(key) ?? print(cites)
    printed.set(key, cluster)
    return cluster
  }
}

/** citeproc keeps works in plain objects, which have a “constructor” already. */
const innerId = (id: string) => `w-${id}`
const outerId = (id: string) => id.replace(/^w-/u, '')

type Engine = { readonly citeproc: CSL.Engine; items: readonly CslItem[]; byId: ReadonlyMap<string, object> }

const engines = new Map<string, Engine>()

// Around each cite, so that it can be found again: characters for private use, which are taken out of all it is given.
const [begin, middle, end] = ['\uE000', '\uE001', '\uE002'] as const
const marked = new RegExp(`${begin}(.*?)${middle}(.*?)${end}([^${begin}]*)`, 'gsu')

function makeEngine(style: CitationStyleName, locale: string): Engine {
  const sys = {
    retrieveLocale: readCslLocale,
    retrieveItem: (id: string) => engine.byId.get(id),
    wrapCitationEntry: (html: string, id: string | undefined) => `${begin}${outerId(id ?? '')}${middle}${html}${end}`,
  }
  const citeproc = new CSL.Engine(sys, readCslStyle(citationStyles[style].csl), locale, true)
  citeproc.opt.development_extensions.apply_citation_wrapper = true
  // Entries are read by themselves, filtered and in other orders: a dash for the author of the one before says nothing there.
  citeproc.bibliography.opt['subsequent-author-substitute'] = false
  const engine: Engine = { citeproc, items: [], byId: new Map() }
  return engine
}

function printCluster(citeproc: CSL.Engine, cites: readonly CiteprocCite[]): PrintedCluster {
  const { layout_prefix: prefix = '', layout_suffix: suffix = '' } = citeproc.citation.opt
  const inside = cites.map((cite) => ({ ...withoutMarks(cite), id: innerId(cite.id) }))
  const printed = [...inClasses(citeproc.makeCitationCluster(inside)).matchAll(marked)]
  const places = placesOf(
    printed.map(([, id = '']) => id),
    cites,
  )
  return { prefix, suffix, cites: printed.map(([, , html = '', after = ''], i) => ({ at: places[i] ?? 0, html, after })) }
}

/** Which of the cites asked for each printed one is. citeproc says of what work it is, but not where that is all it prints. */
function placesOf(printed: readonly string[], cites: readonly CiteprocCite[]): number[] {
  const left = new Set(cites.keys())
  const take = (isIt: (cite: CiteprocCite) => boolean) => {
    const found = [...left].find((at) => isIt(cites[at] as CiteprocCite))
    if (found !== undefined) left.delete(found)
    return found
  }
  const known = printed.map((id) => (id ? take((cite) => cite.id === id) : undefined))
  return known.map((at) => at ?? take(() => true) ?? 0)
}

function listEntries(citeproc: CSL.Engine): ReadonlyMap<string, string> {
  const [{ entry_ids: ids }, entries] = citeproc.makeBibliography()
  return new Map(
    ids.map(([id = ''], i) => [
      outerId(id),
      inClasses(entries[i] ?? '')
        .replace(/^\s*<div class="csl-entry">|<\/div>\s*$/gu, '')
        .trim(),
    ]),
  )
}
