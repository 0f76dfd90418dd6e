import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesOf, type Site } from '../support/sites.ts'

/** Files whose names change with what is in them. */
const isHashed = (path: string) => /^\/_astro\/.*\.(?:css|js)$/u.test(path)

/**
 * Writes a later build of a site into a folder, as a publisher who changed every page, the style sheet, the scripts
 * and the search would: everything tells the number of the build, and what has a hash in its name has a new name. The
 * list in the service worker is made anew.
 */
export function writeBuild(site: Site, build: number, folder: string): string {
  const renamed = new Map<string, string>()
  for (const path of filesOf(site).filter(isHashed))
    renamed.set(path.split('/').at(-1) ?? '', path.replace(/^.*\/(.*)\.(css|js)$/u, `$1-build${build}.$2`))
  const rename = (text: string) => [...renamed].reduce((changed, [from, to]) => changed.replaceAll(from, to), text)
  const written = new Map<string, Buffer>()
  for (const path of filesOf(site).filter(
    (file) => (file !== '/sw.js' && !/^\/(?:downloads\/.*\.(?:zip|html)|share\/)/u.test(file)) || file === '/downloads/index.html',
  )) {
    written.set(rename(path).slice(1), marked(path, readFileSync(join(site.folder, path)), build, rename))
  }
  const worker = readFileSync(join(site.folder, 'sw.js'), 'utf8')
  written.set(
    'sw.js',
    Buffer.from(
      worker.replace(
        /^const precacheManifest = (.*);$/mu,
        (_, list: string) => `const precacheManifest = ${JSON.stringify(listAnew(JSON.parse(list), written, build, rename))};`,
      ),
    ),
  )
  for (const [path, body] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), body)
  }
  return folder
}

function marked(path: string, body: Buffer, build: number, rename: (text: string) => string): Buffer {
  if (path.endsWith('.html'))
    return Buffer.from(rename(body.toString()).replace('</head>', `<meta name="build" content="${build}"></head>`))
  if (path.endsWith('.css')) return Buffer.from(`${body}\n:root{--build:${build}}`)
  if (path.endsWith('.js')) return Buffer.from(`${rename(body.toString())}\n;(globalThis.builds ??= []).push(${build});`)
  return body
}

type List = { version: string; bytes: number; files: { address: string; hash: string; bytes: number }[] }

function listAnew(list: List, written: ReadonlyMap<string, Buffer>, build: number, rename: (text: string) => string): List {
  const files = list.files.map(({ address }) => {
    const path = rename(decodeURI(address)).replace(/(?:^|(?<=\/))$/u, 'index.html')
    const body = written.get(path)
    if (!body) throw new Error(`The list names ${path}, which the site does not have.`)
    return { address: rename(address), hash: createHash('sha256').update(body).digest('base64'), bytes: body.length }
  })
  return { ...list, version: `build-${build}`, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files }
}
