/**
 * Loads something when somebody begins to point, to tap or to use the Tab key, and then does it once, with what is pointed at
 * or has the focus by then.
 *
 * @param also what else somebody may begin with
 */
export function oncePointed(load: () => Promise<(target: EventTarget | null) => void>, ...also: readonly 'scroll'[]) {
  const pending = new AbortController()
  let latest: EventTarget | null = null
  let isLoading = false
  const note = ({ target }: Event) => {
    latest = target
    if (isLoading) return
    isLoading = true
    load().then(
      (does) => {
        pending.abort()
        does(latest)
      },
      // What could not be had is asked for again.
      () => {
        isLoading = false
      },
    )
  }
  const listening = { signal: pending.signal, passive: true }
  for (const type of ['pointerover', 'pointerdown', ...also]) document.addEventListener(type, note, listening)
  document.addEventListener('keydown', (event) => event.key === 'Tab' && note(event), listening)
}
