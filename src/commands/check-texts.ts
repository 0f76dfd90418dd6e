import { checkKept } from './check-kept.ts'
import { whereIs } from './where.ts'

// `npm run check:texts`: here a warning fails as an error does.
const { report } = await checkKept(whereIs({}))
if (report) {
  console.warn(report)
  process.exitCode = 1
}
