import { miniature, partWith } from '../../src/testing/miniature.ts'
import type { File } from './check-pages.ts'

const verses = `## 1905: a rehearsal

A line of verse,  
and the next.[^b]

| a | b |
|---|--:|
| 1 | 2 |

Text.

| c | d |
|---|---|
| 3 | 4 |

- [ ] To be done
- [x] Done

## Notes

One.

## Notes

***

## <Term id="vardas"/>

Two.

## 🎉

[^b]: A note.

    \`\`\`
    code
    \`\`\``

/** The miniature manuscript with plain Markdown, a part without notes, one in another language, and a picture by another name. */
export async function plainManuscript(picture: string): Promise<File[]> {
  const [base] = (await miniature()).flatMap(({ path, text }) => (path === 'parts/one.mdx' ? [text] : []))
  const files = await miniature({
    'parts/one.mdx': (base ?? '').replace('tower.svg', picture),
    'parts/two.mdx': partWith(verses, 2),
    'parts/three.mdx': partWith(
      'La lampe de la <Term id="keepers-guild">guilde</Term> brûlait, selon <Source id="vardas-almanac" locator="p. 2"/>.\n\n<Chart id="oil"/>',
      3,
    ),
    'pages/home.mdx': '---\ntitle: The keepers of the light\n---\n\nBegin with [the lamp](/one/).\n\n- one\n- two\n',
  })
  return files.map(({ path, text }) => ({
    path: path === 'pictures/tower.svg' ? `pictures/${picture}` : path,
    text: text.replace('parts: [one]', 'parts: [one, two, three]'),
  }))
}
