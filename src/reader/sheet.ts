import { say } from '../locales/say.ts'
import { openOver } from './open-over.ts'

/**
 * Shows a copy of the list that a link leads to in a sheet over the page, with the links to the next and the last part
 * where it is the contents of one.
 */
export function openSheet(link: HTMLAnchorElement) {
  const named = document.getElementById(link.hash.slice(1))
  const list = named?.closest('nav')
  if (!named || !list) return location.assign(link.href)
  const sheet = document.createElement('dialog')
  sheet.className = 'sheet'
  sheet.ariaLabel = named.localName === 'nav' ? named.ariaLabel : named.textContent
  const title = document.createElement('p')
  title.className = 'sheet-title'
  title.textContent = sheet.ariaLabel
  const lists = [...list.querySelectorAll('ol, ul')]
  const parts = named.localName === 'nav' ? [] : document.querySelectorAll('.pagination a[rel]')
  sheet.append(closeButton(sheet), title, ...copies(lists), ...copies(parts))
  sheet.addEventListener('toggle', ({ newState }) => newState === 'closed' && sheet.remove())
  document.body.append(sheet)
  openOver(sheet)
  sheet.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })
}

const copies = (elements: Iterable<Element>) => [...elements].map((element) => element.cloneNode(true))

function closeButton(sheet: HTMLDialogElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = say('preview-cards', 'close')
  button.addEventListener('click', () => sheet.close())
  return button
}
