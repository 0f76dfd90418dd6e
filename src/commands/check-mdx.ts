import { fileURLToPath } from 'node:url'
import { checkTexts } from '../editor/mdx-checker.ts'

// What an editor underlines in the texts, for `npm run check:long`: the reading pass of every day finds the same mistakes.
const mistakes = await checkTexts(fileURLToPath(new URL('../editor/tsconfig.texts.json', import.meta.url)))
for (const { file, line, column, message } of mistakes) console.warn(`${file}:${line}:${column}  ${message}`)
if (mistakes.length > 0) process.exitCode = 1
