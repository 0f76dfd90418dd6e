import { directionOf } from '../../locales/languages.ts'

type Faces = { readonly rules: string; readonly families: { readonly text: string; readonly display: string } }

/** The look of a book in a language: its reader and the reader’s program decide on size, colour, margins and light or dark. */
export const styleOf = (faces: Faces, language: string): string =>
  directionOf(language) === 'rtl' ? mirror(leftToRight(faces)) : leftToRight(faces)

const leftToRight = ({ rules, families }: Faces) => `${rules}
body{font-family:${families.text},serif;overflow-wrap:break-word;line-height:1.45;margin:0 4%;-webkit-hyphens:auto;hyphens:auto;orphans:2;widows:2}
h1,h2,h3,h4{font-family:${families.display},${families.text},sans-serif;font-weight:700;line-height:1.1;text-align:left;-webkit-hyphens:none;hyphens:none;break-after:avoid;page-break-after:avoid}
h1{font-size:2em;margin:1.5em 0 .6em}
h2{font-size:1.5em;margin:1.6em 0 .5em}
h3{font-size:1.2em;margin:1.3em 0 .4em}
h4{font-size:1em;margin:1.2em 0 .3em}
p{margin:0 0 .6em}
.text>p+p{text-indent:1.2em}
.text>p{margin:0}
.description{font-style:italic;margin:0 0 1.5em}
a{color:inherit}
a[role=doc-glossref],a[role=doc-biblioref],a[role=doc-noteref],a[role=doc-backlink]{text-decoration:none}
sup,sub{font-size:.72em;line-height:0}
.small-caps{font-variant:small-caps}
blockquote{margin:0}
figure{margin:1.4em 0}
.stanza{margin:.9em 0;text-indent:0}
.verse{margin:1.2em 1.4em;-webkit-hyphens:none;hyphens:none}
.line{display:block;padding-left:2em;text-indent:-2em}
${[1, 2, 3, 4, 5, 6, 7, 8].map((step) => `.indent-${step}{margin-left:${(step * 1.2).toFixed(1)}em}`).join('\n')}
.formula{margin:1em 0;overflow-x:auto}
.aside{margin:1.4em 0;padding:.2em 1em .6em;border-top:2px solid;border-bottom:1px solid;font-size:.94em}
.aside-title{font-weight:700}
.pull-quote{margin:1.4em 1em;text-align:center;font-size:1.3em;font-weight:700}
.quotation,.epigraph{margin:1.2em 1.4em}
figcaption{font-size:.88em}
.quotation figcaption,.epigraph figcaption{text-align:right;margin-top:.4em}
img,svg{max-width:100%;height:auto}
figure>svg,.map-narrow>svg,.map-middle>svg,.map-wide>svg{display:block;width:100%;max-height:95vh;margin:.6em auto;background:#fbf7ee;color:#1d1813}
.swatch,.timeline-key svg{height:.8em;width:.95em;margin-right:.4em}
.legend .key{margin-right:1.2em;white-space:nowrap}
figcaption strong{display:block}
ol,ul{margin:.6em 0;padding:0 0 0 1.4em}
.term-list,.bibliography,.source-list,.timeline,.timeline-key,.place-events,.places{list-style:none;padding:0}
.bibliography li,.formatted{padding-left:1.6em;text-indent:-1.6em;margin-bottom:.4em}
.formatted{display:block}
li>p{margin:0 0 .3em}
.endnotes li{margin-bottom:.8em}
.backlinks{display:inline;text-indent:0}
.endnotes p{margin:0 0 .4em}
dl{margin:.6em 0}
dt{font-weight:700}
dd{margin:0 0 .3em 1.2em}
.table{overflow:auto}
table{border-collapse:collapse;font-size:.88em;margin:.8em 0;text-align:left}
th,td{padding:.25em .7em .25em 0;vertical-align:top;border-bottom:1px solid}
tr,figure{break-inside:avoid;page-break-inside:avoid}
figure.chart,figure.timeline-drawing{break-inside:auto;page-break-inside:auto}
caption{text-align:left;font-style:italic}
.code-comment{font-style:italic}
.code-keyword,.code-name{font-weight:700}
pre,code{font-size:.88em;white-space:pre-wrap;overflow-wrap:anywhere}
.native,.span,.short,.locator,.where,.about,.certainty,.more{font-size:.88em}
.when{font-weight:700}
.places p{margin:0 0 .6em 1.2em}
.withdrawn{font-size:.88em}
.cover{text-align:center;margin:0;padding:0}
.cover img{max-height:98vh;max-width:100%}
.title-page{text-align:center;margin-top:18%}
.title-page h1{text-align:center;font-size:2.6em}
nav ol{list-style:none;padding-left:1.1em}
nav>ol{padding-left:0}
.addresses{font-size:.88em;overflow-wrap:anywhere;-webkit-hyphens:none;hyphens:none}
`

const other = (side: string) => (side === 'left' ? 'right' : 'left')

/** The same seen from the other side. Programs for reading are old, and know no `inline-start`. */
const mirror = (style: string) =>
  style
    .replace(/(?<=(?:margin-|padding-|text-align:))(?:left|right)/gu, other)
    .replace(/(?<=(?:margin|padding):)([^\s;}]+) ([^\s;}]+) ([^\s;}]+) ([^\s;}]+)(?=[;}])/gu, '$1 $4 $3 $2')
