import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSheet } from './check-sheet.ts'

const told = (text: string) => checkSheet({ path: 'style.css', text }).map(({ message }) => message)

test('rules that stay in their layer and need no other file are a style sheet', () => {
  for (const css of [
    '',
    '.cover { color: #1d1813; }',
    '@media (width < 40rem) { .cover { background: url("data:image/png;base64,AAAA"); } }',
    '/* } */ .cover::after { content: "}"; }',
    ".a\\:b { content: '\\'{'; }",
    '@font-face { font-family: Own; src: url(data:font/woff2;base64,AAAA); }',
  ])
    assert.deepEqual(told(css), [], css)
})

test('what asks for another file, or leaves its layer, is told', () => {
  for (const css of [
    '@import "other.css";',
    '.cover { background: url(cover.png); }',
    '.cover { background: image-set("a.png" 1x); }',
    '.cover { color: red; } }',
    '.cover { color: red;',
    '.cover { content: "x; }',
    '/* no end',
    '.cover { color: red } </style><script>',
    '.cover { background: u\\72l(//example.org/x) }',
  ])
    assert.equal(told(css).length, 1, css)
})
