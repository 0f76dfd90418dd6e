import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withSharedTexts } from '../../reader/offline/with-shared-texts.ts'
import { SharedTexts } from './shared-texts.ts'

const style = `a::before { content: "“ü”"; } ${'.x { color: red; } '.repeat(100)}`
const page = (text: string) => Buffer.from(`<!doctype html><title>${text}</title><style>${style}</style><p>${text}</p><style>b{}</style>`)

test('what pages share is taken out once, and put back where it was', () => {
  const shared = new SharedTexts()
  const pages = ['One', 'Zwölf', '日本'].map(page)
  const taken = pages.map((body) => shared.takeFrom('a/index.html', body))
  assert.deepEqual(shared.all, [style])
  for (const { rest } of taken) assert.ok(rest.length < 100, `${rest}`)
  const texts = shared.all.map((text) => new TextEncoder().encode(text))
  assert.deepEqual(
    taken.map(({ rest, places }) => Buffer.from(withSharedTexts(new Uint8Array(rest), places, texts))),
    pages,
  )
})

test('a file that shares nothing stays as it is', () => {
  const shared = new SharedTexts()
  const body = Buffer.from(`.a::after { content: "<style>${style}</style>" }`)
  assert.deepEqual(shared.takeFrom('a.css', body), { rest: body, places: [] })
})
