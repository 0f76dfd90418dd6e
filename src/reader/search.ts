import './site-search.ts'
import { showMarks } from './search-marks.ts'

// Everything of the search but its key and link, which load this when it is first used (search-dialog.ts).
showMarks()
