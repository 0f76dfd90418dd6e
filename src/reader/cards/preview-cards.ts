import { say } from '../../locales/say.ts'
import { afterPaint } from '../after-paint.ts'
import { loadOpened } from '../opened.ts'
import { type Card, makeCard } from './card.ts'
import { addressOf, type CardLink, linkAt, noteOf } from './links-of-text.ts'

const showing = () => import('./show-card.ts')
const warm = (link: CardLink) =>
  void showing()
    .then((shown) => shown.warm(link))
    .catch(() => undefined)

/** Milliseconds that a pointer or the focus rests on a link before its card opens, and that it may be away before it closes. */
const delay = { open: 250, close: 300 }

/**
 * `<preview-cards>`: shows what a link of the apparatus, one to a place or event, or a label in a drawing leads to in a
 * card beside it, or on a phone at the foot of the screen; on hover, on focus and on a tap. A link inside a card may open
 * one further card. Cards can be dismissed
 * (Escape, a tap outside, scrolling away), pointed at, and stay until then (WCAG 2.2, 1.4.13).
 * See decision 9.
 */
class PreviewCards extends HTMLElement {
  #aborter = new AbortController()
  #cards: readonly Card[] = []
  #opening: ReturnType<typeof setTimeout> | undefined
  #closing: ReturnType<typeof setTimeout> | undefined
  /** Whether the card that opens soon is that of the link with the focus. */
  #isFocused = false
  #pressed: { type: string; isOpen: boolean } = { type: '', isOpen: false }

  connectedCallback() {
    const { signal } = this.#aborter
    const outer = makeCard()
    const inner = makeCard()
    // A popover inside another leaves it open.
    outer.element.append(inner.element)
    this.append(outer.element)
    this.#cards = [outer, inner]
    for (const card of this.#cards)
      card.element.addEventListener('toggle', (event) => event.target === card.element && this.#onToggle(card), { signal })
    document.addEventListener('pointerover', (event) => this.#onPointer(event), { signal })
    document.addEventListener('pointerdown', (event) => this.#onPress(event), { signal, capture: true })
    document.addEventListener('click', (event) => this.#onClick(event), { signal })
    document.addEventListener('focusin', (event) => this.#onFocus(event), { signal })
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    document.addEventListener('scroll', () => void this.#onScroll(), { signal, passive: true })
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
    this.replaceChildren()
  }

  #onPointer(event: PointerEvent) {
    // Where the focus goes the page scrolls: what comes to lie under a pointer that rests is not pointed at.
    if (event.pointerType === 'touch' || this.#isFocused) return
    const link = linkAt(event)
    clearTimeout(this.#opening)
    if (!this.#cards.some(({ wanted }) => wanted && wanted === link)) this.#wantNone()
    if (link) this.#openSoon(link)
    const level = this.#levelAt(event)
    if (link && this.#cards.some((card) => card.link === link)) return clearTimeout(this.#closing)
    if (level === this.#openLevel || this.#hasFocus) return clearTimeout(this.#closing)
    this.#closeSoon(level + 1)
  }

  #onPress(event: PointerEvent) {
    const link = linkAt(event)
    this.#pressed = { type: event.pointerType, isOpen: link !== null && this.#cards.some((card) => card.link === link) }
    if (link && event.pointerType === 'touch') warm(link)
  }

  /** A tap opens the card where a click follows the link; a second tap closes it. */
  #onClick(event: MouseEvent) {
    const link = linkAt(event)
    if (!link || this.#pressed.type !== 'touch' || event.detail === 0 || this.#isInnermost(link) || isHere(link)) return
    event.preventDefault()
    if (this.#pressed.isOpen) return this.#close(this.#levelOf(link))
    this.#open(link, true).catch(() => location.assign(addressOf(link)))
  }

  #onFocus(event: FocusEvent) {
    const link = linkAt(event)
    const level = this.#levelAt(event)
    const isOfOpenCard = link !== null && this.#cards.some((card) => card.link === link)
    this.#stayClosed()
    if (!isOfOpenCard && this.#openLevel > level) this.#close(level + 1)
    if (link?.matches(':focus-visible') && !isOfOpenCard && link !== this.#returned) this.#openSoon(link, true)
    this.#returned = undefined
  }

  /** The link that the focus has just gone back to: it is not to open its card again. */
  #returned: CardLink | undefined

  #onKey(event: KeyboardEvent) {
    const card = this.#cards[this.#openLevel]
    this.#stayClosed()
    if (!card?.link) return
    if (event.key === 'Escape') {
      event.preventDefault()
      return this.#close(this.#openLevel)
    }
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return
    this.#onTab(event, card)
  }

  /** The Tab key goes from a link into its card, through it, and on from the link. */
  #onTab(event: KeyboardEvent, { element, link }: Card) {
    const stops = [element, ...element.querySelectorAll<HTMLElement>(':scope > :not([popover]) :is(a, button), :scope > button')].filter(
      isShown,
    )
    const at = stops.indexOf(document.activeElement as HTMLElement)
    if (document.activeElement === link && !event.shiftKey) {
      event.preventDefault()
      element.focus()
    } else if (at >= 0 && (event.shiftKey ? at === 0 : at === stops.length - 1)) {
      // Forwards the browser itself moves on from the link.
      if (event.shiftKey) event.preventDefault()
      this.#close(this.#openLevel)
    }
  }

  async #onScroll() {
    const [{ link, element } = {}] = this.#cards
    if (!link || !element) return
    const { isSheet } = await showing()
    const { top, bottom } = link.getBoundingClientRect()
    // A sheet never covers the line it belongs to.
    const foot = isSheet(element) ? element.getBoundingClientRect().top : innerHeight
    if (bottom < 0 || top > foot) this.#close(0)
  }

  #onToggle(card: Card) {
    const { element, link } = card
    if (element.matches(':popover-open')) {
      // What has the page laid out once more comes when the card has been shown.
      if (element.hasAttribute('data-layer')) element.focus({ preventScroll: true })
      // A link in a card stands in the sheet below, not in the line being read.
      if (link && card === this.#cards[0]) void showing().then(({ keepLineInView }) => keepLineInView(element, link))
      return
    }
    card.link = undefined
    link?.removeAttribute('data-card')
    if (this.#openLevel < 0) document.body.removeAttribute('data-sheet-room')
  }

  #openSoon(link: CardLink, isFocused = false) {
    if (this.#isInnermost(link) || isHere(link)) return
    this.#isFocused = isFocused
    warm(link)
    this.#opening = setTimeout(() => {
      this.#isFocused = false
      if (isFocused || !isBesidePanel(link)) this.#open(link).catch(() => undefined)
    }, delay.open)
  }

  #stayClosed() {
    clearTimeout(this.#opening)
    this.#wantNone()
    this.#isFocused = false
  }

  /** A card whose content is still on its way is not to open any more. */
  #wantNone() {
    for (const card of this.#cards) card.wanted = undefined
  }

  /**
   * Opens the card of a link; none where most of its note is seen already. Fails where its content cannot be had.
   *
   * @param isTapped going back closes what was opened by a tap, as it does what else lies over the page
   */
  async #open(link: CardLink, isTapped = false): Promise<void> {
    const level = this.#levelOf(link)
    const card = this.#cards[level]
    if (!card || card.link === link) return
    card.wanted = link
    const { contentOf, isMostlySeen, placeCard } = await showing()
    const note = noteOf(link)
    if (note && isMostlySeen(note)) {
      card.wanted = undefined
      return
    }
    // What is tapped is seen to be before its card is made.
    await Promise.all([loadOpened(), isTapped && afterPaint()])
    const content = await contentOf(link)
    // The reader has gone on to another link meanwhile.
    if (card.wanted !== link || !link.isConnected) return
    card.wanted = undefined
    clearTimeout(this.#closing)
    this.#close(level)
    card.body.replaceChildren(content)
    card.element.scrollTop = 0
    card.element.ariaLabel = card.body.querySelector('.card-title')?.textContent ?? say('preview-cards', 'preview')
    card.link = link
    link.dataset.card = String(level)
    card.element.dataset.level = String(level)
    card.element.toggleAttribute('data-layer', isTapped)
    card.element.showPopover()
    void placeCard(card.element, link)
  }

  #closeSoon(level: number) {
    if (this.#openLevel < level) return
    clearTimeout(this.#closing)
    this.#closing = setTimeout(() => this.#close(level), delay.close)
  }

  /**
   * Closes the cards from a level inwards; the focus goes back to the link of the outermost of them. A card that is wanted
   * still opens: who goes from one link to the next waits for its content while the first card closes.
   */
  #close(level: number) {
    for (const card of this.#cards.slice(level).reverse()) {
      const { link, element } = card
      if (!link) continue
      const hadFocus = element.contains(document.activeElement)
      if (hadFocus) this.#returned = link
      // The browser gives the focus back itself where it saw it go into the card.
      element.hidePopover()
      card.link = undefined
      link.removeAttribute('data-card')
      if (hadFocus) link.focus({ preventScroll: true })
    }
  }

  /** Whether the open card was opened by the keyboard or is being used with it: the pointer does not close it then. */
  get #hasFocus() {
    const { activeElement } = document
    return this.#cards.some(({ element, link }) => link && (link === activeElement || element.contains(activeElement)))
  }

  get #openLevel() {
    return this.#cards.findLastIndex(({ link }) => link !== undefined)
  }

  /** The card that an event happened in, −1 for the page. */
  #levelAt({ target }: Event): number {
    return this.#cards.findLastIndex(({ element }) => target instanceof Node && element.contains(target))
  }

  /** The card that a link opens. */
  #levelOf = (link: CardLink) => this.#cards.findLastIndex(({ element }) => element.contains(link)) + 1
  #isInnermost = (link: CardLink) => this.#levelOf(link) >= this.#cards.length
}

/** A link to the page that is being read shows nothing new, unless it stands in a drawing: what it leads to is far below. */
const isHere = (link: CardLink) =>
  !link.matches('svg *, [role=doc-noteref]') && !link.dataset.page && addressOf(link).pathname === location.pathname

/** A card would close a panel that is open, which a pointer on its way over the page does not ask for. */
function isBesidePanel(link: CardLink): boolean {
  const panel = document.querySelector(':popover-open:not(.card, [popover=manual])')
  return panel !== null && !panel.contains(link)
}

const isShown = (element: HTMLElement) => element.checkVisibility()

customElements.define('preview-cards', PreviewCards)
