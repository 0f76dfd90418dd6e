import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { unzipSync } from 'fflate'
import { expect, test } from 'playwright/test'
import { filesOf, htmlOf, pagesOf, type Site, seriesOf, sites, tinySite } from '../support/sites.ts'

const endings = ['bib', 'ris', 'json']
type Json = { [name: string]: unknown }

for (const site of sites) {
  const read = (path: string) => readFileSync(join(site.folder, path), 'utf8')
  const series = seriesOf(site)
  const knowsAddress = site === tinySite

  test(`series.json of ${site.name} keeps its schema and names it`, () => {
    const published: Json = JSON.parse(read('series.json'))
    const validate = validatorOf(site)
    expect(validate(published), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true)
    expect(published.$schema).toBe(JSON.parse(read('series.schema.json')).$id)
    expect(published.format).toMatch(/^\d+\.\d+$/u)
  })

  test(`the sources of ${site.name} can be taken away together and each alone, from the pages that show them`, () => {
    for (const ending of endings) {
      expect(htmlOf(site, '/sources/')).toContain(`href="../bibliography.${ending}"`)
      const whole = read(`bibliography.${ending}`)
      for (const { id, href } of series.sources) {
        expect(htmlOf(site, href)).toContain(`href="../${id}.${ending}"`)
        const alone = read(`sources/${id}.${ending}`)
        if (ending === 'json') expect(JSON.parse(whole)).toContainEqual(JSON.parse(alone)[0])
        else expect(whole).toContain(alone)
      }
    }
    expect((JSON.parse(read('bibliography.json')) as { id: string }[]).map(({ id }) => id)).toEqual(series.sources.map(({ id }) => id))
  })

  test(`structured data stands on the pages of ${site.name} that it is about, once, and names its places by their addresses where they are known`, () => {
    const described = ['/', '/glossary/', '/timeline/', ...[...series.parts, ...series.terms, ...series.sources].map(({ href }) => href)]
    for (const page of pagesOf(site)) {
      const graphs = [...htmlOf(site, page).matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gsu)].map(([, text]) =>
        JSON.parse(text ?? ''),
      )
      expect(graphs.length, page).toBe(described.includes(page) ? 1 : 0)
      for (const graph of graphs) {
        expect(graph['@context']).toBe('https://schema.org')
        for (const [, address] of JSON.stringify(graph).matchAll(/"(?:@id|url|contentUrl|sameAs)":"([^"]*)"/gu)) {
          // Works have addresses of their own, elsewhere.
          expect(new URL(address ?? '', `${site.address}${page}`).protocol).toMatch(/^https?:$/u)
          if (knowsAddress) expect(address).toMatch(/^https?:\/\//u)
        }
      }
    }
  })

  test(`copies of ${site.name} carry the bibliography, and of data for programs only that`, () => {
    const [archive = ''] = filesOf(site).filter((path) => path.endsWith('-offline.zip'))
    const names = Object.keys(unzipSync(readFileSync(join(site.folder, archive)))).map((name) => name.replace(/^[^/]+\//u, ''))
    expect(names.filter((name) => /\.(?:bib|ris|json|jsonld|cff)$/u.test(name)).sort()).toEqual([
      'bibliography.bib',
      'bibliography.json',
      'bibliography.ris',
    ])
    const [file = ''] = filesOf(site).filter((path) => /^\/downloads\/.+\.html$/u.test(path) && !path.endsWith('index.html'))
    const single = read(file)
    expect(single).not.toMatch(/type="application\/ld\+json"|Z3988|<meta name="(?:citation_|DC)/u)
    expect(/href="https?:\/\/[^"]*\/bibliography\.bib"/u.test(single)).toBe(knowsAddress)
  })

  test(`CITATION.cff and the glossary in SKOS of ${site.name} are where programs look for them`, () => {
    expect(existsSync(join(site.folder, 'CITATION.cff'))).toBe(true)
    expect(JSON.parse(read('glossary.skos.jsonld'))['@graph']).toContainEqual(expect.objectContaining({ '@type': 'ConceptScheme' }))
    expect(htmlOf(site, '/glossary/')).toMatch(/<link rel="alternate" href="\.\.\/glossary\.skos\.jsonld"/u)
    expect(htmlOf(site, '/')).toMatch(/<link rel="alternate" href="series\.json"/u)
  })
}

test('the schema sees a field that is missing, misspelt, unknown or of another type, wherever it stands', () => {
  const whole = readFileSync(join(tinySite.folder, 'series.json'), 'utf8')
  const validate = validatorOf(tinySite)
  const places = [
    '',
    'edition',
    'parts/0',
    'parts/0/notes/0',
    'parts/0/notes/0/references/0',
    'parts/0/paragraphs/0',
    'parts/0/sections/0',
    'parts/0/citations/0',
    'parts/0/citations/0/place',
    'parts/0/dates/0',
    'sources/0',
    'terms/0',
    'terms/0/relations/0',
    'terms/0/mentions/0',
    'events/0',
    'events/0/date',
    'places/0',
    'charts/0',
  ]
  for (const place of places) {
    const isValidWith = (change: (at: Json) => void): boolean => {
      const series: Json = JSON.parse(whole)
      change(place.split('/').reduce((at, step) => (step === '' ? at : (at[step] as Json)), series))
      return validate(series)
    }
    let fields: string[] = []
    expect(
      isValidWith((at) => {
        fields = Object.keys(at)
      }),
      place,
    ).toBe(true)
    // The absence of what may be missing is no mistake.
    const required = fields.filter((field) => !isValidWith((at) => delete at[field]))
    expect(required.length, place).toBeGreaterThan(1)
    for (const field of fields) {
      const misspell = (at: Json) => {
        at[`${field}x`] = at[field]
        delete at[field]
      }
      const empty = (at: Json) => {
        at[field] = { wrong: true }
      }
      expect(isValidWith(misspell), `${place}: ${field} misspelt`).toBe(false)
      expect(isValidWith(empty), `${place}: ${field} of another type`).toBe(false)
    }
  }
})

function validatorOf(site: Site) {
  const ajv = new Ajv2020({ allErrors: true })
  addFormats(ajv)
  return ajv.compile(JSON.parse(readFileSync(join(site.folder, 'series.schema.json'), 'utf8')))
}
