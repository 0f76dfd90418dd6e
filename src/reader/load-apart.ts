import type { Markup } from '../model/cards.ts'
import type { OpenedWords } from '../model/opened.ts'
import { buildMarkup } from './cards/build-markup.ts'

/**
 * Puts into the page what a build has laid beside it (`src/editions/web/lay-apart.ts`): words, where the page would have had
 * them, and the content of elements that name a file of it. @throws where something cannot be had; what came is there
 */
export async function loadApart(wordsHref: string): Promise<void> {
  const contents = [...document.querySelectorAll<HTMLElement>('[data-content-href]')]
  await Promise.all([loadWords(wordsHref), ...contents.map(loadContent)])
}

async function loadWords(href: string) {
  const all: OpenedWords = await (await fetch(href)).json()
  for (const [name, said] of Object.entries(all))
    for (const host of document.querySelectorAll(name))
      for (const [key, message] of Object.entries(said)) host.setAttribute(`data-say-${key}`, message)
}

async function loadContent(element: HTMLElement) {
  const content: readonly Markup[] = await (await fetch(element.dataset.contentHref ?? '')).json()
  delete element.dataset.contentHref
  element.append(buildMarkup(content))
}
