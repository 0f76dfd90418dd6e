import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeFolderPage, nameScripts } from './folder-page.ts'

const folder = {
  files: new Set([
    '/index.html',
    '/one/index.html',
    '/маяк/index.html',
    '/_astro/a.css',
    '/favicon.svg',
    '/search/index.html',
    '/pagefind/x/embedded/core.js',
  ]),
  address: 'https://example.org/some/',
  searched: '/pagefind/x/embedded/core.js',
  classic: async (scripts: readonly string[]) => ['/_astro/cards.js', `/_astro/${scripts.length}.js`],
}

const path = '/one/index.html'
const made = (html: string) => nameScripts(makeFolderPage(html, path, folder), path, folder)

test('a link names the file it leads to, with its query and fragment', async () => {
  assert.equal(
    await made('<a href="../">1</a><a href="./#a">2</a><a href="#b">3</a><form action="../search/"></form>'),
    '<a href="../index.html">1</a><a href="#a">2</a><a href="#b">3</a><form action="../search/index.html"></form>',
  )
  assert.equal(await made('<a href="../маяк/?a=1&amp;b=2#c">1</a>'), '<a href="../%D0%BC%D0%B0%D1%8F%D0%BA/index.html?a=1&amp;b=2#c">1</a>')
  assert.equal(
    await made('<site-search data-href="../search.json"></site-search>'),
    '<site-search data-href="../pagefind/x/embedded/core.js"></site-search>',
  )
})

test('a link to what is not in the folder leads to the published site', async () => {
  assert.equal(
    await made('<a href="../series.json">1</a><a href="https://a.b/">2</a><link rel="canonical" href="https://example.org/some/one/">'),
    '<a href="https://example.org/some/series.json">1</a><a href="https://a.b/">2</a><link rel="canonical" href="https://example.org/some/one/">',
  )
})

test('the module scripts become one classic script, where the last of them stood', async () => {
  assert.equal(
    await made(
      '<script type="module" src="../_astro/a.js"></script><p>A</p><script type="module" src="../_astro/b.js"></script><script>1</script>',
    ),
    '<p>A</p><script defer src="../_astro/cards.js"></script><script defer src="../_astro/2.js"></script><script>1</script>',
  )
})

test('what means something only on the published site is left out, with all that is in it', async () => {
  assert.equal(
    await made(
      '<p>A</p><keep-offline><p data-online><a href="../">x</a></p><script type="module" src="../_astro/a.js"></script></keep-offline><dl data-online="true"><dd>1</dd></dl>',
    ),
    '<p>A</p>',
  )
  assert.equal(
    await made(
      '<link rel="manifest" href="../manifest.webmanifest"><link rel="preload" href="../_astro/a.woff2" crossorigin><link rel="icon" href="../favicon.svg">',
    ),
    '<link rel="icon" href="../favicon.svg">',
  )
})
