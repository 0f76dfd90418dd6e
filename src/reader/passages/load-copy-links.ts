import { oncePointed } from '../once-pointed.ts'
import { loadOpened } from '../opened.ts'

/* Fetches the button that copies links. */
oncePointed(async () => {
  const [{ offerLinks }] = await Promise.all([import('./copy-links.ts'), loadOpened()])
  return offerLinks
})
