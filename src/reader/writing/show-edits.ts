/*
 * Loaded by the server for writing alone: what an edit has changed is changed in the page that is open, which stays where it
 * is, with all that is open in it. What cannot be changed so has the page load anew. See decision 135.
 */

import { type Difference, differencesOf } from './differences.ts'
import { shownElement } from './shown-element.ts'

/** The page as it was served last, before any script added to it. */
let served: Promise<Served>

/** A document, and which reading of the manuscript it shows. */
type Served = { readonly page: Document; readonly reading: string | undefined }

/** The server counts how often it has read the manuscript, and says so in a header that scripts can read of the page itself, too. */
const readingIn = (header: string | null | undefined) => /reading;desc="(\d+)"/u.exec(header ?? '')?.[1]

function shownReading(): string | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.serverTiming.find(({ name }) => name === 'reading')?.description
}

/** Without its scripts, as the browser makes a document that nobody visits. @throws where there is none any more */
function load(): Promise<Served> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', location.href)
    request.responseType = 'document'
    request.onload = () => {
      const { status, responseXML: page } = request
      if (status === 200 && page) resolve({ page, reading: readingIn(request.getResponseHeader('Server-Timing')) })
      else reject(new Error(String(status)))
    }
    request.onerror = reject
    request.send()
  })
}

async function showEdits() {
  const before = await served
  const after = await load()
  const changes = differencesOf(before.page.body, after.page.body)
  if (!areAlike(before.page, after.page) || !changes.every(canBeShown)) throw new Error('The page has other scripts or styles.')
  const shown = changes.map((change) => ({ change, ...placeOf(change) }))
  // What comes into the text is not put off: nobody would lay it out.
  delete document.documentElement.dataset.arriving
  for (const { change, old, place } of shown) {
    const come = change.after.map((element) => document.importNode(element, true))
    if (old[0]) old[0].before(...come)
    else place(...come)
    for (const element of old) element.remove()
  }
  document.title = after.page.title
  if (changes.some(hasNotes)) placeNotesAnew()
  document.querySelector('vite-error-overlay')?.remove()
  served = Promise.resolve(after)
}

/** Whether two versions load the same scripts and styles. */
function areAlike(before: Document, after: Document): boolean {
  const loaded = ({ head }: Document) => [...head.querySelectorAll('script:not([type*=json]), style, link[rel=stylesheet]')]
  const [were, are] = [loaded(before), loaded(after)]
  return were.length === are.length && were.every((one, i) => one.isEqualNode(are[i] as Element))
}

/** A script that comes into a page this way does not run. */
const canBeShown = ({ before, after }: Difference) =>
  ![...before, ...after].some((one) => one.matches(scripts) || one.querySelector(scripts))
const scripts = 'script:not([type*=json], [type=speculationrules])'

/** The elements that go, and what puts others where there are none. @throws where they are not found */
function placeOf({ before, parent, previous }: Difference) {
  const old = before.map(found)
  const [into, behind] = old.length > 0 ? [] : [found(parent), previous && found(previous)]
  return { old, place: (...come: Element[]) => (behind ? behind.after(...come) : into?.prepend(...come)) }
}

function found(element: Element): Element {
  const shown = shownElement(element)
  if (!shown) throw new Error(`Scripts have changed where <${element.localName}> stands.`)
  return shown
}

const hasNotes = ({ before, after }: Difference) => [...before, ...after].some((one) => one.closest(notes) || one.querySelector(notes))
const notes = '[role=doc-noteref], [role=doc-endnotes]'

/** What puts notes into the margin begins anew where its element does. */
function placeNotesAnew() {
  const margin = document.querySelector('margin-notes')
  if (!margin) return
  for (const note of margin.querySelectorAll('.margin-note')) note.remove()
  const fresh = margin.cloneNode(false) as Element
  fresh.removeAttribute('data-fitted')
  fresh.append(...margin.childNodes)
  margin.replaceWith(fresh)
}

function loadAnew() {
  running = running.catch(() => undefined).then(showEdits)
  running.catch(() => location.reload())
}

let running: Promise<void> = Promise.resolve()

served = load()
served.then(
  ({ reading }) => reading !== shownReading() && location.reload(),
  () => undefined,
)
import.meta.hot?.on('pamphlet:edited', loadAnew)
