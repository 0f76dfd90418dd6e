import type { AstroConfig, AstroIntegration, HookParameters } from 'astro'
import { cacheOf, keepResultsOf } from './keep-results-of.ts'
import { type PamphletOptions, readOptions } from './options.ts'
import { policyOfPages } from './policy.ts'
import { offerFirstReading } from './read-from-disk.ts'
import { type Settings, settle } from './settings.ts'
import { siteIntegrations } from './site-integrations.ts'
import { tellBuild } from './tell-build.ts'

/**
 * The one door: an Astro integration that makes a publication of a manuscript. It decides everything that a configuration
 * of Astro can; what differs from site to site are its options, for which variables of the environment are defaults.
 *
 * @param part `isPart` where another build makes the site as a part of its own, which it puts where the last one was, or another
 *   server answers with it
 * @throws {SettingError} with a sentence for every option or variable that cannot be used
 */
export function pamphlet(options: PamphletOptions = {}, { isPart = false }: { readonly isPart?: boolean } = {}): AstroIntegration {
  const checked = readOptions(options)
  const integration: AstroIntegration = {
    name: 'pamphlet',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        const settings = await settle(checked, config.root, command)
        const told = command === 'build' ? tellBuild(logger, config, settings.verbose) : undefined
        told?.log.begin('texts')
        if (command !== 'preview') keepResultsOf(settings, config.root)
        offerFirstReading(settings, command === 'dev' ? 'dev' : 'build')
        updateConfig({
          ...configurationOf(settings, config.root),
          // Astro sets them up in this order, after this one.
          integrations: [
            (await import('@astrojs/mdx')).default(),
            ...(await siteIntegrations(settings, { told, command, isPart, isKept: true })),
          ],
        })
      },
    },
  }
  given.set(integration, options)
  return integration
}

const given = new WeakMap<AstroIntegration, PamphletOptions>()

/** The options that a `pamphlet()` of a configuration was given; nothing for any other integration. */
export const optionsOf = (integration: unknown): PamphletOptions | undefined => given.get(integration as AstroIntegration)

type Configuration = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0]

/** What Astro’s own settings are; they are resolved by now, so folders are URLs. */
const configurationOf = (settings: Settings, root: URL): Configuration => ({
  ...(settings.site && { site: settings.site }),
  // What is kept from build to build belongs to one manuscript.
  cacheDir: cacheOf(settings, root) as URL & string,
  trailingSlash: 'always',
  // Astro would have put the slash there itself, had it known of it before.
  image: { endpoint: { route: '/_image/' } },
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  security: { csp: policyOfPages(settings.searchedOrigins, settings.plays) },
  vite,
})

const ofEveryPage =
  /\/(?:reader\/(?:after-paint|in-slices|choices\/kept|opened|place-at-eye|passages\/reading-place|site-root)|locales\/(?:percent|say))\.[jt]s$/u

const vite: AstroConfig['vite'] = {
  plugins: [
    // Vite asks for what a script imports by addresses from the root of the host; a site may lie in a folder of one. The half
    // kilobyte by which it does so would stand in every page for nothing.
    {
      name: 'pamphlet-nothing-ahead',
      enforce: 'pre',
      config: () => ({ build: { modulePreload: false } }),
      load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined),
    },
  ],
  build: {
    assetsInlineLimit: 0,
  },
  // What every page’s script imports in one file: a request, and what compression finds in one to say of the other, for each of them less.
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: ofEveryPage }] } } } } },
  },
}
