import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { endWithParents } from './end-with-parents.ts'
import { FileServer } from './file-server.ts'
import { sites } from './sites.ts'

/**
 * Serves the finished sites while the tests run; the builds are made before, by npm’s scripts. The servers are part of
 * the program that runs the tests, so that none is left behind, however that ends.
 */
export default async function serveSites(): Promise<() => Promise<unknown>> {
  endWithParents()
  const missing = sites.filter(({ folder }) => !existsSync(join(folder, 'index.html')))
  if (missing.length > 0)
    throw new Error(`${missing.map(({ name }) => name).join(' and ')} must be built first: npm run build, npm run build:tiny`)
  const servers = await Promise.all(sites.map(({ folder, address }) => new FileServer(folder, '/', Number(new URL(address).port)).start()))
  return () => Promise.all(servers.map((server) => server.stop()))
}
