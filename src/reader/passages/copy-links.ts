import { say } from '../../locales/say.ts'
import { afterPaint } from '../after-paint.ts'
import { inSlices } from '../in-slices.ts'
import { namesOf, passageAt, places } from './passage.ts'

/**
 * One button that copies the permalink of a place: it comes to the place that the pointer is on or a finger has tapped, and is
 * one stop of the Tab key for the whole page; the arrow keys take it from place to place. In a list of notes that cannot be
 * pointed at each note has one of its own. `<passage-tools>` hears of it by the event `pamphlet:passage`. See decision 84.
 *
 * @param target where the pointer is, or what has the focus
 */
export function offerLinks(target: EventTarget | null) {
  const button = makeButton(() => placeOf(button))
  button.addEventListener('keydown', (event) => move(button, event))
  const follow = (over: EventTarget | null) => {
    const place = over instanceof Element && over !== button ? over.closest<HTMLElement>(places) : null
    // While the keyboard has the focus on it, it stays where the reader has taken it.
    if (!place || placeOf(button) === place || place.querySelector(':scope > .copy-link')) return
    if (!button.matches(':focus-visible')) put(button, place)
  }
  let pointedAt = target
  // What a press opens is painted first.
  const followSoon = async (over: EventTarget | null) => {
    pointedAt = over
    await afterPaint()
    if (over === pointedAt) follow(over)
  }
  const first = document.querySelector<HTMLElement>(places)
  if (first) put(button, first)
  void followSoon(target)
  // A finger is over a place only while it presses: the button follows once what the tap opens has been painted too.
  let tapped: EventTarget | null = null
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    tapped = pointerType === 'touch' ? target : null
    if (!tapped) void followSoon(target)
  })
  document.addEventListener('click', () => {
    const place = tapped
    tapped = null
    if (place) void afterPaint().then(() => followSoon(place))
  })
  if (matchMedia('(hover: none)').matches) void offerInNotes()
}

/** The places of a page in their order. */
export const placesOfPage = () => [...document.querySelectorAll<HTMLElement>(places)].filter((place) => place.checkVisibility())

async function offerInNotes() {
  await inSlices(document.querySelectorAll<HTMLElement>('.endnotes li[id^="note-"], .notes li[id^="note-"]'), (note) => {
    const button = makeButton(() => note)
    button.tabIndex = -1
    name(button, note)
    note.append(button)
    button.getBoundingClientRect()
  })
}

function makeButton(placeOfIt: () => HTMLElement | undefined): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy-link'
  button.addEventListener('click', () => {
    const place = placeOfIt()
    if (place) button.dispatchEvent(new CustomEvent('pamphlet:passage', { bubbles: true, detail: passageAt(place) }))
  })
  return button
}

/** The place that the button stands in, or before where the place is a heading: it is no part of what that is called. */
const placeOf = ({ parentElement, nextElementSibling, dataset }: HTMLElement) =>
  ('before' in dataset ? nextElementSibling : parentElement?.closest<HTMLElement>(places)) as HTMLElement | undefined

function put(button: HTMLButtonElement, place: HTMLElement) {
  const isBefore = /^h\d$/u.test(place.localName)
  button.toggleAttribute('data-before', isBefore)
  name(button, place)
  if (isBefore) {
    place.before(button)
    // Both are placed from the same element.
    const isFromRight = getComputedStyle(place).direction === 'rtl'
    const start = isFromRight ? (place.offsetParent?.clientWidth ?? 0) - place.offsetLeft - place.offsetWidth : place.offsetLeft
    button.style.setProperty('--x', `${start}px`)
    button.style.setProperty('--y', `${place.offsetTop}px`)
  } else if (place.localName === 'table') place.querySelector('th, td')?.prepend(button)
  else place.append(button)
}

function name(button: HTMLButtonElement, place: HTMLElement) {
  const { name } = namesOf(place)
  button.ariaLabel = say('passage-tools', name ? 'copyLinkTo' : 'copyLink', { name })
  if (place.dataset.paragraph) button.dataset.number = place.dataset.paragraph
  else delete button.dataset.number
}

function move(button: HTMLButtonElement, event: KeyboardEvent) {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
  const by = steps[event.key]
  const from = placeOf(button)
  if (by === undefined || !from) return
  event.preventDefault()
  const all = placesOfPage()
  const to = all[Math.max(0, Math.min(all.length - 1, all.indexOf(from) + by))]
  if (!to) return
  put(button, to)
  button.focus({ preventScroll: true })
  to.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}
