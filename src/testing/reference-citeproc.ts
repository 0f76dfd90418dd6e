import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import CSL from 'citeproc'
import { folderAt, readFiles } from '../manuscript/files.ts'
import { type Manuscript, readManuscript } from '../manuscript/read-manuscript.ts'
import { type CitationStyleName, citationStyles } from '../model/citation-styles.ts'
import type { CitationFact } from '../model/facts.ts'
import type { Part, Series } from '../model/series.ts'
import type { CslItem } from '../series/citations/csl-engine.ts'
import { localeFor, readCslLocale } from '../series/citations/csl-styles.ts'
import { printedItems } from '../series/citations/printed-items.ts'
import { linkSeries } from '../series/link.ts'

/** A page may have no styles within its elements: our small capitals are a class. */
const classed = (html: string) => html.replaceAll('style="font-variant:small-caps;"', 'class="small-caps"')
const withoutStop = (text: string) => text.replace(/\.$/u, '')
const plain = (html: string) => html.replace(/<[^>]*>/gu, '').replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))

/** Locators as typed in the two manuscripts, in CSL’s terms. */
const locators: Record<string, Pick<CSL.CitationItem, 'label' | 'locator' | 'suffix'>> = {
  'chs 1–2': { label: 'chapter', locator: '1–2' },
  'chs 14–15': { label: 'chapter', locator: '14–15' },
  'chs 4, 6, 8': { label: 'chapter', locator: '4, 6, 8' },
  'chs 9–10': { label: 'chapter', locator: '9–10' },
  'chs V–VII': { label: 'chapter', locator: 'V–VII' },
  'Part I': { label: 'part', locator: 'I' },
  'Part II': { label: 'part', locator: 'II' },
  'vol. 1, ch. 16': { label: 'volume', locator: '1, ch. 16' },
  'vol. 3, ch. 41': { label: 'volume', locator: '3, ch. 41' },
  'vol. 3, ch. 43': { label: 'volume', locator: '3, ch. 43' },
  'vol. 3, ch. 44': { label: 'volume', locator: '3, ch. 44' },
  'vol. 3, ch. 46': { label: 'volume', locator: '3, ch. 46' },
  'pp. 41–47': { label: 'page', locator: '41–47' },
  'vol. 1, fol. 12r': { label: 'volume', locator: '1, fol. 12r' },
  'pp. 90-91': { label: 'page', locator: '90-91' },
  '§ 4': { label: 'section', locator: '4' },
  'p. 32': { label: 'page', locator: '32' },
  'p. 44': { label: 'page', locator: '44' },
  'p. 337': { label: 'page', locator: '337' },
  'pp. 81–83': { label: 'page', locator: '81–83' },
  ...Object.fromEntries(
    [
      'Introduction',
      'Preface',
      'Appendix',
      'Epilogue',
      'letter 8',
      'letter 12',
      'letter 30',
      'sitting of 18 May',
      'session of 24 October',
      'point 7',
    ].map((name) => [name, { suffix: `, ${name}` }]),
  ),
  ...Object.fromEntries(
    ['II', 'IV', 'VIII', '2', '3', '4', '6', '7', '8', '9', '10', '11', '12', '13', '15', '20'].map((n) => [
      `ch. ${n}`,
      { label: 'chapter', locator: n },
    ]),
  ),
}

/**
 * Asks that citations, the list of works and each work’s form are what a word processor’s plug-in would print: citeproc by
 * itself, told of all citations of a part in order (`processCitationCluster`), on the CSL-JSON of the series. Two things are
 * arranged so that it can be compared: each citation stands two notes after the one before, so that none is “ibid.” (decision
 * 29), and the list has no dashes for the author of the entry before.
 *
 * @param folder of a manuscript, from that of the project
 */
export async function testAgainstCiteproc(folder: string, languages: readonly string[], styles: readonly CitationStyleName[]) {
  const { manuscript } = readManuscript(await readFiles(folderAt(new URL(`../../${folder}`, import.meta.url))))
  for (const [language, style] of languages.flatMap((one) => styles.map((other) => [one, other] as const))) {
    const { csl, cites } = citationStyles[style]
    const series = inStyle(manuscript, style, language)
    const items = printedItems(style, manuscript.sources, language)
    // Reading a style takes longer than printing by it.
    let read: CSL.Engine | undefined
    const engineOfAll = () => {
      read ??= engineFor(csl, items, language)
      return read
    }

    test(`${folder} in ${language} in ${style}: citations are those of a reference run`, () => {
      let compared = 0
      for (const part of series.parts) {
        const asked = clustersOf(manuscript, part)
        const reference = citeInOrder(csl, items, asked, language)
        assert.equal(part.clusters.length, asked.length)
        for (const [i, expected] of reference.entries()) {
          assert.equal(withoutStop(printed(part, i)), withoutStop(expected))
          const note = asked[i]?.[0]?.spot
          if (note?.kind === 'note')
            assert.ok(part.notes.find(({ id }) => id === note.id)?.text.includes(plain(withoutStop(expected))), expected)
          compared++
        }
      }
      assert.ok(compared > 0)
    })

    test(`${folder} in ${language} in ${style}: the list of works is that of a reference run, with what it leaves out of an original`, () => {
      const reference = listWorks(engineOfAll())
      assert.deepEqual(
        series.sources.map(({ id }) => id),
        [...reference.keys()],
      )
      for (const { id, html, forms, ...source } of series.sources) {
        const expected = reference.get(id) ?? ''
        assert.equal(forms.find((form) => form.style === style)?.entry, html)
        if (source['original-date'] === undefined && source['original-title'] === undefined) assert.equal(html, expected)
        else assert.ok(html.startsWith(expected), `${html} begins as ${expected}`)
      }
    })

    test(`${folder} in ${language} in ${style}: the form of a work by itself is that of a reference run`, () => {
      const engine = engineOfAll()
      for (const { id, forms } of series.sources) {
        const form = forms.find((candidate) => candidate.style === style)
        const [, changed] = engine.processCitationCluster({ citationID: id, citationItems: [{ id }], properties: { noteIndex: 1 } }, [], [])
        assert.equal(form?.cites, cites)
        assert.equal(form.citation, classed(changed[0]?.[1] ?? ''))
      }
    })
  }
}

function citeInOrder(csl: string, items: readonly CslItem[], clusters: readonly (readonly CitationFact[])[], language: string): string[] {
  const engine = engineFor(
    csl,
    items.map(({ URL: _, DOI: __, ...item }) => item as CslItem),
    language,
  )
  const printed: string[] = []
  const before: [string, number][] = []
  for (const [i, cites] of clusters.entries()) {
    const noteIndex = 3 * i + 1
    const citationItems = cites.map(({ source, locator, prefix, suffix, suppressesAuthor }): CSL.CitationItem => {
      const place = locator === undefined ? {} : locators[locator]
      assert.ok(place, `no translation of the locator ${locator}`)
      const after = (place.suffix ?? '') + (suffix ?? '')
      return {
        id: source,
        ...place,
        ...(prefix && { prefix: `${prefix} ` }),
        ...(after && { suffix: after }),
        ...(suppressesAuthor && { 'suppress-author': true }),
      }
    })
    const [, changed] = engine.processCitationCluster({ citationID: String(i), citationItems, properties: { noteIndex } }, [...before], [])
    before.push([String(i), noteIndex])
    // Later citations can change earlier ones, to tell works apart.
    for (const [at, html] of changed) printed[at] = classed(html)
  }
  return printed
}

function listWorks(engine: CSL.Engine): Map<string, string> {
  const [{ entry_ids: ids }, entries] = engine.makeBibliography()
  return new Map(
    ids.map(([id = ''], i) => [id, /<div class="csl-entry">([\s\S]*)<\/div>/u.exec(classed(entries[i] ?? ''))?.[1]?.trim() ?? '']),
  )
}

function engineFor(csl: string, items: readonly CslItem[], language: string): CSL.Engine {
  const locale = localeFor(language)
  const xml = readFileSync(new URL(`../series/citations/csl/${csl}.csl`, import.meta.url), 'utf8').replace(
    /subsequent-author-substitute="[^"]*"/u,
    '',
  )
  const works = new Map(items.map((item) => [item.id, item]))
  const engine = new CSL.Engine({ retrieveLocale: readCslLocale, retrieveItem: (id) => works.get(id) }, xml, locale, true)
  engine.updateUncitedItems([...works.keys()])
  return engine
}

/** The citations of a part that print something, in reading order, those of a cluster as the writer typed them. */
function clustersOf({ parts }: Manuscript, { slug }: Part): CitationFact[][] {
  const citations = parts.find(({ id }) => id === slug)?.facts.citations ?? []
  return [...Map.groupBy(citations, ({ cluster }) => cluster)].flatMap(([cluster, cites]) => (cluster === undefined ? [] : [cites]))
}

function printed({ clusters, citations }: Part, i: number): string {
  const { before, citations: cites } = clusters[i] ?? { before: '', citations: [] }
  return before + cites.map(({ id, after }) => (citations.find((citation) => citation.id === id)?.html ?? '') + after).join('')
}

function inStyle(manuscript: Manuscript, style: CitationStyleName, language: string): Series {
  const { series } = manuscript
  assert.ok(series)
  return linkSeries({ ...manuscript, series: { ...series, file: { ...series.file, language, 'citation-style': style } } }, '', '2026-11-28')
}
