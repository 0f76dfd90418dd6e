import { loadOpened } from './opened.ts'

/*
 * Fetches the sheet when the first link is pressed that has one. Without script, and until it has come, such a link leads to
 * the list itself.
 */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-sheet]') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  Promise.all([import('./sheet.ts'), loadOpened()]).then(
    ([{ openSheet }]) => openSheet(link),
    () => location.assign(link.href),
  )
})
