import type { AstroConfig, AstroIntegration, AstroIntegrationLogger, AstroPrerenderer } from 'astro'
import { readEnvironment } from '../environment.ts'
import { count } from '../model/counts.ts'
import { listenToProgress } from '../progress.ts'
import { type BuildLog, buildLog } from './build-log.ts'
import type { Bundled } from './bundle/bundle-key.ts'
import { rememberPages } from './bundle/remember-pages.ts'
import { repeatedWarnings } from './repeated-warnings.ts'
import { type Reading, shelf } from './shelf.ts'
import { spareMemory } from './spare-memory.ts'
import { sumWarnings } from './sum-warnings.ts'

/** What a build says, and what it says at its end of what it did not say before. */
export type Told = { readonly log: BuildLog; readonly isVerbose: boolean; readonly rest: () => string[] }

/**
 * Takes over what Astro says while it builds: in place of a line for every page, those of {@link buildLog}; errors and the first
 * warning of each kind as before. Who asks for more than usual (`--verbose`), or has a logger of their own, has all that
 * Astro says as well.
 */
export function tellBuild(logger: AstroIntegrationLogger, config: AstroConfig, asked: 'on' | 'off'): Told {
  const { options } = logger
  const isVerbose = asked === 'on' || options.level === 'debug'
  if (isVerbose || options.level !== 'info' || config.logger) {
    const write = (text: string) => logger.info(text.trimEnd())
    return { log: sparing(buildLog({ write, now, ...(isVerbose && { cost }) })), isVerbose, rest: () => [] }
  }
  const { stdout } = process
  const columns = stdout.isTTY && !readEnvironment().CI ? stdout.columns : undefined
  const log = sparing(buildLog({ write: (text) => stdout.write(text), columns, now }))
  const warnings = repeatedWarnings()
  const own = options.destination
  options.destination = {
    ...own,
    write: (event) => {
      const isTold = event.level === 'warn' ? warnings.isFirst(event.message) : event.level === 'error' || isOfOthers(event.label)
      if (!isTold) return
      log.clear()
      own.write(event)
    },
  }
  // What is printed by others, as the report on the texts is, begins on a line of its own.
  process.once('exit', log.clear)
  listenToProgress(log.advance)
  return { log, isVerbose: false, rest: warnings.others }
}

/** A log with whose steps it is asked how much memory they take. */
const sparing = (log: BuildLog): BuildLog => ({
  ...log,
  begin: (step) => {
    spareMemory()
    log.begin(step)
  },
})

/** Whether what is said comes from an integration that the writer has added: neither Astro’s own labels, nor those of ours. */
const isOfOthers = (label: string | null) =>
  label !== null && !ownLabels.has(label) && !/^(?:@astrojs\/(?:mdx|sitemap)|pamphlet(?:-[a-z-]+)?)$/u.test(label)

const ownLabels = new Set(
  'SKIP_FORMAT add adapter assets build cache check config content crypto csp deprecated env islands markdown middleware preferences redirects router session sync toolbar types update vite watch'.split(
    ' ',
  ),
)

const now = () => performance.now()

const cost = () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }
}

/**
 * Astro integration: says what was read, and how far the pages are; renders those which have changed. What comes after them,
 * `publish` says.
 *
 * @param isReady called when all is there that renders pages, before the first of them
 */
export function tellPages(
  { log, isVerbose }: Told,
  about: Omit<Bundled, 'srcDir'>,
  isReady?: (prerenderer: AstroPrerenderer) => Promise<void>,
): AstroIntegration {
  let srcDir: URL
  return {
    name: 'pamphlet-tell-pages',
    hooks: {
      'astro:config:done': async ({ config }) => {
        srcDir = config.srcDir
        const reading = await shelf.firstReading?.()
        // What is wrong is told in its place.
        if (!reading?.series) return log.clear()
        log.made(wordsOn(reading))
        log.begin('code')
        if (!reading.report) return
        if (!isVerbose) return log.say(sumWarnings(reading.diagnostics))
        console.warn(`\n${reading.report}`)
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((own) => {
          const prerenderer = rememberPages(own, () => ({ ...about, srcDir }))
          let [done, total] = [0, 0]
          return {
            ...prerenderer,
            setup: async () => {
              await prerenderer.setup?.()
              await isReady?.(own)
            },
            getStaticPaths: async () => {
              log.begin('pages')
              const paths = await prerenderer.getStaticPaths()
              total = paths.length
              const pages = paths.filter(({ route }) => route.type === 'page').length
              log.made(`${count(pages, 'page')} and ${count(total - pages, 'other file')}`)
              return paths
            },
            render: async (...asked) => {
              const rendered = await prerenderer.render(...asked)
              done += 1
              log.advance(done, total)
              return rendered
            },
          }
        }),
    },
  }
}

function wordsOn({ series }: Reading): string {
  if (!series) return ''
  const { parts, terms, sources } = series
  const some = [...(terms.length > 0 ? [count(terms.length, 'term')] : []), ...(sources.length > 0 ? [count(sources.length, 'work')] : [])]
  return [count(parts.length, 'part'), ...some].join(', ')
}
