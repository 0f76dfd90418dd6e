import { spawnSync } from 'node:child_process'
import { tinySite } from '../support/sites.ts'

// A program rather than a line in package.json, because setting a variable is spelt differently on Windows. This site knows
// its address, the one it is tested at; the other, that of `npm run build`, does not.
const { status } = spawnSync('astro', ['build', '--outDir', '.pamphlet-tests/tiny-series'], {
  stdio: 'inherit',
  shell: true,
  env: { ...process.env, PAMPHLET_CONTENT: 'e2e/tiny-series', SITE_URL: tinySite.address, BASE_PATH: '/' },
})
process.exit(status ?? 1)
