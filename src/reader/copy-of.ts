/** Belongs to a place and not to its words: controls, back-links, copies of notes. */
export const notWords = 'button, .margin-note, [role=doc-backlink], .backlinks, .note-to, .context'

/** A copy of what stands in an element, without controls and ids, to be shown in a second place. */
export function copyOf(element: ParentNode & Node): DocumentFragment {
  const copy = document.createDocumentFragment()
  for (const child of element.childNodes) copy.append(child.cloneNode(true))
  for (const extra of copy.querySelectorAll(notWords)) extra.remove()
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id')
  return copy
}
