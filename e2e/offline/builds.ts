import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packSite } from '../../src/editions/offline/write-worker.ts'
import { filesOf, type Site } from '../support/sites.ts'

/** Files whose names change with what is in them. */
const isHashed = (path: string) => /^\/_astro\/.*\.(?:css|js)$/u.test(path)

/** What a build has beside the files that a reader keeps; it is not needed here. */
const isLeftOut = (path: string) => /^\/(?:sw\.js$|keep\/|share\/|downloads\/(?!index\.html$))/u.test(path)

/**
 * Writes a later build of a site into a folder, as a publisher who changed every page, the style sheet, the scripts
 * and the search would: everything tells the number of the build, and what has a hash in its name has a new name. The
 * packs and the list of the service worker are made anew.
 */
export async function writeBuild(site: Site, build: number, folder: string): Promise<string> {
  const renamed = new Map<string, string>()
  for (const path of filesOf(site).filter(isHashed))
    renamed.set(path.split('/').at(-1) ?? '', path.replace(/^.*\/(.*)\.(css|js)$/u, `$1-build${build}.$2`))
  const rename = (text: string) => [...renamed].reduce((changed, [from, to]) => changed.replaceAll(from, to), text)
  const written = new Map<string, Buffer>()
  for (const path of filesOf(site).filter((file) => !isLeftOut(file)))
    written.set(rename(path).slice(1), marked(path, readFileSync(join(site.folder, path)), build, rename))
  for (const [path, body] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), body)
  }
  await packSite(pathToFileURL(`${folder}/`), 1_000_000)
  return folder
}

function marked(path: string, body: Buffer, build: number, rename: (text: string) => string): Buffer {
  if (path.endsWith('.html'))
    return Buffer.from(rename(body.toString()).replace('</head>', `<meta name="build" content="${build}"></head>`))
  if (path.endsWith('.css')) return Buffer.from(`${body}\n:root{--build:${build}}`)
  if (path.endsWith('.js')) return Buffer.from(`${rename(body.toString())}\n;(globalThis.builds ??= []).push(${build});`)
  return body
}
