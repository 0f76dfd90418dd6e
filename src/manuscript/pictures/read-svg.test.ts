import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { DOMParser } from '@xmldom/xmldom'
import { readSvg } from './read-svg.ts'

const xmlns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const picture = (content: string, attributes = '') => `<svg ${xmlns} viewBox="0 0 10 10"${attributes}>${content}</svg>`
const rect = '<rect width="10" height="10"/>'

/** What is reported of a picture: where, and what. */
const reportsOf = (svg: string) =>
  readSvg(svg).mistakes.map(
    (mistake) =>
      `${mistake.span.start.line}:${mistake.span.start.column} ${mistake.kind === 'unsafe' ? `${mistake.does} ${mistake.found}` : mistake.reason}`,
  )

/** One picture each of what runs or asks, with what must be named. */
const hostile: [name: string, svg: string, found: RegExp][] = [
  ['a script', picture('<script>1</script>'), /runs <script>/u],
  ['a script under a prefix', picture('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'), /runs <x:script>/u],
  ['a script of HTML', picture('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'), /runs <h:script>/u],
  ['a script in the data of a drawing program', picture('<metadata><script>1</script></metadata>'), /runs <script>/u],
  ['a handler', picture(rect, ' onload="1"'), /runs onload/u],
  ['a handler of an animation', picture('<animate attributeName="x" onbegin="1"/>'), /runs onbegin/u],
  ['a handler in capitals', picture('<rect ONCLICK="1"/>'), /runs ONCLICK/u],
  ['a foreign object', picture('<foreignObject width="1" height="1"/>'), /runs <foreignObject>/u],
  ['a frame', picture('<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://other.example/"/>'), /runs <iframe>/u],
  ['a link that runs', picture(`<a href="javascript:alert(1)">${rect}</a>`), /runs href="javascript/u],
  ['a link that runs, in disguise', picture(`<a xlink:href=" java&#10;script:alert(1)">${rect}</a>`), /runs xlink:href/u],
  ['a link to a document that it carries', picture(`<a href="data:text/html,x">${rect}</a>`), /runs href="data:text/u],
  ['an image of another host', picture('<image href="https://other.example/a.png"/>'), /asks href="https/u],
  ['an image beside it', picture('<image xlink:href="photo.jpg"/>'), /asks xlink:href="photo/u],
  ['an SVG in an image', picture('<image href="data:image/svg+xml,x"/>'), /runs href="data:image\/svg/u],
  ['a use of another file', picture('<use href="other.svg#x"/>'), /asks href="other/u],
  ['a use of a document that it carries', picture('<use href="data:image/svg+xml,x#a"/>'), /runs href/u],
  ['an image in a filter', picture('<filter id="f"><feImage href="//other.example/a.png"/></filter>'), /asks href/u],
  ['an address in an attribute', picture('<rect fill="url(https://other.example/#a)"/>'), /asks url\(https/u],
  ['an address in a style', picture('<rect style="fill: URL( \'//other.example/#a\')"/>'), /asks url\( '\/\/other/u],
  ['an address in an escaped style', picture('<rect style="fill:u\\72l(//other.example)"/>'), /asks url/u],
  ['an address in the value of an animation', picture('<set attributeName="fill" to="url(//other.example/#a)"/>'), /asks url/u],
  ['an animated address', picture('<a href="#a"><animate attributeName="href" values="#b"/></a>'), /runs attributeName="href"/u],
  [
    'an animated address under a prefix',
    picture('<a href="#a"><set attributeName="xlink:href" to="javascript:x"/></a>'),
    /runs attributeName/u,
  ],
  ['an imported sheet', picture('<style>@import "https://other.example/a.css";</style>'), /asks @import/u],
  ['an imported sheet, escaped', picture('<style>@\\69mport "a.css";</style>'), /asks @import/u],
  ['an imported sheet in a section of text', picture('<style><![CDATA[@import url(a.css)]]></style>'), /asks @import/u],
  ['a face from elsewhere', picture('<style>@font-face{src:url(//other.example/f.woff2)}</style>'), /asks url/u],
  ['a set of images', picture('<style>rect{fill:image-set("a.png" 1x)}</style>'), /asks image-set/u],
  ['a sheet with a tag in it', picture('<style>a<g/>@import "a.css";</style>'), /asks @import/u],
  ['a style sheet beside it', `<?xml-stylesheet href="a.css"?>${picture(rect)}`, /1:1 asks <\?xml-stylesheet/u],
  [
    'a file as an abbreviation',
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${picture('<text>&x;</text>')}`,
    /asks <!DOCTYPE/u,
  ],
  [
    'abbreviations of abbreviations',
    `<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${picture('<text>&b;</text>')}`,
    /asks <!DOCTYPE/u,
  ],
  ['another base', picture('<use href="#a"/>', ' xml:base="https://other.example/"'), /asks xml:base/u],
  ['a sound', picture('<audio xmlns="http://www.w3.org/1999/xhtml" src="a.ogg"/>'), /runs <audio>/u],
]

for (const [name, svg, found] of hostile) {
  test(`${name} is found, and nothing of the picture is published`, () => {
    const { mistakes, clean } = readSvg(svg)
    assert.ok(mistakes.length > 0)
    assert.match(reportsOf(svg).join('\n'), found)
    assert.equal(clean, '')
  })
}

test('every mistake is named where it stands', () => {
  const svg = `<svg ${xmlns}\n  width="10" height="10" onload="1">\n  <script>1</script>\n  <g>\n    <image href="https://other.example/a.png"/></g>\n</svg>`
  assert.deepEqual(reportsOf(svg), ['2:26 runs onload="…"', '3:3 runs <script>', '5:12 asks href="https://other.example/a.png"'])
})

test('what is no picture is said to be none, and why', () => {
  const reason = (svg: string) => reportsOf(svg)[0] ?? ''
  assert.match(reason('<svg'), /not XML/u)
  assert.match(reason(`words ${picture(rect)}`), /^1:\d+ It is not XML/u)
  assert.match(reason(picture('<g>')), /not XML: unexpected close tag|not XML: unclosed tag/u)
  assert.match(reason(picture('<text>&nbsp;</text>')), /not XML: undefined entity/u)
  assert.match(reason('<svg viewBox="0 0 1 1"/>'), /does not say what it is/u)
  assert.match(reason('<html xmlns="http://www.w3.org/1999/xhtml"/>'), /not <svg>/u)
  assert.match(reason(`<svg ${xmlns}/>`), /how large/u)
  assert.match(reason(`<svg ${xmlns} width="100%" height="100%"/>`), /how large/u)
  assert.match(reason(`<?xml version="1.0" encoding="utf-7"?>${picture(rect)}`), /written in utf-7/u)
  assert.match(reason('\u001F\uFFFD\b\0'), /compressed/u)
  assert.match(reason(new TextDecoder().decode(Buffer.from(picture(rect), 'utf16le'))), /not text in UTF-8/u)
  assert.match(reason(picture(`${'<g>'.repeat(300)}${'</g>'.repeat(300)}`)), /200 things/u)
})

test('a picture with very many levels, or a mistake without end, is refused at once', () => {
  assert.match(reportsOf(picture('<g>'.repeat(200_000)))[0] ?? '', /200 things/u)
  assert.equal(readSvg(picture('<script/>'.repeat(100_000))).mistakes.length, 20)
})

const inkscape = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.2" sodipodi:docname="a.svg"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="n" pagecolor="#ffffff" inkscape:pageopacity="0"/>
  <metadata id="m"><rdf:RDF><cc:Work rdf:about=""><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
  <defs id="defs2"><linearGradient id="g"><stop style="stop-color:#000;stop-opacity:1" offset="0"/></linearGradient>
    <linearGradient xlink:href="#g" id="h" x1="0" y1="0" x2="1" y2="1" gradientUnits="userSpaceOnUse"/></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1">
    <path style="fill:url(#h);-inkscape-stroke:none" d="m 1,2 3,4" id="p" sodipodi:nodetypes="cc"/>
    <text xml:space="preserve" style="font-family:'Source Sans'" x="1" y="2"><tspan id="t">A &amp; B &lt; C</tspan></text>
    <use xlink:href="#p" transform="translate(1)"/>
    <image width="1" height="1" xlink:href="data:image/png;base64,&#10;iVBORw0KGgo="/>
    <a xlink:href="https://example.org/"><circle r="1"/></a>
  </g>
</svg>`

const illustrator = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
  <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
]>
<svg version="1.1" id="Layer_1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns="http://www.w3.org/2000/svg" x="0px" y="0px"
  viewBox="0 0 10 10" style="enable-background:new 0 0 10 10;" xml:space="preserve">
<style type="text/css"><![CDATA[
  .st0{fill:#FFFFFF;} .st1{clip-path:url(#SVGID_2_);} @font-face{font-family:'A';src:url("data:font/woff2;base64,AAAA")}
]]></style>
<switch><foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"><i:pgfRef xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink"/></foreignObject>
<g i:extraneous="self"><rect class="st0" width="10" height="10"/></g></switch>
</svg>`

test('what drawing programs write is published without their data, and draws the same', () => {
  const { mistakes, clean } = readSvg(inkscape)
  assert.deepEqual(mistakes, [])
  assert.doesNotMatch(clean, /inkscape:|sodipodi|rdf|metadata|<!--|example\.org|xlink/u)
  for (const part of [
    '<path style="fill:url(#h);-inkscape-stroke:none" d="m 1,2 3,4" id="p">',
    '<use href="#p" transform="translate(1)">',
    'A &#38; B &#60; C',
    'href="data:image/png;base64,iVBORw0KGgo="',
    '<circle r="1">',
  ])
    assert.ok(clean.includes(part), `${part} in ${clean}`)
})

test('the abbreviations and local styles of Illustrator are read', () => {
  const { mistakes, clean } = readSvg(illustrator)
  assert.deepEqual(mistakes, [])
  assert.match(clean, /\.st0\{fill:#FFFFFF;\}/u)
  assert.match(clean, /<switch>\s*<g><rect class="st0"/u)
})

test('what is published is well-formed, and is published the same when it is read again', () => {
  for (const svg of [
    inkscape,
    readFileSync(new URL('../../../e2e/tiny-series/pictures/tower.svg', import.meta.url), 'utf8'),
    picture('<title>a ]]&gt; b</title>'),
  ]) {
    const { clean } = readSvg(svg)
    new DOMParser({
      onError: (_, message) => {
        throw new Error(message)
      },
    }).parseFromString(clean, 'image/svg+xml')
    assert.equal(readSvg(clean).clean, clean)
  }
})
