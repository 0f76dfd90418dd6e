import { say } from '../../locales/say.ts'
import { coverTyped } from '../faces/cover-letters.ts'
import { loadOpened } from '../opened.ts'
import { fillForm } from '../passages/citation.ts'
import type { Annotation } from './annotation.ts'
import { type AnnotatedPage, annotationsIn, markdownOf, webAnnotationsOf } from './formats.ts'
import { allAnnotations, removeAnnotations, saveAnnotations } from './store.ts'

/**
 * `<my-notes>`: lists what the reader has marked and written in this publication, by part, with what cannot be found in its
 * present version; gives it away as files and takes it from them. In it stand the parts (`<a data-page data-cite>`).
 */
class MyNotes extends HTMLElement {
  #aborter = new AbortController()

  connectedCallback() {
    const { signal } = this.#aborter
    const on = (name: string, does: () => unknown) =>
      this.querySelector(`[name=${name}]`)?.addEventListener('click', () => void does(), { signal })
    on('markdown', async () => download(markdownOf(this.#pages, await allAnnotations()), 'text/markdown', 'md'))
    on('annotations', async () =>
      download(`${JSON.stringify(webAnnotationsOf(this.#pages, await allAnnotations()), null, 2)}\n`, 'application/ld+json', 'jsonld'),
    )
    const file = this.querySelector<HTMLInputElement>('input[type=file]')
    file?.addEventListener('change', () => void this.#take(file), { signal })
    // Coming back from a page on which something was marked.
    addEventListener('pageshow', () => void this.#show(), { signal })
    void this.#show()
  }

  disconnectedCallback() {
    this.#aborter.abort()
    this.#aborter = new AbortController()
  }

  get #pages(): AnnotatedPage[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[data-page]')].map((link) => {
      const { page = '', cite = '', address } = link.dataset
      return {
        page,
        title: link.textContent ?? '',
        address: address ?? link.href,
        cite: (locator, permalink) => fillForm(cite, { locator, permalink }, new Date(), document.documentElement.lang),
      }
    })
  }

  async #show() {
    await loadOpened()
    const annotations = await allAnnotations().catch(() => [])
    const list = this.querySelector('.own-list')
    list?.replaceChildren(
      ...this.#pages.flatMap(({ page, title }) => {
        const own = annotations.filter((annotation) => annotation.page === page)
        return own.length > 0 ? [heading(title), ...own.map((annotation) => this.#entry(annotation))] : []
      }),
    )
    for (const each of this.querySelectorAll<HTMLElement>('[data-when]'))
      each.hidden = (each.dataset.when === 'some') !== annotations.length > 0
  }

  #entry(annotation: Annotation): HTMLElement {
    const { page, place, exact, note, locator, colour, isPlaced } = annotation
    const entry = document.createElement('article')
    entry.className = 'own-entry'
    const quote = document.createElement('blockquote')
    quote.dataset.colour = colour
    quote.textContent = exact
    coverTyped(exact + note)
    entry.append(quote)
    if (note) entry.append(paragraph('own-words', note))
    if (!isPlaced) entry.append(paragraph('own-gone', say('my-notes', 'gone')))
    const about = paragraph('own-about', '')
    const part = this.querySelector<HTMLAnchorElement>(`a[data-page="${page}"]`)
    if (part && isPlaced) {
      const link = document.createElement('a')
      link.href = `${part.href.replace(/#.*$/u, '')}#${place}`
      link.textContent = locator || say('my-notes', 'passage')
      about.append(link, ' ')
    }
    const remove = document.createElement('button')
    remove.type = 'button'
    remove.textContent = say('my-notes', 'remove')
    remove.addEventListener('click', async () => {
      await removeAnnotations([annotation.id])
      await this.#show()
    })
    about.append(remove)
    entry.append(about)
    return entry
  }

  async #take(input: HTMLInputElement) {
    const status = this.querySelector('[role=status]')
    const text = await input.files?.[0]?.text()
    input.value = ''
    if (text === undefined || !status) return
    try {
      const taken = annotationsIn(text, this.#pages)
      await saveAnnotations(taken)
      status.textContent = say('my-notes', taken.length > 0 ? 'imported' : 'notImported', { n: taken.length })
    } catch {
      status.textContent = say('my-notes', 'notImported')
    }
    await this.#show()
  }
}

function heading(words: string): HTMLElement {
  const made = document.createElement('h2')
  made.textContent = words
  return made
}

function paragraph(className: string, words: string): HTMLElement {
  const made = document.createElement('p')
  made.className = className
  made.textContent = words
  return made
}

function download(text: string, type: string, ending: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = `${document.documentElement.dataset.series}-notes.${ending}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

customElements.define('my-notes', MyNotes)
