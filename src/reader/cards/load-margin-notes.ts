/* Fetches what puts notes into the margin where the window has one, or once it does. */

const hasMargin = matchMedia('(width >= 75em)')
const fetchNotes = () => void import('./margin-notes.ts')

if (hasMargin.matches) fetchNotes()
else hasMargin.addEventListener('change', fetchNotes, { once: true })
