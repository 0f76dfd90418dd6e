import { oncePointed } from '../once-pointed.ts'

/* Fetches what marks a note and its references. */
oncePointed(async () => (await import('./note-marks.ts')).markPairs)
