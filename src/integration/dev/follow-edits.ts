import { fileURLToPath } from 'node:url'
import type { AstroIntegration, HookParameters } from 'astro'
import { isOfManuscript, realPathSync, renderFolder } from '../../manuscript/files.ts'
import { themeModule } from '../offer-theme.ts'
import { handOver, readAll } from '../read-from-disk.ts'
import type { Settings } from '../settings.ts'
import { type Reading, shelf } from '../shelf.ts'
import { spareMemory } from '../spare-memory.ts'
import { overlayOf } from './overlay.ts'
import { sayShownLanguage } from './shown-language.ts'
import { watchFolders } from './watch-folders.ts'

type Server = HookParameters<'astro:server:setup'>['server']
type Plugin = NonNullable<Exclude<HookParameters<'astro:config:setup'>['config']['vite']['plugins'], undefined>>[number]

/**
 * Astro integration: names the files of the manuscript to Vite, and, while `astro dev` runs, reads the manuscript again at each
 * edit. What has mistakes is laid over the page as the terminal shows it; the pages stay what they were when there was
 * none, also for who loads them anew, until all is mended. See decision 26; what a page that is open does, decision 135.
 *
 * @param isPart whether the server of the original, which says the same of the manuscript, has started this one
 */
export const followEdits = (settings: Settings, isPart: boolean): AstroIntegration => {
  const folder = asVite(realPathSync(settings.manuscript))
  const isOurs = (file: string) => isOfManuscript(folder, file)
  /** Where the files lie ready for Vite, which sees nothing of the manuscript’s own folder. */
  let stage: string
  let latest: Reading | undefined
  let asked = 0
  /** How often the pages have come to show another reading. */
  let readings = 0
  let readAgain: () => Promise<void> = async () => {}

  const edits: Plugin = {
    name: 'pamphlet-edits',
    // Before Astro’s plugins, so that what it would render is asked for here first.
    enforce: 'pre',
    // A manuscript that had mistakes from the start has no last good page, and nothing can be rendered: the report lies over an empty one.
    configureServer: (server) => () => {
      server.middlewares.use((request, response, next) => {
        if (shelf.series) return next()
        const [type, text] = request.headers.accept?.includes('text/html')
          ? ['html', emptyPage(server.config.base)]
          : ['plain', `${noPage}\n`]
        response.writeHead(503, { 'Content-Type': `text/${type}; charset=utf-8` }).end(text)
      })
    },
    hotUpdate: {
      order: 'pre',
      async handler({ file, timestamp }) {
        // Of pictures and recordings that lie ready Vite knows what to do.
        if (file.startsWith(`${stage}/`) && !/^(?:pictures|recordings)\//u.test(file.slice(stage.length + 1))) return []
        if (!isOurs(file)) return undefined
        // Vite asks for each of its environments.
        if (timestamp !== asked) {
          asked = timestamp
          await readAgain()
        }
        return []
      },
    },
  }

  return {
    name: 'pamphlet-follow-edits',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, injectScript }) => {
        const kind = command === 'dev' ? 'dev' : 'build'
        stage = asVite(renderFolder(settings, kind))
        updateConfig({
          vite: {
            plugins: [edits],
            resolve: { alias: { '@manuscript': stage } },
            server: {
              // A link in the manuscript may lead to the whole disk.
              watch: { followSymlinks: false, ignored: isOfOthers(settings.project, [stage, folder]) },
              fs: { deny: [...neverServed, ...filesIn(folder, asVite(settings.project))] },
            },
          },
        })
        if (command !== 'dev') return
        injectScript('head-inline', closeOverlay)
        injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('reader/writing/show-edits.ts', config.srcDir)))}`)
      },
      'astro:server:setup': ({ server }) => {
        const client = server.environments.client.hot
        server.watcher.add(folder)
        forgetErrors(server, isOurs)
        const take = async (reading: Reading) => {
          if (!isPart) tell(reading, latest, settings.translation)
          const [before, shown] = [latest, shelf.series]
          latest = reading
          shelf.declare?.(reading)
          const error = overlayOf(reading, folder)
          if (error) return client.send({ type: 'error', err: error })
          await handOver(settings, reading, 'dev')
          if (!before) return
          readings++
          forget(server, themeModule)
          const isInPlace = shown && JSON.stringify(shown.theme) === JSON.stringify(reading.series?.theme)
          client.send(isInPlace ? { type: 'custom', event: 'pamphlet:edited' } : { type: 'full-reload', path: '*' })
        }
        // By it a page that is open knows which reading it shows: it may have been edited before its scripts had come.
        server.middlewares.use((_, response, next) => {
          response.setHeader('Server-Timing', `reading;desc="${readings}"`)
          next()
        })
        const watchAnew = watchFolders(server.watcher, folder)
        readAgain = oneAtATime(async () => {
          spareMemory()
          let reading = await readAll(settings)
          // Of a folder that another has taken the place of, files may have come unseen.
          while (watchAnew()) reading = await readAll(settings)
          await take(reading)
        })
        client.on('vite:client:connect', (_, page) => {
          const error = latest && overlayOf(latest, folder)
          if (error) page.send({ type: 'error', err: error })
        })
      },
      // Astro has read the manuscript itself by now; this reading is what the next edit is compared with.
      'astro:server:start': async ({ logger }) => {
        await readAgain()
        const said = latest && !isPart && sayShownLanguage(latest, settings.translation)
        if (said) logger.info(said)
      },
    },
  }
}

/** Says in the terminal what a reading has to say that the last one had not. */
function tell(reading: Reading, latest: Reading | undefined, translation: string | undefined) {
  if (reading.report && reading.report !== latest?.report) console.warn(`\n${reading.report}\n`)
  if (!reading.report && latest?.report) console.warn('\nThe manuscript is without mistakes again.\n')
  const [before, now] = [latest, reading].map((one) => (one?.series ? one.translations.map(({ language }) => language).join() : undefined))
  if (translation === undefined && before !== undefined && now !== undefined && before !== now)
    console.warn('\nThe series has other languages than it had: stop the server and start it again to see them.\n')
}

/** Whether a path is of what other builds of the project make: each page that one writes would load the writer’s pages anew. */
function isOfOthers(project: string, own: readonly string[]) {
  const root = `${asVite(project)}/.pamphlet`
  return (path: string) =>
    asVite(path).startsWith(root) && !own.some((folder) => folder.startsWith(asVite(path)) || asVite(path).startsWith(folder))
}

/** All that lies in the manuscript’s folder; where the project lies in it, without what the program keeps there. */
function filesIn(folder: string, project: string): string[] {
  const escaped = folder.replace(/[^\p{L}\p{N}/]/gu, '\\$&')
  return project === folder || project.startsWith(`${folder}/`)
    ? [`${escaped}/*`, `${escaped}/!(node_modules|.pamphlet)/**`]
    : [`${escaped}/**`]
}

/** What Vite itself serves to nobody; a list of ours stands in place of its own. */
const neverServed = ['.env', '.env.*', '*.{crt,pem,key,p12,pfx,cer,der}', '.npmrc', '.yarnrc.yml', '**/.git/**']

/** Astro’s overlay, unlike the one of Vite it stands in for, has nothing to close it with. */
const closeOverlay = "addEventListener('keydown', ({ key }) => key === 'Escape' && document.querySelector('vite-error-overlay')?.remove())"

const noPage = 'The manuscript has mistakes; the terminal shows them.'

const emptyPage = (
  base: string,
) => `<!doctype html><title>The manuscript has mistakes</title><script>${closeOverlay}</script><script type="module" src="${base}@vite/client"></script>
<p>${noPage}</p>`

/** As Vite writes paths, on Windows too. */
const asVite = (path: string) => path.replaceAll('\\', '/')

/**
 * Astro, once it has been told of a mistake, has all pages load anew whenever any file changes; those of a manuscript are
 * changed in place.
 */
function forgetErrors({ watcher, environments: { client } }: Server, isOurs: (file: string) => boolean) {
  const send = client.hot.send.bind(client.hot) as (...given: unknown[]) => void
  let changed = false
  watcher.prependListener('change', (file: string) => {
    changed = isOurs(asVite(file))
    queueMicrotask(() => {
      changed = false
    })
  })
  const sendOthers = (...given: unknown[]) => {
    const isReload = (given[0] as { readonly type?: unknown } | undefined)?.type === 'full-reload'
    if (!changed || !isReload) send(...given)
  }
  Object.assign(client.hot, { send: sendOthers })
}

/** Makes Vite ask for a module anew, in the graph of the server and in what it has run. */
function forget(server: Server, path: string) {
  for (const environment of Object.values(server.environments)) {
    for (const module of environment.moduleGraph.getModulesByFile(path) ?? []) environment.moduleGraph.invalidateModule(module)
    if (!hasRunner(environment)) continue
    const { evaluatedModules } = environment.runner
    for (const module of evaluatedModules.getModulesByFile(path) ?? []) evaluatedModules.invalidateModule(module)
  }
}

type Environment = Server['environments'][string]
type Runner = {
  readonly evaluatedModules: { getModulesByFile(path: string): Iterable<never> | undefined; invalidateModule(module: never): void }
}

const hasRunner = (environment: Environment): environment is Environment & { readonly runner: Runner } => 'runner' in environment

/**
 * A function that does its work once for all who ask before it begins, and never twice at the same time: editors save
 * many files at once.
 */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running.then(() => {
      next = undefined
      running = work()
      return running
    })
    return next
  }
}
