import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import type { AstroConfig, AstroIntegration, HookParameters } from 'astro'
import { cleanPictures } from './clean-pictures.ts'
import { declareIds } from './declare-ids.ts'
import { followEdits } from './follow-edits.ts'
import { cacheOf, keepResultsOf } from './keep-results-of.ts'
import { offerLanguages, withLanguages } from './offer-languages.ts'
import { offerSettings } from './offer-settings.ts'
import { offerTheme } from './offer-theme.ts'
import { type PamphletOptions, readOptions } from './options.ts'
import { policyOfPages } from './policy.ts'
import { publish } from './publish.ts'
import { offerFirstReading } from './read-from-disk.ts'
import { refuseMistakes } from './refuse-mistakes.ts'
import { readRetiredPages } from './retired-pages.ts'
import { serveLanguages } from './serve-languages.ts'
import { type Settings, settle } from './settings.ts'
import { type Told, tellBuild, tellPages } from './tell-build.ts'

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
  return {
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
          integrations: await integrationsFor(settings, { told, command, isPart }),
        })
      },
    },
  }
}

type Asked = { readonly told: Told | undefined; readonly command: string; readonly isPart: boolean }

/** Astro sets them up in this order, after this one, and runs their steps after rendering in it. */
async function integrationsFor(settings: Settings, { told, command, isPart }: Asked): Promise<AstroIntegration[]> {
  const gone = await readRetiredPages(settings.manuscript)
  const isInSitemap = (page: string) =>
    !/\/(?:search|card|sources\/by\/year)\/$/.test(page) && !gone.some((address) => page.endsWith(address))
  return [
    mdx(),
    ...(settings.site ? [sitemap({ filter: isInSitemap, serialize: withLanguages(settings.site) })] : []),
    offerSettings(settings),
    offerLanguages({ isOffered: isPart || settings.translation === undefined, isBesideOriginal: isPart && command === 'build' }),
    offerTheme(),
    declareIds(settings),
    ...(told ? [tellPages(told)] : []),
    ...(command === 'build' || command === 'sync' ? [refuseMistakes()] : []),
    followEdits(settings, isPart),
    ...(command === 'dev' && settings.translation === undefined ? [serveLanguages(settings)] : []),
    cleanPictures(),
    publish(settings, { told, isPart }),
  ]
}

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
}
