import { oncePointed } from './once-pointed.ts'

/* Fetches what fetches the page that comes next: nobody opens one before the first sign of life. */
oncePointed(async () => (await import('./next-page.ts')).fetchAhead, 'scroll')
