import { oncePointed } from '../once-pointed.ts'

/* Fetches what marks a note and its references. */
oncePointed((target) => void import('./note-marks.ts').then(({ markPairs }) => markPairs(target)))
