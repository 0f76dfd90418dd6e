import { manuscriptFolder } from '../environment.ts'
import { runCheck } from './run-check.ts'

// `npm run check:texts`: here a warning fails as an error does.
const { report } = await runCheck(manuscriptFolder())
if (report) {
  console.warn(report)
  process.exitCode = 1
}
