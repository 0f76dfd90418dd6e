import { say } from '../../locales/say.ts'
import { forget, keep, kept } from '../choices/kept.ts'
import { openOver } from '../open-over.ts'
import { loadOpened } from '../opened.ts'

/** The keys, and the message that tells what each does. */
const list = [
  ['n p', 'section'],
  ['j k', 'paragraph'],
  ['m M', 'note'],
  ['c', 'copy'],
  ['t', 'contents'],
  ['/', 'search'],
  ['s', 'settings'],
  ['?', 'list'],
] as const

/** Shows which keys there are, and lets the reader turn them off. */
export async function showKeys() {
  await loadOpened()
  const dialog = make('dialog', 'sheet keys')
  dialog.ariaLabel = say('reader-keys', 'title')
  const close = make('button', '', say('reader-keys', 'close'))
  close.type = 'button'
  close.addEventListener('click', () => dialog.close())
  const table = make('dl', '')
  for (const [keys, message] of list) {
    const row = make('div', '')
    const names = make('dt', '')
    names.append(...keys.split(' ').flatMap((key) => [make('kbd', '', key), ' ']))
    row.append(names, make('dd', '', say('reader-keys', message)))
    table.append(row)
  }
  dialog.append(close, make('p', 'sheet-title', dialog.ariaLabel), table, choice())
  dialog.addEventListener('toggle', ({ newState }) => newState === 'closed' && dialog.remove())
  document.body.append(dialog)
  openOver(dialog)
}

function choice(): HTMLElement {
  const label = make('label', '')
  const box = make('input', '')
  box.type = 'checkbox'
  box.checked = kept('keys') !== 'off'
  box.addEventListener('change', () => (box.checked ? forget('keys', 'localStorage') : keep('keys', 'off')))
  label.append(box, ' ', say('reader-keys', 'single'))
  return label
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, words = ''): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.className = className
  element.textContent = words
  return element
}
