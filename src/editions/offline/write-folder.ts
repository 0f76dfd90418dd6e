import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { Series } from '../../model/series.ts'
import { makeClassic } from '../classic-scripts.ts'
import { filesIn, isForReading } from '../site-files.ts'
import { makeFolderPage } from './folder-page.ts'
import { readme } from './readme.ts'
import { zip } from './zip.ts'

/**
 * Writes `downloads/<series>-offline.zip`: the site as a folder that is read from a disk, without a server.
 *
 * @param site folder of the finished site
 * @param address where it is published, with a slash at its end
 * @returns its size in bytes
 */
export async function writeFolder(site: URL, address: string): Promise<number> {
  const series: Series = JSON.parse(await readFile(new URL('series.json', site), 'utf8'))
  const paths = (await filesIn(site)).filter((path) => isForReading(path) && isForFolder(path))
  const contents = new Map<string, Uint8Array>()
  const classic = classicScripts(site, contents)
  for (const path of paths) {
    const body = await readFile(new URL(encodeURI(path), site))
    if (!path.endsWith('.html')) contents.set(path, body)
    else {
      const folder = { files: new Set(paths.map((file) => `/${file}`)), address, classic }
      contents.set(path, Buffer.from(await makeFolderPage(body.toString(), `/${path}`, folder)))
    }
  }
  contents.set('README.txt', Buffer.from(readme(series, address)))
  const name = `${series.slug}-offline`
  const archive = zip(new Map([...contents].map(([path, body]) => [`${name}/${path}`, body])), series.edition.date)
  await mkdir(new URL('downloads/', site), { recursive: true })
  await writeFile(new URL(`downloads/${name}.zip`, site), archive)
  return archive.length
}

/** Scripts are made anew; the icons and the manifest are for devices that install the site, the feed for programs. */
const isForFolder = (path: string) => !/^(?:icons\/|manifest\.webmanifest$|feed\.xml$|_astro\/.*\.js$)/u.test(path)

/** Makes one classic script for each set of module scripts that pages have, named by what is in it. */
function classicScripts(site: URL, contents: Map<string, Uint8Array>) {
  const made = new Map<string, Promise<string>>()
  const make = async (scripts: readonly string[]) => {
    const code = await makeClassic(scripts, site)
    const path = `_astro/reader.${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`
    contents.set(path, Buffer.from(code))
    return `/${path}`
  }
  return (scripts: readonly string[]): Promise<string> => {
    const key = scripts.join(' ')
    const script = made.get(key) ?? make(scripts)
    made.set(key, script)
    return script
  }
}
