import { inSlices } from '../in-slices.ts'

/** Those of the text, its italics and titles. */
type Faces = ReturnType<typeof import('../../model/faces.ts').facesOf>

/** Fetches the files of the faces for letters of the page that are not in the first of each. */
export async function loadLettersBeyond(faces: Faces) {
  const runs = await runsBeyond(faces)
  return Promise.all([...runs].map(([font, text]) => document.fonts.load(font, text)))
}

/** The runs of text with such letters, by the font they are shown in; looked for in slices, as a long list has thousands of them. */
async function runsBeyond(faces: Faces): Promise<ReadonlyMap<string, string>> {
  const runs = new Map<string, string>()
  await inSlices(textsOfPage(), ({ textContent, parentElement }) => {
    const letters = textContent?.match(/[^\0-\u{ff}]/gu)?.filter((letter) => /\p{L}/u.test(letter))
    if (!letters || !parentElement) return
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(parentElement)
    const face = faces[fontFamily.includes('sans-serif') ? 2 : 0].replace(/^.*1em/u, '1em')
    const font = `${fontStyle} ${fontWeight} ${face}`
    runs.set(font, (runs.get(font) ?? '') + letters.join(''))
  })
  return runs
}

function* textsOfPage() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) yield walker.currentNode
}
