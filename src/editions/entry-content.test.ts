import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentOf, withLinks } from './entry-content.ts'
import { elementsOf, parsePage } from './html.ts'

const contentIn = (html: string) => contentOf(elementsOf(parsePage(html)), '/one/')

test('the text of a part can stand elsewhere: its links are complete, and what needs the site is left out', () => {
  const text =
    '<p class="small-caps">A <a href="/two/?q=a&amp;r=b#c">b</a> <a href="#d">d</a> <a href="https://example.org/?a&amp;b">e</a></p>' +
    '<svg></svg><p hidden>x</p><aside class="pull-quote"><p>x</p></aside><picture><source srcset="/x.avif"><img src="/x.png"></picture><script>x()</script>'
  const content = contentIn(`<main><h1>One</h1><div class="part-text">${text}</div></main>`)
  assert.equal(
    content && withLinks(content, (href) => `https://lamps.example${href}`),
    '<p style="font-variant: small-caps">A <a href="https://lamps.example/two/?q=a&amp;r=b#c">b</a> <a href="https://lamps.example/one/#d">d</a> ' +
      '<a href="https://example.org/?a&amp;b">e</a></p><picture><img src="https://lamps.example/x.png"></picture>',
  )
})

test('a page that shows no part has no such text', () => {
  assert.equal(contentIn('<main><h1>One</h1></main>'), undefined)
})
