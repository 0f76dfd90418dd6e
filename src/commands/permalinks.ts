import { manuscriptFolder } from '../environment.ts'
import { runPermalinks } from './run-permalinks.ts'

// `npm run permalinks`. With `--show` nothing is written; with `--anew` a new ledger is begun where the old one is lost.
const asked = { writes: !process.argv.includes('--show'), isAnew: process.argv.includes('--anew') }
const { changes, mistakes } = await runPermalinks(manuscriptFolder(), asked)
if (changes) console.warn(changes)
if (mistakes) {
  console.error(changes ? `\n${mistakes}` : mistakes)
  process.exitCode = 1
}
