import { english } from '../locales/english.ts'
import { printWords } from '../manuscript/yaml/print-words.ts'

// `npm run -s words > content/words/nl.yaml`: everything the program says, in English, as the file in which it is put into other words.
process.stdout.write(printWords(english))
