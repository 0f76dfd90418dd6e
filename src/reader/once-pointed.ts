/** Does something when somebody begins to point, to tap or to use the Tab key: once, with what is pointed at or has the focus. */
export function oncePointed(does: (target: EventTarget | null) => void) {
  const pending = new AbortController()
  const begin = ({ target }: Event) => {
    pending.abort()
    does(target)
  }
  const listening = { signal: pending.signal, passive: true }
  for (const type of ['pointerover', 'pointerdown']) document.addEventListener(type, begin, listening)
  document.addEventListener('keydown', (event) => event.key === 'Tab' && begin(event), listening)
}
