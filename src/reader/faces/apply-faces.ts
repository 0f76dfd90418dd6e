/**
 * Shows a page in its faces from the first paint on where this device has them already: where an earlier page of the
 * session used them. Runs in the head, as text of the page: it must need nothing from outside itself. Faces that come
 * later than the first frame are left to `use-faces.ts`, which also writes the mark. See decision 54.
 *
 * @param root `<html>`, whose `data-letters` are letters of the page for which there are files of their own
 * @param place see `placeOfKept`
 * @param faces those of the series, that of its text first
 */
export function applyFaces(root: HTMLElement, place: string, faces: readonly string[]) {
  try {
    const { series, letters = '' } = root.dataset
    if (!sessionStorage.getItem(`pamphlet:${place}${series}:faces`)) return
    let isShown = false
    requestAnimationFrame(() => {
      isShown = true
    })
    const loads = faces.map((face, i) => document.fonts.load(face, i === 0 ? ` ${letters}` : ' '))
    Promise.all(loads).then(
      () => {
        if (!isShown) root.dataset.faces = ''
      },
      () => undefined,
    )
  } catch {
    // Without storage every page begins as the first did.
  }
}
