import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { keepResultsIn, stopKeeping } from '../../kept-results.ts'
import { signsOfEdition } from '../without-edition.ts'
import { finishSite } from './finish-site.ts'
import { relateSheets } from './relate-sheets.ts'

/** As Astro puts it, at the end of the head. */
const [head, policy] = ['<meta charset="utf-8">', '<meta http-equiv="content-security-policy" content="default-src &#39;none&#39;">']

const finished = policy.replaceAll('&#39;', "'")

const site = {
  'index.html': `${head}<title>1</title>${policy}<a href="/one/#x">1</a>`,
  'one/index.html': `${head}${policy}<p id="x"><a href="/">home</a><link rel="stylesheet" href="/_astro/style.css"></p>`,
  '404.html': `${head}${policy}<a href="/one/">1</a>`,
  '_astro/style.css': 'a{src:url(/fonts/a.woff2)}b{src:url("/_astro/b.svg")}c{src:url(data:x)}',
  'fonts/a.woff2': '',
}

test('a finished site can lie in any folder; only the page for what is missing knows which', async () => {
  await inFolder(site, async (folder) => {
    const { links, policies } = await finishSite(pathToFileURL(`${folder}/`), { basePath: '/some/folder/' })
    relateSheets(pathToFileURL(`${folder}/`))
    assert.deepEqual({ links, policies }, { links: 4, policies: 3 })
    const read = (path: string) => readFile(join(folder, path), 'utf8')
    assert.equal(await read('index.html'), `${head}${finished}<title>1</title><a href="one/#x">1</a>`)
    assert.equal(
      await read('one/index.html'),
      `${head}${finished}<p id="x"><a href="../">home</a><link rel="stylesheet" href="../_astro/style.css"></p>`,
    )
    assert.equal(await read('404.html'), `${head}${finished}<a href="/some/folder/one/">1</a>`)
    assert.equal(await read('_astro/style.css'), 'a{src:url(../fonts/a.woff2)}b{src:url("b.svg")}c{src:url(data:x)}')
  })
})

test('what later steps ask of a page is the same whether it is kept or not, and says the edition of its site', async () => {
  const hash = '0123456789abcdef'.repeat(4)
  const edition = { hash, shortHash: hash.slice(0, 7), version: '1.0', date: '2026-01-01' }
  const style = '<link rel="stylesheet" href="/_astro/style.css">'
  const page = `${head}${policy}${style}<article><h1>Жук</h1><p id="p-a">In <i data-certainty="low">${edition.shortHash}</i>.</p></article>`
  const look = (said: typeof edition) =>
    inFolder({ 'index.html': page.replace(edition.shortHash, said.shortHash), '_astro/style.css': '' }, async (folder) => {
      const about = { basePath: '/', edition: said, texts: new Map([['index.html', 'article']] as const) }
      const { pages } = await finishSite(pathToFileURL(`${folder}/`), about)
      const { letters = '', searched, unstyled } = pages.get('index.html') ?? {}
      return { letters, ...searched?.(), unstyled: unstyled?.() }
    })
  const made = await look(edition)
  assert.match(made.letters, /Жук/u)
  assert.deepEqual(
    made.passages?.map(({ text }) => text),
    ['Жук', 'In 0123456.'],
  )
  assert.deepEqual(made.certainty, { 'p-a': ['low'] })
  assert.ok(made.unstyled?.includes(`<p id="p-a">In <i data-certainty="low">${signsOfEdition[1]}</i>`))
  const other = { ...edition, hash: [...hash].reverse().join(''), shortHash: 'fedcba9' }
  await inFolder({}, async (kept) => {
    keepResultsIn(kept, 'program')
    try {
      assert.deepEqual(await look(edition), made)
      assert.deepEqual(await look(edition), made)
      const { passages, unstyled } = await look(other)
      assert.deepEqual([passages?.at(-1)?.text, unstyled], ['In fedcba9.', made.unstyled])
    } finally {
      stopKeeping()
    }
  })
})

test('a site with a link that leads nowhere is not finished, and every such link is named', async () => {
  await inFolder({ ...site, 'two/index.html': `${head}${policy}<a href="/three/">3</a><a href="/one/#y">y</a>` }, async (folder) => {
    await assert.rejects(finishSite(pathToFileURL(`${folder}/`), { basePath: '/' }), {
      message: '2 links lead nowhere:\n  /two/ → /three/\n  /two/ → /one/#y',
    })
  })
})

test('a page that states no policy is not published', async () => {
  await inFolder({ ...site, 'two/index.html': `${head}<a href="/one/">1</a>` }, async (folder) => {
    await assert.rejects(finishSite(pathToFileURL(`${folder}/`), { basePath: '/' }), { message: '1 page states no policy: /two/' })
  })
})

async function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pamphlet-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
