/** Those of the text, its italics and titles. */
type Faces = ReturnType<typeof import('../../model/faces.ts').facesOf>

/** Fetches the files of the faces for letters of the page that are not in the first of each. */
export const loadLettersBeyond = (faces: Faces) =>
  Promise.all([...runsBeyond(faces)].map(([font, text]) => document.fonts.load(font, text)))

/** The runs of text with such letters, by the font they are shown in. */
function runsBeyond(faces: Faces): ReadonlyMap<string, string> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const runs = new Map<string, string>()
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    const letters = textContent?.match(/[^\0-\u{ff}]/gu)?.filter((letter) => /\p{L}/u.test(letter))
    if (!letters || !parentElement) continue
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(parentElement)
    const face = faces[fontFamily.includes('sans-serif') ? 2 : 0].replace(/^.*1em/u, '1em')
    const font = `${fontStyle} ${fontWeight} ${face}`
    runs.set(font, (runs.get(font) ?? '') + letters.join(''))
  }
  return runs
}
