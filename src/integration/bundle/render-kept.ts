import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AstroPrerenderer, RouteData } from 'astro'
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js'
import { writePage } from '../../editions/plain-page.ts'
import { fileAt, holdFiles, writeInto } from '../../editions/site-files.ts'
import { assets } from './keep-bundle.ts'
import type { BundleFacts, KeptBundle } from './kept-bundle.ts'
import { RenderedPage } from './rendered-page.ts'

/** What is asked of Astro’s application for a build, as its own prerenderer asks it. */
type BuildApp = ConstructorParameters<typeof StaticPaths>[0] & {
  setInternals(internals: object): void
  setOptions(options: object): void
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>
}

/** A page asks for a picture in a size that no page had when the bundle was kept: it takes a build by Astro. */
export class BundleOutgrown extends Error {
  override readonly name = 'BundleOutgrown'
}

/** The name of the prerenderer of builds that bundle nothing. */
export const keptPrerenderer = 'pamphlet:kept'

/**
 * What renders pages with the modules of an earlier build, as Astro’s own prerenderer does with those that it has just bundled.
 *
 * @param site absolute path of the folder that is built; what was bundled for browsers is laid into it
 * @param log where Astro writes to
 */
export function prerendererOf({ folder, facts }: KeptBundle, site: string, log: object): AstroPrerenderer {
  let app: BuildApp
  const pictures = servePictures(facts)
  return {
    name: keptPrerenderer,
    setup: async () => {
      cpSync(join(folder, 'site'), site, { recursive: true })
      const entry: { readonly app: BuildApp } = await import(pathToFileURL(join(folder, 'server', facts.entry)).href)
      app = entry.app
      app.setInternals({ pagesByKeys: new Map(facts.pages) })
      app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: log } } })
    },
    getStaticPaths: () => new StaticPaths(app).getAll(),
    render: async (request, { routeData }) => {
      const response = await app.render(request, { routeData })
      if (pictures.isOutgrown()) throw new BundleOutgrown()
      return response
    },
    teardown: async () => pictures.lay(folder, site),
  }
}

/** Gives pages the addresses of pictures that were made when the bundle was, and lays those into the site that were asked for. */
function servePictures({ transformed }: BundleFacts) {
  const known = new Map(transformed)
  const used = new Set<string>()
  let isOutgrown = false
  const referenced = new Set<string>()
  assets.astroAsset = {
    referencedImages: referenced,
    addStaticImage: (...words) => {
      const asked = JSON.stringify(words)
      const found = known.get(asked)
      isOutgrown ||= !found
      if (found) used.add(asked)
      // No page with it is written: what fails in the midst of one may do so where nobody waits for it.
      return found?.url ?? ''
    },
  }
  return {
    isOutgrown: () => isOutgrown,
    lay: (folder: string, site: string) => {
      const shown = transformed.filter(([asked]) => used.has(asked)).map(([, picture]) => picture)
      for (const { path } of shown) {
        mkdirSync(dirname(join(site, path)), { recursive: true })
        cpSync(join(folder, 'pictures', path), join(site, path))
      }
      // As Astro does: a picture that is shown in other sizes alone is not published in its own.
      for (const { original, file } of shown) if (file !== undefined && !referenced.has(file)) rmSync(join(site, original), { force: true })
    },
  }
}

/** A page or file that is rendered, and where it is written: both from the root of the site. */
type Written = { readonly address: string; readonly path: string; readonly isPage: boolean }

/** As Astro names the file of a page in a folder of its own; the page for what is not found is a file. */
function writtenAt(pathname: string, route: RouteData): Written {
  const inner = pathname.replace(/^\/+|\/+$/gu, '')
  if (route.type === 'endpoint') return { address: `/${inner}`, path: inner, isPage: false }
  return { address: inner === '' ? '/' : `/${inner}/`, path: inner === '404' ? '404.html' : join(inner, 'index.html'), isPage: true }
}

/**
 * Renders all pages and files of a site, one after another.
 *
 * @param origin of the addresses that pages are asked for at
 * @returns the pages, as integrations are told of them
 */
export async function renderAll(prerenderer: AstroPrerenderer, site: string, origin: string): Promise<{ pathname: string }[]> {
  await prerenderer.setup?.()
  const folder = pathToFileURL(`${site}/`)
  holdFiles(folder)
  const written = new Set<string>()
  const pages: { pathname: string }[] = []
  for (const { pathname, route } of await prerenderer.getStaticPaths()) {
    const { address, path, isPage } = writtenAt(pathname, route)
    if (written.has(path)) continue
    written.add(path)
    const rendered = await prerenderer.render(new Request(new URL(address, origin)), { routeData: route })
    const response = rendered instanceof Response ? rendered : rendered.response
    if (!response.body && !(response instanceof RenderedPage)) continue
    if (isPage) pages.push({ pathname: address.slice(1) })
    const file = fileAt(folder, path)
    if (response instanceof RenderedPage) {
      writePage(file, response.html, response.known)
      continue
    }
    writeInto(file, isPage ? await response.text() : Buffer.from(await response.arrayBuffer()))
  }
  await prerenderer.teardown?.()
  return pages
}
