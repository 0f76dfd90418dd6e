import { oncePointed } from '../once-pointed.ts'
import { loadOpened } from '../opened.ts'

/* Fetches the button that copies links. */
oncePointed((target) => void Promise.all([import('./copy-links.ts'), loadOpened()]).then(([{ offerLinks }]) => offerLinks(target)))
