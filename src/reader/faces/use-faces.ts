import { facesOf, type NamedFaces } from '../../model/faces.ts'
import { keep } from '../choices/kept.ts'

/*
 * Fetches the faces behind the text of the first page of a visit, and notes when all of them are there: every page after
 * it is shown in them from its first paint on. The first stays in its stand-ins, so that nothing moves under the reader’s
 * eye, unless nobody is looking. See decision 54.
 */

const root = document.documentElement
const faces = facesOf(root.dataset.families ? (JSON.parse(root.dataset.families) as NamedFaces) : undefined)

const loads = [...faces.map((face) => [face, ' '] as const), ...(root.dataset.letters ? runsBeyond() : [])].map(([face, text]) =>
  document.fonts.load(face, text),
)
// What does not come is no matter: the pages stay in what the device has.
Promise.all(loads).then(use, () => undefined)

function use() {
  keep('faces', 1, 'sessionStorage')
  const change = () => {
    if (document.hidden) root.dataset.faces = ''
  }
  change()
  document.addEventListener('visibilitychange', change)
}

/** The runs of text with letters that are not in the first file of a face, and the font they are shown in. */
function runsBeyond(): (readonly [string, string])[] {
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
  return [...runs]
}
