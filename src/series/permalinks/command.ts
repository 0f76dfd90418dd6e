import { manuscriptFolder } from '../files.ts'
import { runPermalinks } from './run-permalinks.ts'

// `npm run permalinks`. With `--show` nothing is written.
const { changes, mistakes } = await runPermalinks(manuscriptFolder(), { writes: !process.argv.includes('--show') })
if (changes) console.warn(changes)
if (mistakes) {
  console.error(changes ? `\n${mistakes}` : mistakes)
  process.exitCode = 1
}
