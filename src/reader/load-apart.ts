import type { Opened } from '../model/opened.ts'
import { buildMarkup } from './cards/build-markup.ts'

/**
 * Puts into the page what a build has laid beside it (`src/editions/web/lay-apart.ts`): the content of its elements with
 * `data-apart`, and words, where the page would have had them. @throws where it cannot be had
 */
export async function loadApart(href: string): Promise<void> {
  const { words, contents } = await read(href)
  const places = [...document.querySelectorAll('[data-apart]')]
  // Where the styles could not be had it is asked for again.
  for (const [i, place] of places.entries()) if (!place.hasChildNodes()) place.append(buildMarkup(contents[i] ?? []))
  // What came with the content may be what is to say them.
  for (const [name, said] of Object.entries(words)) {
    if (!document.querySelector(name)) hold(name)
    for (const host of document.querySelectorAll(name))
      for (const [key, message] of Object.entries(said)) host.setAttribute(`data-say-${key}`, message)
  }
}

/** Puts into an element what is of this page alone, once it is wanted. @throws where it cannot be had */
export async function loadAlone(place: HTMLElement, href: string): Promise<void> {
  const { contents } = await read(href)
  if (!place.hasChildNodes()) place.append(buildMarkup(contents.flat()))
}

const read = async (href: string): Promise<Opened> => (await fetch(href)).json()

/** Makes an element that is there for its words alone. */
function hold(name: string) {
  const host = document.createElement(name)
  host.hidden = true
  document.body.append(host)
}
