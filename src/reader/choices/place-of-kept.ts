/**
 * Where in the storage of a host things of this publication stand, behind `pamphlet:`; `kept.ts` explains the names. Runs in
 * the head, as text of the page: it must need nothing from outside itself.
 *
 * @param root `<html>`, whose `data-root` leads to where the publication begins
 */
export const placeOfKept = (root: HTMLElement): string =>
  location.protocol === 'file:' ? '' : `${new URL(root.dataset.root ?? '', location.href).pathname}:`
