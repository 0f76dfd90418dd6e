import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withSharedTexts } from '../../reader/offline/with-shared-texts.ts'
import { inPieces, joined } from '../page-pieces.ts'
import { SharedTexts } from './shared-texts.ts'

const style = `a::before { content: "“ü”"; } ${'.x { color: red; } '.repeat(100)}`
const page = (text: string) => `<!doctype html><title>${text}</title><style>${style}</style><p>${text}</p><style>b{}</style>`

function take(shared: SharedTexts, path: string, content: string, changing: readonly string[] = []) {
  const pieces = inPieces(path, content, changing)
  assert.equal(`${joined(pieces, (text) => text)}`, content)
  return { rest: Buffer.from(pieces.rest), places: shared.number(pieces.found) }
}

test('what pages share is taken out once, and put back where it was', () => {
  const shared = new SharedTexts()
  const pages = ['One', 'Zwölf', '日本'].map(page)
  const taken = pages.map((content) => take(shared, 'a/index.html', content))
  assert.deepEqual(shared.all, [style])
  for (const { rest } of taken) assert.ok(rest.length < 100, `${rest}`)
  const texts = shared.all.map((text) => new TextEncoder().encode(text))
  assert.deepEqual(
    taken.map(({ rest, places }) => `${Buffer.from(withSharedTexts(new Uint8Array(rest), places, texts))}`),
    pages,
  )
})

test('a file that shares nothing stays as it is', () => {
  const content = `.a::after { content: "<style>${style}</style>" }`
  assert.deepEqual(take(new SharedTexts(), 'a.css', content), { rest: Buffer.from(content), places: [] })
})

test('what the next edition says anew is in no pack: its hash, and how much there is to keep', () => {
  const told = (hash: string, size: string) =>
    `<p>Ü [${hash}]</p><form data-offline-size="${size}"><span data-offline-size>${size}</span></form><a href="opened-${hash}.json">`
  const restOf = (hash: string, size: string) => {
    const shared = new SharedTexts()
    const { rest, places } = take(shared, 'a/index.html', told(hash, size), [hash.repeat(9), hash])
    const texts = shared.all.map((text) => new TextEncoder().encode(text))
    assert.equal(`${Buffer.from(withSharedTexts(new Uint8Array(rest), places, texts))}`, told(hash, size))
    return rest
  }
  assert.deepEqual(restOf('5fc6774', '1.5 MB'), restOf('6bdccbd', '12 MB'))
})
