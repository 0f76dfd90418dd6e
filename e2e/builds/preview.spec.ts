import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { endingWithParent } from '../support/end-with-parents.ts'
import { htmlOf, project, tinySite } from '../support/sites.ts'

test('a finished site is served as `npm run serve` does, and what is not there is answered with its own page', async ({ request }) => {
  const address = `http://127.0.0.1:${Number(new URL(tinySite.address).port) + 7}`
  const astro = join(project, 'node_modules/astro/bin/astro.mjs')
  const preview = spawn(
    process.execPath,
    [
      ...endingWithParent,
      astro,
      'preview',
      '--ignore-lock',
      '--outDir',
      tinySite.folder,
      '--host',
      '127.0.0.1',
      '--port',
      new URL(address).port,
    ],
    { cwd: project, stdio: 'ignore', env: { ...process.env, PAMPHLET_CONTENT: 'e2e/tiny-series', ASTRO_TELEMETRY_DISABLED: '1' } },
  )
  const ended = new Promise((resolve) => preview.once('exit', resolve))
  try {
    await expect(async () => expect(await (await request.get(`${address}/the-lamp/`)).text()).toBe(htmlOf(tinySite, '/the-lamp/'))).toPass()
    const missing = await request.get(`${address}/not/there/`)
    expect([missing.status(), await missing.text()]).toEqual([404, htmlOf(tinySite, '/404.html')])
  } finally {
    preview.kill()
    await ended
  }
})
