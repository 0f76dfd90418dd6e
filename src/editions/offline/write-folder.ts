import { createHash } from 'node:crypto'
import { keep } from '../../kept-results.ts'
import { tellProgress } from '../../progress.ts'
import { makeClassic } from '../classic-scripts.ts'
import { at } from '../edition-error.ts'
import { plainPage } from '../plain-page.ts'
import { registerCards } from '../preview-cards.ts'
import { readSeries } from '../read-series.ts'
import { embeddedIndexIn } from '../search-address.ts'
import { digestOf, fileAt, filesIn, isForReading, readBytes, writeInto } from '../site-files.ts'
import { zip } from '../zip.ts'
import { type FolderScripts, makeFolderPage, nameScripts } from './folder-page.ts'
import { readme } from './readme.ts'

/** Letters of the faces that the texts have not, but the program’s own words may: a folder has nowhere else to ask. */
const isRestOfFace = /^_astro\/rest-/u

/**
 * Writes `downloads/<series>-offline.zip`: the site as a folder that is read from a disk, without a server.
 * See decision 17.
 *
 * @param site folder of the finished site
 * @param address where it is published, with a slash at its end; missing where nobody has said
 * @returns its size in bytes
 */
export async function writeFolder(site: URL, address: string | undefined): Promise<number> {
  const series = readSeries(site)
  const paths = filesIn(site).filter((path) => (isForReading(path) || isRestOfFace.test(path)) && isForFolder(path))
  const scripts = new Map<string, Uint8Array>()
  const files = new Set(paths.map((file) => `/${file}`))
  const cards = await registerCards(site, (html, path) => makeFolderPage(html, path, { files, address }).html)
  const replaced = new Set<string>()
  const named = { searched: embeddedIndexIn(site), classic: classicScripts(site, scripts, replaced, cards) }
  // The files of the search are called otherwise after every edit, and no page links to them.
  const key = digestOf(JSON.stringify([paths.filter((path) => !path.startsWith('pagefind/')), address]))
  const pageAt = (path: string): Promise<string> => {
    const { key: page, plain, restore } = plainPage(fileAt(site, path), series.edition)
    const made = keep('folder-page', [page, path, key], () => makeFolderPage(plain(), `/${path}`, { files, address }))
    return nameScripts(restore(made), `/${path}`, named)
  }
  const contents = new Map<string, Uint8Array>()
  for (const [i, path] of paths.entries()) {
    tellProgress(i, paths.length)
    contents.set(path, path.endsWith('.html') ? Buffer.from(await at(`/${path}`, () => pageAt(path))) : fileIn(site, path))
  }
  if (replaced.size === 0) throw new Error('No page names a module script, in whose place a classic one would stand.')
  for (const path of replaced) contents.delete(path.slice(1))
  for (const path of formsLeftOut(contents)) contents.delete(path)
  for (const [path, script] of scripts) contents.set(path, script)
  contents.set('README.txt', Buffer.from(readme(series, address)))
  const name = `${series.slug}-offline`
  const archive = zip(new Map([...contents].map(([path, body]) => [`${name}/${path}`, body])), series.edition.date)
  writeInto(new URL(`downloads/${name}.zip`, site), archive)
  return archive.length
}

function fileIn(site: URL, path: string): Buffer {
  const body = readBytes(fileAt(site, path))
  // To a browser every file of a disk is a site of its own, between which it ends what it has begun, with a complaint.
  return path.endsWith('.css') ? Buffer.from(body.toString().replace(/@view-transition\s*\{[^}]*\}/gu, '')) : body
}

/**
 * Not in the folder: what devices ask for that install the site, previews that are fetched one by one, and of the search
 * all that is there embedded in scripts as well.
 */
const isForFolder = (path: string) =>
  !/^(?:icons\/|manifest\.webmanifest$|search\.json$|pagefind\/)|\/card\/index\.html$/u.test(path) ||
  /^pagefind\/[^/]+\/embedded\//u.test(path)

/** The forms of pictures that no page of the folder names. */
function formsLeftOut(contents: ReadonlyMap<string, Uint8Array>): string[] {
  const left = new Set([...contents.keys()].filter((path) => /^_astro\/.+\.(?:avif|gif|jpe?g|png|webp)$/u.test(path)))
  for (const [path, body] of contents) {
    if (left.size === 0) break
    if (!/\.(?:html|css)$/u.test(path)) continue
    const text = Buffer.from(body).toString()
    for (const picture of left) if (text.includes(encodeURI(picture.slice('_astro/'.length)))) left.delete(picture)
  }
  return [...left]
}

/**
 * Makes one classic script for each set of module scripts that pages have, named by what is in it, after the previews.
 *
 * @param scripts takes what is made, by its path in the folder
 * @param replaced takes the paths of the module scripts that no page names any more
 */
function classicScripts(
  site: URL,
  scripts: Map<string, Uint8Array>,
  replaced: Set<string>,
  cards: string | undefined,
): FolderScripts['classic'] {
  const add = (name: string, code: string) => {
    const path = `_astro/${name}.${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`
    scripts.set(path, Buffer.from(code))
    return `/${path}`
  }
  const before = cards ? [add('cards', cards)] : []
  const made = new Map<string, Promise<readonly string[]>>()
  return (modules: readonly string[]): Promise<readonly string[]> => {
    const key = modules.join(' ')
    for (const path of modules) replaced.add(path)
    const script = made.get(key) ?? makeClassic(modules, site).then((code) => [...before, add('reader', code)])
    made.set(key, script)
    return script
  }
}
