import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerPath } from '../manuscript/ledger/ledger-files.ts'
import { followMoves, splitAddress } from '../manuscript/ledger/page-ledger.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import { ownText } from '../manuscript/survey/text-of-words.ts'
import { findPlace } from '../reader/annotations/find-place.ts'
import type { Quote } from '../reader/annotations/find-quote.ts'
import { buildSeries } from '../series/build-series.ts'
import { recordPermalinks } from '../series/permalinks/record-permalinks.ts'
import { addressOfMark, type Edition, edits, filesOf, first, markOf, part, record, sections } from './thirty-edits.ts'

const before = pageOf(first)

/** After which edits addresses are recorded: after each for a while, as some writers do, then after ten. */
const recorded = new Set([1, 2, 3, 4, 5, 15, 25, 30])

let edited: Edition | undefined
const last = () => {
  edited ??= edits.reduce((edition, edit, i) => (recorded.has(i + 1) ? record(edit(edition)) : edit(edition)), first)
  return edited
}

test('after thirty edits every address of the first version leads to the passage it named', () => {
  assert.equal(edits.length, 30)
  // The links of other texts are corrected when a section gets another name.
  const moved = filesOf(last()).map((file) => ({
    ...file,
    text: file.path === ledgerPath ? file.text : file.text.replaceAll(`/part-1/#${sections[1]?.id})`, '/part-1/#another-name-for-it)'),
  }))
  const { diagnostics } = buildSeries(moved)
  assert.deepEqual(
    diagnostics.filter(({ severity }) => severity === 'error'),
    [],
  )
  const resolve = resolverOf(last())
  const published = Object.entries(first.ledger.published).filter(([address]) => address.startsWith('/part-1/'))
  assert.ok(published.length > 60)
  for (const [address, { kind, text }] of published) {
    const found = resolve(address)
    if (address === addressOfMark(first, 'mark33')) assert.equal(found, 'It told what the next paragraph tells.')
    else if (kind === 'paragraph' && markOf(text)) assert.match(found, new RegExp(`\\b${markOf(text)} `, 'u'), `${address} → ${found}`)
    else if (kind === 'note' || kind === 'paragraph') assert.equal(found, text, address)
    else assert.ok(found, address)
  }
  assert.equal(resolve(`/part-1/#${sections[0]?.id}`), 'A title that says the same in other words')
  assert.equal(resolve(`/part-1/#${sections[1]?.id}`), sections[1]?.title)
})

test('after thirty edits each of a hundred highlights is on its passage, or is listed because its words are gone', () => {
  const highlights = highlightsIn(before.texts)
  const after = pageOf(last())
  const withdrawn = addressOfMark(first, 'mark33').slice('/part-1/#'.length)
  const listed: Highlight[] = []
  for (const highlight of highlights) {
    const { place, quote } = highlight
    const own = after.now(place)
    const found = findPlace(
      quote,
      own !== undefined && after.texts.has(own) ? own : undefined,
      [...after.texts.keys()],
      (id) => after.texts.get(id) ?? '',
    )
    const original = before.texts.get(place) ?? ''
    const isThere = [...after.texts.values()].some((text) => text.includes(quote.exact) && isMadeOf(text, original))
    if (!found) {
      listed.push(highlight)
      assert.ok(!isThere || quote.exact.split(' ').length <= 3, `“${quote.exact}” is there, but was not found`)
      continue
    }
    const text = after.texts.get(found.place) ?? ''
    assert.ok(isMadeOf(text, original), `“${quote.exact}” was found in “${text}”`)
    assert.notEqual(place, withdrawn, `“${quote.exact}” stood in what was withdrawn`)
  }
  assert.ok(listed.some(({ place }) => place === withdrawn))
  assert.ok(listed.length < 10, `${listed.length} are listed: ${listed.map(({ quote }) => quote.exact).join(' | ')}`)
})

/** What stands at an address: the words there, or why there are none. */
function resolverOf(edition: Edition): (address: string) => string {
  const { manuscript: read } = readManuscript(filesOf(edition))
  const facts = read.parts.find(({ id }) => id === 'part-1')?.facts
  const { published, retired } = recordPermalinks(read).ledger
  const present = new Set([
    ...(facts?.sections ?? []).map(({ id }) => id),
    ...(facts?.paragraphs ?? []).map(({ key }) => `p-${key}`),
    ...(facts?.notes ?? []).map(({ id }) => `note-${id}`),
  ])
  return (address) => {
    const end = followMoves(retired, address)
    const fate = retired[end]
    if (fate) return 'withdrawn' in fate ? fate.withdrawn : ''
    const { page, id = '' } = splitAddress(end)
    const now = facts?.moved.get(id) ?? id
    return id === '' || present.has(now) ? (published[id === '' ? page : `${page}#${now}`]?.text ?? '') : ''
  }
}

/** Its paragraphs as a page shows them, by their ids, and what it answers for an id it had once: another, or nothing. */
function pageOf(edition: Edition) {
  const { manuscript } = readManuscript(filesOf(edition).filter(({ path }) => path === part || path === ledgerPath))
  const facts = manuscript.parts.find(({ id }) => id === 'part-1')?.facts
  const { retired } = recordPermalinks(manuscript).ledger
  const texts = new Map((facts?.paragraphs ?? []).map(({ key, words }) => [`p-${key}`, ownText(words).replace(/\s/gu, ' ')]))
  const now = (id: string) => {
    const end = followMoves(retired, `/part-1/#${facts?.moved.get(id) ?? id}`)
    return end in retired ? undefined : end.slice('/part-1/#'.length)
  }
  return { texts, now }
}

/** The same numbers in every run (Park and Miller, CACM 31, 1988). */
function numbersFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

type Highlight = { readonly place: string; readonly quote: Quote }

/** A hundred, some in every paragraph: words, sentences, whole paragraphs. */
function highlightsIn(texts: ReadonlyMap<string, string>): Highlight[] {
  const number = numbersFrom(1917)
  const long = [...texts].filter(([, text]) => text.split(' ').length > 8)
  return Array.from({ length: 100 }, (_, i) => {
    const [place, text] = long[i % long.length] ?? ['', '']
    const words = [...text.matchAll(/\S+/gu)]
    const length = i % 10 === 0 ? words.length : 1 + number(i % 2 === 0 ? 4 : 30)
    const from = number(Math.max(1, words.length - length))
    const [begin, last] = [words[from], words[Math.min(words.length, from + length) - 1]]
    const [start, end] = [begin?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0)]
    const quote = {
      exact: text.slice(start, end),
      start,
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
    }
    return { place, quote }
  })
}

const grams = (text: string) => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(3).map((_, i) => words.slice(i, i + 4).join(' ')))
}

/** Whether a paragraph was made of another, or of a part of it: no two of the first version have a tenth of this in common. */
function isMadeOf(text: string, original: string): boolean {
  const [now, before] = [grams(text), grams(original)]
  return [...now].filter((gram) => before.has(gram)).length >= 0.2 * Math.min(now.size, before.size)
}
