import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { editPage, finishPage } from './finish-page.ts'

const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'">`

const page = (body: string, head = '') =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">${head}</head>\n<body>${body}</body></html>\n`

function finish(html: string) {
  const page = editPage(html)
  const known = finishPage(page, (url) => `..${url}`)
  return { html: page.source.toString(), ...known }
}

test('addresses that begin at the root are rewritten, wherever they stand', () => {
  const { html } = finish(
    page(
      '<a href="/one/#x">1</a><img src="/a.png"><form action="/search/"></form><video poster="/b.png"></video><button data-href="/two/">2</button>',
      '<link rel="stylesheet" href="/style.css"><script src="/script.js"></script>',
    ),
  )
  assert.equal(
    html,
    page(
      '<a href="../one/#x">1</a><img src="../a.png"><form action="../search/"></form><video poster="../b.png"></video><button data-href="../two/">2</button>',
      '<link rel="stylesheet" href="../style.css"><script src="../script.js"></script>',
    ),
  )
})

test('what is not an address of this site stays as it is, to the letter', () => {
  const html = page(
    `<a href="https://example.org/">1</a><a href='#x'>2</a> <a HREF=two/>3</a><a href="//example.org/">4</a><a href="mailto:a@b.c">5</a>
<p title="/one/" data-page='/two/'>a &amp; b &lt; "c" /one/ href="/one/"<br/></p><!-- <a href="/one/"> --><pre>

  x</pre><script>const a = '<a href="/one/">'</script><textarea><a href="/one/"></textarea>`,
  )
  assert.equal(finish(html).html, html)
})

test('a rewritten address is still one attribute, whatever is in it', () => {
  const { html, links } = finish(page("<a class=x href=/search/?q=a&amp;r=%22 id=y>1</a><a href='/\"/'>2</a>"))
  assert.equal(html, page('<a class=x href="../search/?q=a&amp;r=%22" id=y>1</a><a href="../&quot;/">2</a>'))
  assert.deepEqual(links, ['/search/?q=a&r=%22', '/"/'])
})

test('the policy comes before everything that it governs', () => {
  const head = '<title>A</title><script src="x.js"></script><style>a{}</style>'
  assert.equal(finish(page('', `${head}${policy}`)).html, page('', `${policy}${head}`))
})

test('a policy that stands at the top already stays there', () => {
  const html = page('', `${policy}<title>A</title>`)
  assert.equal(finish(html).html, html)
})

test('the page says which addresses of the site it names and which places it has', () => {
  const { links, ids } = finish(
    page('<h2 id="a">A</h2><p id="b"><a href="#a">1</a><a href="/one/#x">2</a><a href="https://example.org/">3</a></p>'),
  )
  assert.deepEqual(links, ['#a', '/one/#x'])
  assert.deepEqual(ids, new Set(['a', 'b']))
})

test('what is shown only without JavaScript, and what waits in a template, is a part of the page', () => {
  const { html, links, ids } = finish(
    page('<noscript><a id="a" href="/notes/">1</a></noscript><template><a id="b" href="/two/">2</a></template>'),
  )
  assert.match(html, /<noscript><a id="a" href="\.\.\/notes\/">/u)
  assert.match(html, /<template><a id="b" href="\.\.\/two\/">/u)
  assert.deepEqual(links, ['/notes/', '/two/'])
  assert.deepEqual(ids, new Set(['a', 'b']))
})

test('of the hashes in the policy those stay whose script or style is on the page', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const allow = (...hashes: readonly string[]) =>
    `<meta http-equiv="content-security-policy" content="script-src 'self' ${hashes.join(' ')}; style-src 'self'">`
  const script = '<script>x()</script>'
  const { html } = finish(page('', `${allow(hash('x()'), hash('y()'))}${script}<script src="/z.js"></script>`))
  assert.equal(html, page('', `${allow(hash('x()'))}${script}<script src="../z.js"></script>`))
})

test('a page is refused whose policy does not allow a script that stands on it; data are none', () => {
  assert.throws(() => finish(page('', `${policy}<script>x()</script>`)), {
    message: 'Its policy does not allow a script that stands on it.',
  })
  assert.throws(() => finish(page('', `${policy}<script type="module">x()</script>`)))
  const html = page('', `${policy}<script type="application/ld+json">{}</script>`)
  assert.equal(finish(html).html, html)
})

test('every address of a set of pictures is rewritten, and proved to lead somewhere', () => {
  const { html, links } = finish(
    '<picture><source srcset="/_astro/a,b.avif 480w, /_astro/c.avif 800w,/_astro/d.avif"><img src="/_astro/e.jpeg" srcset="https://a.example/f.png 2x, data:image/png;base64,AA== 1x"></picture>',
  )
  assert.equal(
    html,
    '<picture><source srcset="../_astro/a,b.avif 480w, ../_astro/c.avif 800w,../_astro/d.avif"><img src="../_astro/e.jpeg" srcset="https://a.example/f.png 2x, data:image/png;base64,AA== 1x"></picture>',
  )
  assert.deepEqual(links, ['/_astro/a,b.avif', '/_astro/c.avif', '/_astro/d.avif', '/_astro/e.jpeg'])
})
