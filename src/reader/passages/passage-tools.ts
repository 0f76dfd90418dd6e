import { say } from '../../locales/say.ts'
import { readAloud } from '../listening/read-aloud.ts'
import { canListen } from '../listening/voices.ts'
import { openOver } from '../open-over.ts'
import { fillForm } from './citation.ts'
import { copyText } from './clipboard.ts'
import { type Passage, selectedPassage } from './passage.ts'

/**
 * `<passage-tools>`: what can be done with a passage: copy its link, copy it as a quotation, cite it. Its bar appears
 * when text is selected (the Tab key goes into it) and when a link was copied by the button beside a place.
 */
class PassageTools extends HTMLElement {
  #aborter = new AbortController()
  #passage: Passage | undefined
  /** What is selected of it, where it is not the whole. */
  #range: Range | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Where the focus was when the bar took it. */
  #before: HTMLElement | undefined

  connectedCallback() {
    const { signal } = this.#aborter
    document.addEventListener('selectionchange', () => this.#onSelection(), { signal })
    document.addEventListener('pamphlet:passage', (event) => this.#onPlace(event as CustomEvent<Passage>), { signal })
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    // A button that comes to have the focus by the keyboard may scroll the page.
    const isUsed = () => this.#bar?.matches(':focus-within') || document.activeElement?.matches('.copy-link:focus-visible')
    document.addEventListener('scroll', () => isUsed() || this.#hideBar(), { signal, passive: true })
    this.addEventListener('click', (event) => void this.#onClick(event), { signal })
    // Pressing a button must not take the selection away.
    this.#bar?.addEventListener('pointerdown', (event) => event.preventDefault(), { signal })
    // What has come because something was selected; a button that was pressed sends its event.
    if (getSelection()?.isCollapsed === false) this.#onSelection()
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  get #bar() {
    return this.querySelector<HTMLElement>('.passage-bar')
  }

  get #dialog() {
    return this.querySelector('dialog')
  }

  #onSelection() {
    clearTimeout(this.#timer)
    if (this.#bar?.matches(':focus-within') || this.#dialog?.open) return
    // Until the reader has finished selecting.
    this.#timer = setTimeout(() => {
      const passage = selectedPassage()
      if (!passage) return this.#hideBar()
      this.#passage = passage
      this.#range = getSelection()?.getRangeAt(0).cloneRange()
      this.#showBar(getSelection()?.getRangeAt(0).getBoundingClientRect())
    }, 250)
  }

  async #onPlace({ detail, target }: CustomEvent<Passage>) {
    this.#passage = detail
    this.#range = undefined
    this.#say(say('passage-tools', (await copyText(detail.permalink)) ? 'linkCopied' : 'linkNotCopied'))
    if (target instanceof HTMLElement) this.#showBar(target.getBoundingClientRect())
  }

  #onKey(event: KeyboardEvent) {
    const bar = this.#bar
    if (!bar?.matches(':popover-open')) return
    const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button:not([hidden])')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Escape') {
      event.preventDefault()
      this.#hideBar()
    } else if (event.key === 'Tab' && at < 0 && !event.shiftKey) {
      event.preventDefault()
      this.#before = document.activeElement as HTMLElement
      buttons[0]?.focus()
    } else if (event.key === 'Tab') this.#hideBar()
    else if (at >= 0 && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault()
      const isOnward = (event.key === 'ArrowRight') !== bar.matches(':dir(rtl)')
      buttons.at((at + (isOnward ? 1 : -1)) % buttons.length)?.focus()
    }
  }

  async #onClick({ target }: MouseEvent) {
    const button = target instanceof Element ? target.closest('button') : null
    const passage = this.#passage
    if (button?.matches('[data-close]')) return this.#dialog?.close()
    if (!button || !passage) return
    const { do: what } = button.dataset
    if (button.matches('[data-copy]')) return this.#copy(textOf(button.closest('div')), 'citation', button)
    if (what === 'cite') return this.#cite(passage)
    if (what === 'share') return this.#share(passage)
    if (what === 'highlight') return this.#highlight(passage)
    if (what === 'listen') return this.#listen(passage)
    const source = this.querySelector<HTMLTemplateElement>('template[data-form]')
    const origin = source ? filled(source, passage).textContent : `${document.title}, ${passage.permalink}`
    if (what === 'link') await this.#copy(passage.link, 'link', button)
    else await this.#copy(`${say('passage-tools', 'quote', { words: passage.words })}\n${origin}`, 'quotation', button)
    this.#hideBar()
  }

  async #copy(text: string, what: 'citation' | 'link' | 'quotation', button: HTMLElement) {
    const isCopied = await copyText(text)
    this.#say(say('passage-tools', isCopied ? `${what}Copied` : `${what}NotCopied`))
    if (isCopied) button.dataset.done = ''
    setTimeout(() => button.removeAttribute('data-done'), 2000)
  }

  #cite(passage: Passage) {
    const dialog = this.#dialog
    if (!dialog) return
    for (const form of dialog.querySelectorAll<HTMLElement>('[data-form]')) {
      if (form instanceof HTMLTemplateElement) form.parentElement?.replaceChildren(form, filled(form, passage))
      else form.textContent = fill(form.dataset.form ?? '', passage)
    }
    const about = dialog.querySelector('.passage')
    if (about) about.textContent = [passage.name, shortened(passage.words)].filter(Boolean).join(': ')
    this.#hideBar()
    // The browser gives the focus back when it closes.
    openOver(dialog)
  }

  /** The device asks with whom; who thinks better of it has done nothing. */
  #share({ link, words }: Passage) {
    navigator
      .share({ title: document.title, text: say('passage-tools', 'quote', { words: shortened(words) }), url: link })
      .catch(() => undefined)
    this.#hideBar()
  }

  async #highlight(passage: Passage) {
    const range = this.#range
    this.#hideBar()
    getSelection()?.empty()
    const { annotate } = await import('../annotations/own-annotations.ts')
    await annotate(passage, range)
  }

  #listen({ place }: Passage) {
    getSelection()?.empty()
    this.#hideBar()
    readAloud(place)
  }

  /** No control is shown that the device has nothing behind. */
  #offer(passage: Passage) {
    const isOffered: Record<string, boolean> = {
      share: 'share' in navigator && location.protocol !== 'file:',
      listen: passage.place.closest('.text') !== null && canListen(),
    }
    for (const button of this.querySelectorAll<HTMLElement>('.passage-bar [data-do]'))
      button.hidden = isOffered[button.dataset.do ?? ''] === false
  }

  #showBar(box: DOMRect | undefined) {
    const bar = this.#bar
    if (!bar || !box || !this.#passage) return
    this.#offer(this.#passage)
    if (!bar.matches(':popover-open')) bar.showPopover()
    const { width, height } = bar.getBoundingClientRect()
    // Styles put the bar at the foot of narrow windows, where the device’s own menu stands at the selection.
    const within = (place: number, room: number) => `${Math.max(8, Math.min(place, room - 8))}px`
    bar.style.setProperty('--x', within(box.left + box.width / 2 - width / 2, innerWidth - width))
    bar.style.setProperty('--y', within(box.top > height + 16 ? box.top - height - 8 : box.bottom + 8, innerHeight - height))
  }

  #hideBar() {
    clearTimeout(this.#timer)
    const bar = this.#bar
    if (!bar?.matches(':popover-open')) return
    const hadFocus = bar.matches(':focus-within')
    bar.hidePopover()
    if (hadFocus) this.#before?.focus({ preventScroll: true })
    this.#before = undefined
  }

  #say(words: string) {
    const status = this.querySelector<HTMLElement>('.passage-status')
    if (!status) return
    status.textContent = words
    setTimeout(() => {
      if (status.textContent === words) status.textContent = ''
    }, 4000)
  }
}

const textOf = (group: Element | null) => [...(group?.querySelectorAll('dd') ?? [])].map(({ textContent }) => textContent).join('\n')

const fill = (form: string, passage: Passage) => fillForm(form, passage, new Date(), document.documentElement.lang)

/** A form with markup, which waits in a template of the page; what it is filled with is text. */
function filled(form: HTMLTemplateElement, passage: Passage): DocumentFragment {
  const copy = document.importNode(form.content, true)
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) texts.currentNode.nodeValue = fill(texts.currentNode.nodeValue ?? '', passage)
  return copy
}

const shortened = (words: string) => (words.length > 140 ? `${words.slice(0, 140).replace(/\s\S*$/u, '')} …` : words)

customElements.define('passage-tools', PassageTools)
