import { faces } from '../../model/faces.ts'
import { keep } from '../choices/kept.ts'
import { type Block, blocksInView, isAsBefore } from './blocks-in-view.ts'

/*
 * Shows the page in its faces once all of them are there, at one stroke: never two in one paragraph. Nothing in view may
 * move for it, so a block in view whose lines would break elsewhere stays as it is until it is out of view.
 * See decision 54.
 */

const root = document.documentElement

const loads = [...faces.map((face) => [face, ' '] as const), ...(root.dataset.letters ? runsBeyond() : [])].map(([face, text]) =>
  document.fonts.load(face, text),
)
// What does not come is no matter: the page stays in what the device has.
Promise.all(loads).then(use, () => undefined)

function use() {
  keep('faces', 1, 'sessionStorage')
  if (root.dataset.faces !== undefined) return
  const blocks = blocksInView()
  root.dataset.faces = ''
  const changed = blocks.filter((block) => !isAsBefore(block))
  for (const block of changed) leaveAs(block)
  const hasMoved = blocks.some(({ element, top }) => Math.abs(element.getBoundingClientRect().top - top) >= 1)
  if (hasMoved) delete root.dataset.faces
  if (hasMoved) for (const { element } of changed) giveBack(element)
  else giveBackOutOfView(changed)
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
    const face = faces[/Narrow|Sofia/u.test(fontFamily) ? 2 : 0].replace(/^.*1em/u, '1em')
    const font = `${fontStyle} ${fontWeight} ${face}`
    runs.set(font, (runs.get(font) ?? '') + letters.join(''))
  }
  return [...runs]
}

/** Keeps a block in the stand-ins that it was shown in. */
function leaveAs({ element, family }: Block) {
  element.style.fontFamily = family
  for (const name of ['text', 'display']) element.style.setProperty(`--face-${name}`, `var(--stand-in-${name})`)
}

function giveBack(element: HTMLElement) {
  for (const name of ['font-family', '--face-text', '--face-display']) element.style.removeProperty(name)
}

/** What is out of view may move; above it, only where the browser keeps the lines that are read where they are. */
function giveBackOutOfView(blocks: readonly Block[]) {
  const isAnchored = CSS.supports('overflow-anchor', 'auto')
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target, boundingClientRect } of entries) {
      if (isIntersecting || !(isAnchored || boundingClientRect.top > 0)) continue
      observer.unobserve(target)
      giveBack(target as HTMLElement)
    }
  })
  for (const { element } of blocks) observer.observe(element)
}
