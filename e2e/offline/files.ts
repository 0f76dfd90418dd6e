import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Site } from '../support/sites.ts'

const downloadOf = ({ folder }: Site, isMeant: (name: string) => boolean): string =>
  join(folder, 'downloads', readdirSync(join(folder, 'downloads')).find(isMeant) ?? 'missing')

export const archiveOf = (site: Site): Buffer => readFileSync(downloadOf(site, (name) => name.endsWith('-offline.zip')))

export const singleFileOf = (site: Site): string => downloadOf(site, (name) => name.endsWith('.html') && name !== 'index.html')

/** Unpacks the archive of a site as a reader does, in a place with spaces and signs that addresses write in another way. */
export function unpack(site: Site, to: string): string {
  const place = join(to, 'Мои книги #1 (100 %)')
  for (const [path, body] of Object.entries(unzipSync(archiveOf(site)))) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), body)
  }
  return join(place, readdirSync(place)[0] ?? '')
}
