import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro'
import { hashProgram } from '../hash-program.ts'
import { bundlesFolder } from '../program-root.ts'
import type { Settings } from '../settings.ts'
import { shelf } from '../shelf.ts'
import { keyOfBundle } from './bundle-key.ts'
import { type BundleFacts, beginBundle, type PageStyles, type Transformed } from './kept-bundle.ts'

/** What Astro’s own prerenderer has of its application, once it is set up. */
type Rendering = AstroPrerenderer & { readonly app?: { getOptions(): { readonly allPages: Record<string, PageStyles> } } }

/** What Astro makes known of pictures to the modules that ask for them in sizes (`astro/assets`). */
export type Assets = {
  referencedImages?: Set<string>
  staticImages?: Map<string, { originalSrcPath?: string; transforms: Map<string, { finalPath: string }> }>
  addStaticImage?: (...asked: unknown[]) => string
}

export const assets = globalThis as typeof globalThis & { astroAsset?: Assets }

/**
 * Astro integration: keeps what a build has bundled for those after it (decision 122).
 *
 * @returns with it, what is done once the modules of pages are ready
 */
export function keepBundle(settings: Settings, isPart: boolean) {
  let config: AstroConfig
  let serverFolder: string | undefined
  let kept: { readonly bundle: Awaited<ReturnType<typeof beginBundle>>; readonly facts: BundleFacts } | undefined
  const asked = new Map<string, string>()

  /** Before the first page is rendered: Astro takes the modules away once the last one is. */
  const isReady = async (prerenderer: AstroPrerenderer) => {
    const { app } = prerenderer as Rendering
    const reading = await shelf.firstReading?.()
    if (!app || !reading || serverFolder === undefined) return
    const [publicDir, outDir] = [fileURLToPath(config.publicDir), fileURLToPath(config.outDir)]
    const key = keyOfBundle({ srcDir: config.srcDir, settings, isPart }, reading, hashProgram(settings.project))
    const bundle = await beginBundle(bundlesFolder, key).catch(() => undefined)
    // Who may not write where the program lies goes without.
    if (!bundle) return
    await bundle.add('server', serverFolder)
    const ofPublic = new Set(filesIn(publicDir))
    for (const path of filesIn(outDir)) {
      const isOfServer = !relative(serverFolder, join(outDir, path)).startsWith('..')
      if (!isOfServer && !ofPublic.has(path)) await bundle.add('site', join(outDir, path), path)
    }
    const entry = readdirSync(serverFolder).find((name) => name.startsWith('prerender-entry'))
    if (entry === undefined) return
    const pages = Object.entries(app.getOptions().allPages).map(
      ([key, { styles, route, component }]) => [key, { styles, route: { route: route.route }, component }] as const,
    )
    kept = { bundle, facts: { entry, pages, transformed: [] } }
    const { astroAsset } = assets
    const add = astroAsset?.addStaticImage
    if (!astroAsset || !add) return
    astroAsset.addStaticImage = (...words) => {
      const url = add(...words)
      asked.set(JSON.stringify(words), url)
      return url
    }
  }

  const integration: AstroIntegration = {
    name: 'pamphlet-keep-bundle',
    hooks: {
      'astro:config:done': (given) => {
        config = given.config
      },
      'astro:build:setup': ({ vite }) => {
        serverFolder = vite.environments?.prerender?.build?.outDir
      },
      'astro:build:done': async ({ dir }) => {
        if (!kept) return
        const all = [...(assets.astroAsset?.staticImages ?? [])].flatMap(([original, { originalSrcPath: file, transforms }]) =>
          [...transforms.values()].map(({ finalPath: path }) => ({ path, original, file })),
        )
        for (const { path } of all) await kept.bundle.add('pictures', join(fileURLToPath(dir), path), path)
        const transformed = [...asked].map(([words, url]): readonly [string, Transformed] => {
          const found = all.find(({ path }) => url.endsWith(encodeURI(path)))
          if (!found) throw new Error(`No picture was made for ${url}.`)
          return [words, { ...found, url }]
        })
        await kept.bundle.finish({ ...kept.facts, transformed })
      },
    },
  }
  return { integration, isReady }
}

/** The paths of all files in a folder, from there. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
