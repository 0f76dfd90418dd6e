import { say } from '../../locales/say.ts'
import { keep, kept } from '../choices/kept.ts'
import { highlight } from '../highlight.ts'
import { blocksFrom, type Spoken, spokenIn } from './sentences.ts'
import { voiceFor } from './voices.ts'

let stopCurrent: (() => void) | undefined

/**
 * Reads the text aloud from a place on, with a voice of the device. The sentence that is spoken is marked and in view. Notes
 * are read behind their sentence where the reader wants them.
 */
export function readAloud(place: Element) {
  stopCurrent?.()
  const { panel, pause, notes } = makePanel(stop)
  const waiting = blocksFrom(place)
  let said: Spoken[] = []
  let isOver = false
  stopCurrent = stop
  document.body.append(panel)
  addEventListener('pagehide', stop)
  document.addEventListener('keydown', onKey)
  next()

  function next() {
    while (said.length === 0 && waiting.length > 0) said = spokenIn(waiting.shift() as HTMLElement)
    const spoken = said.shift()
    if (isOver || !spoken) return stop()
    if (spoken.isNote && !notes.checked) return next()
    show(spoken.range)
    const utterance = new SpeechSynthesisUtterance(spoken.text)
    utterance.lang = spoken.language
    utterance.voice = voiceFor(spoken.language) ?? voiceFor(document.documentElement.lang) ?? null
    utterance.onend = next
    utterance.onerror = ({ error }) => (error === 'canceled' || error === 'interrupted' ? undefined : stop())
    speechSynthesis.speak(utterance)
  }

  function stop() {
    if (isOver) return
    isOver = true
    speechSynthesis.cancel()
    CSS.highlights?.delete('spoken')
    panel.remove()
    removeEventListener('pagehide', stop)
    document.removeEventListener('keydown', onKey)
  }

  function onKey({ key }: KeyboardEvent) {
    if (key === 'Escape') stop()
  }

  pause.addEventListener('click', () => {
    const isPaused = pause.toggleAttribute('data-paused')
    if (isPaused) speechSynthesis.pause()
    else speechSynthesis.resume()
    pause.textContent = say('read-aloud', isPaused ? 'resume' : 'pause')
  })
  pause.focus({ preventScroll: true })
}

/** Marks words without a change of the page, and scrolls where they would be out of sight. */
function show(range: Range) {
  highlight('spoken', [range])
  const { top, bottom } = range.getBoundingClientRect()
  if (top < innerHeight * 0.1 || bottom > innerHeight * 0.75) scrollBy({ top: top - innerHeight * 0.25 })
}

function makePanel(stop: () => void) {
  const panel = document.createElement('div')
  panel.className = 'listening'
  panel.role = 'group'
  panel.ariaLabel = say('read-aloud', 'title')
  const button = (words: string) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = words
    return made
  }
  const pause = button(say('read-aloud', 'pause'))
  const end = button(say('read-aloud', 'stop'))
  end.addEventListener('click', stop)
  const label = document.createElement('label')
  const notes = document.createElement('input')
  notes.type = 'checkbox'
  notes.checked = kept('spoken-notes') === true
  notes.addEventListener('change', () => keep('spoken-notes', notes.checked))
  label.append(notes, ' ', say('read-aloud', 'notes'))
  panel.append(pause, end, label)
  return { panel, pause, notes }
}
