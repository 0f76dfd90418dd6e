import assert from 'node:assert/strict'
import { test } from 'node:test'
import jsonld from 'jsonld'
import { relationTypes, termFileSchema } from '../model/files/term-file.ts'
import type { Term } from '../model/series.ts'
import { builtSeries, site } from '../testing/built-series.ts'
import { skosOf } from './skos.ts'

const skos = 'http://www.w3.org/2004/02/skos/core#'

type Value = { readonly '@id'?: string; readonly '@value'?: string; readonly '@language'?: string }
type Resource = { readonly '@id': string; readonly '@type'?: readonly string[] } & Readonly<Record<string, readonly Value[]>>

const tiny = await builtSeries('e2e/tiny-series')
const [first, ...others] = tiny.terms
const identified = {
  ...tiny,
  terms: [{ ...(first as Term), identifiers: { wikidata: 'Q0', viaf: '10', isni: '0000000000000001' } }, ...others],
}

for (const [name, series] of [
  ['the real series', await builtSeries('content')],
  ['the tiny series', identified],
] as const) {
  const resources = (await jsonld.flatten(await jsonld.expand(skosOf(series, site), { safe: true }))) as Resource[]
  const concepts = resources.filter((resource) => resource['@type']?.includes(`${skos}Concept`))
  const targets = (resource: Resource, property: string) => (resource[skos + property] ?? []).map((value) => value['@id'] ?? '')
  // The library writes language tags in small letters.
  const language = series.language.toLowerCase()
  const labels = (resource: Resource, property: string) =>
    (resource[skos + property] ?? []).map((value) => `${value['@value']}@${value['@language']}`)
  const above = transitive(concepts, (concept) => targets(concept, 'broader'))

  test(`${name}: every term is a concept of the scheme, with its definition and its names`, () => {
    assert.equal(concepts.length, series.terms.length)
    for (const term of series.terms) {
      const concept = concepts.find((resource) => resource['@id'] === `${site}glossary/${term.id}/#term`)
      assert.ok(concept, term.id)
      assert.deepEqual(targets(concept, 'inScheme'), [`${site}glossary/#terms`])
      assert.ok(labels(concept, 'prefLabel').includes(`${term.name}@${language}`))
      assert.deepEqual(labels(concept, 'definition'), [`${term.definition}@${language}`])
      const all = ['prefLabel', 'altLabel', 'hiddenLabel']
        .flatMap((property) => labels(concept, property))
        .map((label) => label.replace(/@[^@]*$/u, ''))
      const names = [term.label, ...term.aliases, ...term.forms, ...term.native.flatMap(({ text, latin }) => [text, latin ?? text])]
      assert.deepEqual(
        names.filter((each) => !all.includes(each)),
        [],
      )
    }
  })

  test(`${name}: every relation is there, under its own property or as hierarchy`, () => {
    const said = (from: string, property: string, to: string) =>
      concepts.find((resource) => resource['@id'] === idOf(from))?.[property]?.some((value) => value['@id'] === idOf(to)) ?? false
    for (const { id, relations } of series.terms) {
      for (const { type, term, isInverse } of relations.filter((relation) => relation.type !== 'see-also')) {
        if (type === 'part-of') assert.ok(said(id, `${skos}${isInverse ? 'narrower' : 'broader'}`, term), `${id} ${type} ${term}`)
        else if (!isInverse) assert.ok(said(id, `${site}glossary.skos.jsonld#${type}`, term), `${id} ${type} ${term}`)
      }
    }
  })

  test(`${name}: the properties of its own are defined where their addresses lead`, () => {
    const own = new Set(
      concepts.flatMap((concept) => Object.keys(concept).filter((property) => property.startsWith(`${site}glossary.skos.jsonld#`))),
    )
    const defined = resources.filter(
      (resource) => resource['http://www.w3.org/2000/01/rdf-schema#subPropertyOf']?.[0]?.['@id'] === `${skos}semanticRelation`,
    )
    assert.deepEqual(
      [...own].filter((property) => !defined.some((resource) => resource['@id'] === property)),
      [],
    )
    assert.ok(defined.every((resource) => (relationTypes as readonly string[]).includes(resource['@id'].split('#')[1] ?? '')))
  })

  test(`${name}: the integrity conditions of SKOS hold`, () => {
    const schemes = resources.filter((resource) => resource['@type']?.includes(`${skos}ConceptScheme`))
    assert.equal(schemes.length, 1)
    // S9, S37: nothing is a concept and a scheme or a collection as well.
    for (const resource of resources) assert.ok((resource['@type'] ?? []).length <= 1, resource['@id'])
    for (const concept of concepts) {
      const [preferred, other, hidden] = ['prefLabel', 'altLabel', 'hiddenLabel'].map((property) => labels(concept, property)) as [
        string[],
        string[],
        string[],
      ]
      const languages = preferred.map((label) => label.split('@').at(-1))
      assert.equal(new Set(languages).size, languages.length, `S14: one preferred label in each language, ${concept['@id']}`)
      assert.equal(
        new Set([...preferred, ...other, ...hidden]).size,
        preferred.length + other.length + hidden.length,
        `S13: no label is of two kinds, ${concept['@id']}`,
      )
      const id = concept['@id']
      for (const related of targets(concept, 'related')) {
        assert.ok(
          !above.get(id)?.has(related) && !above.get(related)?.has(id),
          `S27: ${id} and ${related} are related and one is part of the other`,
        )
      }
      assert.ok(!above.get(id)?.has(id), `${id} is not part of itself`)
      const isTop = (above.get(id)?.size ?? 0) === 0
      assert.equal(targets(schemes[0] as Resource, 'hasTopConcept').includes(id), isTop)
      assert.equal(targets(concept, 'topConceptOf').length, isTop ? 1 : 0)
      for (const [property, inverse] of [
        ['broader', 'narrower'],
        ['narrower', 'broader'],
        ['related', 'related'],
      ] as const) {
        for (const target of targets(concept, property)) {
          const at = concepts.find((resource) => resource['@id'] === target)
          assert.ok(at && targets(at, inverse).includes(id), `${target} says ${inverse} of ${id}`)
        }
      }
    }
  })
}

test('identifiers of registers are names of the same thing elsewhere', async () => {
  const text = JSON.stringify(skosOf(identified, site))
  assert.ok(text.includes('["http://www.wikidata.org/entity/Q0","https://viaf.org/viaf/10","https://isni.org/isni/0000000000000001"]'))
})

test('identifiers have the form of their register, and an ISNI the right check digit', () => {
  const isGood = (identifiers: object) => termFileSchema.safeParse({ name: 'Ada Orr', kind: 'person', identifiers }).success
  assert.ok(isGood({ wikidata: 'Q42', viaf: 113230702, isni: '000000012146438X' }))
  for (const wrong of [
    {},
    { wikidata: '42' },
    { wikidata: 'https://www.wikidata.org/wiki/Q42' },
    { viaf: 'VIAF 12' },
    { isni: '0000000121464389' },
    { orcid: '1' },
  ])
    assert.ok(!isGood(wrong), JSON.stringify(wrong))
})

function idOf(term: string): string {
  return `${site}glossary/${term}/#term`
}

function transitive(concepts: readonly Resource[], next: (concept: Resource) => readonly string[]): Map<string, Set<string>> {
  const direct = new Map(concepts.map((concept) => [concept['@id'], next(concept)]))
  return new Map(
    concepts.map((concept) => {
      const found = new Set(direct.get(concept['@id']))
      for (const each of found) for (const further of direct.get(each) ?? []) found.add(further)
      return [concept['@id'], found]
    }),
  )
}
