import { facesOf, type NamedFaces } from '../../model/faces.ts'
import { keep } from '../choices/kept.ts'

/*
 * Fetches the faces behind the text of the first page of a visit, and notes when all of them are there: every page after
 * it is shown in them from its first paint on. The first stays in its stand-ins, so that nothing moves under the reader’s
 * eye, unless nobody is looking. See decision 54.
 */

const root = document.documentElement
const faces = facesOf(root.dataset.families ? (JSON.parse(root.dataset.families) as NamedFaces) : undefined)

const loads = faces.map((face) => document.fonts.load(face, ' '))
// Few pages have letters that are in other files of a face.
const loadBeyond = async () => root.dataset.letters && (await import('./load-letters-beyond.ts')).loadLettersBeyond(faces)
// What does not come is no matter: the pages stay in what the device has.
Promise.all([...loads, loadBeyond()]).then(use, () => undefined)

function use() {
  keep('faces', 1, 'sessionStorage')
  const change = () => {
    if (document.hidden) root.dataset.faces = ''
  }
  change()
  document.addEventListener('visibilitychange', change)
}
