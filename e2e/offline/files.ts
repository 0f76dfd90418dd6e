import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Site } from '../support/sites.ts'

const downloadOf = ({ folder }: Site, isMeant: (name: string) => boolean): string =>
  join(folder, 'downloads', readdirSync(join(folder, 'downloads')).find(isMeant) ?? 'missing')

export const archiveOf = (site: Site): Buffer => readFileSync(downloadOf(site, (name) => name.endsWith('-offline.zip')))

export const singleFileOf = (site: Site): string => downloadOf(site, (name) => name.endsWith('.html') && name !== 'index.html')

const unpacked = new Map<string, string>()

/**
 * The archive of a site as a reader unpacks it, in a place with spaces and signs that addresses write in another way. It is
 * there until the process ends, for all tests that only read it.
 */
export function unpack(site: Site): string {
  const folder = unpacked.get(site.name) ?? unpackInto(site, mkdtempSync(join(tmpdir(), 'pamphlet-unpacked-')))
  unpacked.set(site.name, folder)
  return folder
}

function unpackInto(site: Site, scratch: string): string {
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
  const place = join(scratch, 'Мои книги #1 (100 %)')
  for (const [path, body] of Object.entries(unzipSync(archiveOf(site)))) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), body)
  }
  return join(place, readdirSync(place)[0] ?? '')
}
