/**
 * The address of a place that is to last: the canonical one, where the site knows it; else the one the
 * page was read at.
 */
export function permalinkOf(place: HTMLElement): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href
  const { path = '' } = place.closest<HTMLElement>('[data-path]')?.dataset ?? {}
  // Where all pages are one, the canonical address is that of the first, at the root of the site.
  const page = canonical ? new URL(path && `.${path}`, canonical) : new URL(location.href)
  page.search = ''
  page.hash = place.id
  // On the page of all notes, a note’s own address is in its part.
  return new URL(place.dataset.href ?? page, page).href
}

const mostWords = 5

/**
 * The text directive for a stretch of text (https://wicg.github.io/scroll-to-text-fragment/), to be put behind a
 * permalink; empty where the text has no words.
 *
 * @param runs the text, cut wherever something stands between the words that is not part of them, and between blocks
 */
export function textDirective(runs: readonly string[]): string {
  const words = runs.map((run) => run.split(/\s+/u).filter(Boolean)).filter((run) => run.length > 0)
  const [first = [], last = []] = [words[0], words.at(-1)]
  if (first.length === 0) return ''
  if (words.length === 1 && first.length <= 2 * mostWords) return `:~:text=${encode(first)}`
  return `:~:text=${encode(first.slice(0, mostWords))},${encode(last.slice(-mostWords))}`
}

/** A hyphen would be read as the mark of a prefix or suffix, though it is a character of addresses. */
const encode = (words: readonly string[]) => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D')
