import { test } from 'playwright/test'
import { FileServer } from '../support/file-server.ts'
import { tinySite } from '../support/sites.ts'
import { keepOffline } from './browser.ts'
import { writeBuild } from './builds.ts'
import { updateUnderFaults } from './faults.ts'

test('a hundred updates with a fault at a random moment', async ({ browser: program }, testInfo) => {
  test.setTimeout(3_600_000)
  const server = await new FileServer(await writeBuild(tinySite, 0, testInfo.outputPath('0'))).start()
  const browser = await program.newContext()
  await keepOffline(await browser.newPage(), server.address)
  await updateUnderFaults(browser, server, tinySite, testInfo.outputPath('.'), 100, Date.now())
  await browser.close()
  await server.stop()
})
