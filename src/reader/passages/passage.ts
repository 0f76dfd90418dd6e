import { say } from '../../locales/say.ts'
import { notWords } from '../copy-of.ts'
import { permalinkOf, textDirective } from './permalink.ts'

/** A place that can be linked and cited, with words of it. */
export type Passage = {
  /** The element whose id is the permalink’s fragment. */
  readonly place: HTMLElement
  /** What it is called: “Paragraph 12”, “Note 5”, the title of a section or event; a page as a whole is called nothing. */
  readonly name: string
  /** The same as a citation has it: “para. 12”. */
  readonly locator: string
  readonly permalink: string
  /** The permalink, and behind it which words are meant, where they are not the whole. */
  readonly link: string
  readonly words: string
}

/** What has an address of its own. */
export const places = 'main :is([id^="p-"], [id^="note-"], li[id^="event-"], h1, h2[id], h3[id], h4[id]):not(.former, .retired *, nav *)'

/** A whole place as a passage. */
export function passageAt(place: HTMLElement): Passage {
  const permalink = permalinkOf(place)
  return { ...namesOf(place), place, permalink, link: permalink, words: wordsOf(place) }
}

/** What is selected, as a passage of the place in which it begins; nothing where no text is. */
export function selectedPassage(): Passage | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const start = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
  const place = start?.closest('.margin-note') ? null : start?.closest<HTMLElement>(places)
  if (!place) return undefined
  const content = range.cloneContents()
  const words = wordsOf(content)
  const permalink = permalinkOf(place)
  return words
    ? { ...namesOf(place), place, permalink, link: `${permalink}${place.id ? '' : '#'}${textDirective(runsOf(content))}`, words }
    : undefined
}

/** What a place is called on its page, and in a citation. */
export function namesOf(place: HTMLElement): Pick<Passage, 'name' | 'locator'> {
  const { paragraph } = place.dataset
  if (paragraph) return namesFrom('paragraph', 'paragraphShort', paragraph)
  const number = place.getAttribute('value')
  if (number) return namesFrom('note', 'noteShort', number)
  if (place.localName === 'h1') return { name: '', locator: '' }
  const title = say('passage-tools', 'quote', { words: wordsOf(place.querySelector('h3') ?? place) })
  return { name: title, locator: title }
}

const namesFrom = (name: 'paragraph' | 'note', short: 'paragraphShort' | 'noteShort', number: string) => ({
  name: say('passage-tools', name, { number }),
  locator: say('passage-tools', short, { number }),
})

const blocks = 'p, li, h2, h3, h4, blockquote, figcaption, td, th, dt, dd'

/** The words of a passage as they are read. */
const wordsOf = (content: Node) => pieceOf(content, '').replace(/\s+/gu, ' ').trim()

/** The same, cut at blocks and at note references: what stands between two of them stands there in one piece. */
const runsOf = (content: Node) => pieceOf(content, '\n').split('\n')

/** Text with a mark in place of each reference and a line end after each block; without controls and what is not shown. */
function pieceOf(content: Node, reference: string): string {
  const copy = document.createDocumentFragment()
  copy.append(content.cloneNode(true))
  for (const extra of copy.querySelectorAll(`${notWords}, [hidden], svg`)) extra.remove()
  for (const marker of copy.querySelectorAll('.reference')) marker.replaceWith(reference)
  for (const block of copy.querySelectorAll(blocks)) block.append('\n')
  return copy.textContent ?? ''
}
