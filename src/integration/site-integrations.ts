import type { AstroIntegration } from 'astro'
import { keepBundle } from './bundle/keep-bundle.ts'
import { cleanPictures } from './clean-pictures.ts'
import { declareIds } from './declare-ids.ts'
import { followEdits } from './dev/follow-edits.ts'
import { serveLanguages } from './dev/serve-languages.ts'
import { offerLanguages, withLanguages } from './offer-languages.ts'
import { offerSettings } from './offer-settings.ts'
import { offerTheme } from './offer-theme.ts'
import { refuseMistakes } from './refuse-mistakes.ts'
import { readRetiredPages } from './retired-pages.ts'
import type { Settings } from './settings.ts'
import { publish } from './site/publish.ts'
import { type Told, tellPages } from './tell-build.ts'

type Asked = {
  readonly told: Told | undefined
  readonly command: 'build' | 'dev' | 'preview' | 'sync'
  /** Whether another build makes the site as a part of its own. */
  readonly isPart: boolean
  /** Whether what is bundled is kept for later builds: not where it has been kept already. */
  readonly isKept: boolean
}

/** What makes a publication of a manuscript, in the order in which each step after rendering runs. */
export async function siteIntegrations(settings: Settings, { told, command, isPart, isKept }: Asked): Promise<AstroIntegration[]> {
  const gone = await readRetiredPages(settings.manuscript)
  const isInSitemap = (page: string) =>
    !/\/(?:search|card|sources\/by\/year|(?:glossary|sources)\/[^/]+\/in\/\d+)\/$/.test(page) &&
    !gone.some((address) => page.endsWith(address))
  const kept = command === 'build' && isKept ? keepBundle(settings, isPart) : undefined
  return [
    ...(settings.site
      ? [(await import('@astrojs/sitemap')).default({ filter: isInSitemap, serialize: withLanguages(settings.site) })]
      : []),
    offerSettings(settings),
    offerLanguages({ isOffered: isPart || settings.translation === undefined, isBesideOriginal: isPart && command === 'build' }),
    offerTheme(),
    declareIds(settings),
    ...(told ? [tellPages(told, { settings, isPart }, kept?.isReady)] : []),
    ...(command === 'build' || command === 'sync' ? [refuseMistakes()] : []),
    followEdits(settings, isPart),
    ...(command === 'dev' && settings.translation === undefined ? [serveLanguages(settings)] : []),
    ...(kept ? [kept.integration] : []),
    cleanPictures(),
    publish(settings, { told, isPart }),
  ]
}
