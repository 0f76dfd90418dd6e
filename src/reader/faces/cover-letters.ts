/*
 * The faces of letters that a page has not are in a sheet of their own. A browser that learns of another face works out the style and
 * the lines of all text anew, a third of a second of a part on a slow phone: it learns of them when such a letter comes.
 */

/** The letters of the page as it came: those it has the faces of. */
let own: ReadonlySet<string> | undefined

/** Before a text of this publication is shown that another page has: letters of other scripts are in further files. */
export const coverLetters = (text: string | null) => cover(text?.match(/[^\0-\u{ff}]/gu))

/** What a reader types may have letters that nobody has written. */
export const coverTyped = (text: string) => cover(text.match(/[^\0-\u{7f}]/gu))

function cover(letters: readonly string[] | null | undefined) {
  const place = document.querySelector<HTMLElement>('opened-styles')
  const { lettersHref } = place?.dataset ?? {}
  if (!place || !lettersHref || !letters) return
  own ??= new Set(document.body.textContent)
  if (letters.every((letter) => own?.has(letter) || !/\p{L}/u.test(letter))) return
  delete place.dataset.lettersHref
  const link = document.createElement('link')
  Object.assign(link, { rel: 'stylesheet', href: lettersHref })
  place.append(link)
}
