// What tells how far one has read, in one file.
import './reading-bar.ts'
import './reading-progress.ts'
