import { manuscriptFolder } from '../environment.ts'
import { tellPermalinks } from './run-permalinks.ts'

// `npm run permalinks`. With `--show` nothing is written; with `--anew` a new ledger is begun where the old one is lost;
// `--confirm /de/part-1/#p-abcde` says that a translation follows the original as it is now.
const { argv } = process
const confirmed = argv.filter((_, i) => argv[i - 1] === '--confirm')
const asked = { writes: !argv.includes('--show'), isAnew: argv.includes('--anew'), confirmed }
process.exitCode = await tellPermalinks(manuscriptFolder(), asked)
