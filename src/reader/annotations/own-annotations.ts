import { say } from '../../locales/say.ts'
import { keep, kept } from '../choices/kept.ts'
import { highlight } from '../highlight.ts'
import { type Passage, places } from '../passages/passage.ts'
import { siteRoot } from '../site-root.ts'
import { type Annotation, type Colour, colours } from './annotation.ts'
import { editAnnotation } from './annotation-editor.ts'
import { findAnnotation, quoteFrom } from './place-annotation.ts'
import { allAnnotations, removeAnnotations, saveAnnotations } from './store.ts'

type Shown = { readonly annotation: Annotation; readonly place: HTMLElement; readonly range: Range }

let shown: readonly Shown[] = []
let isListening = false

/** The page a place is on, from the root of the site; where all pages are one, each part of it says which it is. */
const pageOf = (place?: Element | null): string =>
  place?.closest<HTMLElement>('[data-path]')?.dataset.path ??
  `/${location.href
    .replace(/[?#].*$/u, '')
    .slice(siteRoot().href.length)
    .replace(/index\.html$/u, '')}`

/** Shows what the reader has marked on this page, in the text and at its edge; remembers of each whether it is there still. */
export async function showAnnotations() {
  if (!isListening) document.addEventListener('click', onClick)
  isListening = true
  const known = await allAnnotations()
  const isOfPage = ({ page }: Annotation) => page === pageOf() || document.querySelector(`[data-path="${page}"]`) !== null
  const changed: Annotation[] = []
  shown = known.filter(isOfPage).flatMap((annotation) => {
    const found = findAnnotation(annotation)
    if (found.kind === 'moved') {
      const { href, hash } = new URL(found.href)
      changed.push({
        ...annotation,
        page: `/${href
          .replace(/#.*$/u, '')
          .slice(siteRoot().href.length)
          .replace(/index\.html$/u, '')}`,
        place: hash.slice(1),
      })
    } else if ((found.kind === 'here') !== annotation.isPlaced) changed.push({ ...annotation, isPlaced: found.kind === 'here' })
    return found.kind === 'here' ? [{ annotation, place: found.place, range: found.range }] : []
  })
  if (changed.length > 0) await saveAnnotations(changed)
  for (const mark of document.querySelectorAll('.own-mark')) mark.remove()
  for (const colour of colours) {
    const ranges = shown.filter(({ annotation }) => annotation.colour === colour).map(({ range }) => range)
    highlight(`own-${colour}`, ranges)
  }
  for (const each of shown) each.place.append(markOf(each))
}

/** Marks what is selected, in each of the paragraphs it goes through, or a whole paragraph; then asks for words to it. */
export async function annotate({ place, locator }: Passage, range: Range | undefined) {
  const all = range
    ? [...document.querySelectorAll<HTMLElement>(places)].filter((each) => range.intersectsNode(each) && !each.querySelector(places))
    : [place]
  const within = all.length > 0 ? all : [place]
  const last = kept('colour')
  const colour: Colour = colours.find((known) => known === last) ?? 'yellow'
  const made = within.flatMap((each): Annotation[] => {
    const quote = quoteFrom(each, range)
    const page = pageOf(each)
    const common = { id: crypto.randomUUID(), created: new Date().toISOString(), colour, note: '', isPlaced: true }
    return quote ? [{ ...common, ...quote, page, place: each.id, locator: each === place ? locator : '' }] : []
  })
  const [first] = made
  if (!first) return
  await saveAnnotations(made)
  await showAnnotations()
  open(first)
}

function open(annotation: Annotation) {
  editAnnotation(annotation, {
    save: async (changed) => {
      keep('colour', changed.colour)
      await saveAnnotations([changed])
      await showAnnotations()
    },
    remove: async () => {
      await removeAnnotations([annotation.id])
      await showAnnotations()
    },
  })
}

/** A button at the edge of the paragraph, which the keyboard reaches and which says what was written. */
function markOf({ annotation }: Shown): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'own-mark'
  button.dataset.colour = annotation.colour
  button.textContent = annotation.note ? '✎' : '•'
  button.ariaLabel = `${say('own-notes', 'title')}: ${annotation.note || annotation.exact.slice(0, 80)}`
  button.title = annotation.note
  button.addEventListener('click', () => open(annotation))
  return button
}

/** A press on words that are marked opens what was written to them. */
function onClick({ target, clientX, clientY }: MouseEvent) {
  if (!(target instanceof Element) || target.closest('a, button, dialog, [popover]') || getSelection()?.isCollapsed === false) return
  const hit = shown.find(({ range }) =>
    [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
    ),
  )
  if (hit) open(hit.annotation)
}
