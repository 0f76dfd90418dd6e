import { spawnSync } from 'node:child_process'

// A program rather than a line in package.json, because setting a variable is spelt differently on Windows.
const { status } = spawnSync('astro', ['build', '--outDir', '.pamphlet-tests/tiny-series'], {
  stdio: 'inherit',
  shell: true,
  env: { ...process.env, PAMPHLET_CONTENT: 'e2e/tiny-series' },
})
process.exit(status ?? 1)
