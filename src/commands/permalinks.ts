import { manuscriptFolder } from '../environment.ts'
import { tellPermalinks } from './run-permalinks.ts'

// `npm run permalinks`. With `--show` nothing is written; with `--anew` a new ledger is begun where the old one is lost.
const asked = { writes: !process.argv.includes('--show'), isAnew: process.argv.includes('--anew') }
process.exitCode = await tellPermalinks(manuscriptFolder(), asked)
