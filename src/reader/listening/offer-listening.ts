import { loadOpened } from '../opened.ts'
import { readAloud } from './read-aloud.ts'
import { canListen } from './voices.ts'

/** Shows the button of a bar where the device has a voice for the text, of which browsers learn late; it reads from the eye on. */
export function offerListening(button: HTMLElement, signal: AbortSignal) {
  const look = () => {
    button.hidden = !canListen()
  }
  speechSynthesis.addEventListener?.('voiceschanged', look, { signal })
  look()
  button.addEventListener(
    'click',
    async () => {
      await loadOpened()
      const texts = [...(button.closest('reading-bar')?.parentElement?.querySelectorAll('article .text > *') ?? [])]
      const place = texts.find((block) => block.getBoundingClientRect().bottom > innerHeight / 4)
      if (place) readAloud(place)
    },
    { signal },
  )
}
