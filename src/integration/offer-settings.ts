import type { AstroIntegration } from 'astro'
import type { Settings } from './settings.ts'

/** As Vite asks for a module that no file holds to be named. */
const inside = '\0pamphlet:settings'

/** Astro integration: gives components the settings that show on a page, as the module `pamphlet:settings` (declared in `src/env.d.ts`). */
export const offerSettings = ({ offline }: Settings): AstroIntegration => ({
  name: 'pamphlet-settings',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      const settings = {
        name: 'pamphlet-settings',
        resolveId: { filter: { id: /^pamphlet:settings$/ }, handler: () => inside },
        load: { filter: { id: /^\0pamphlet:settings$/ }, handler: () => `export const isOfferedOffline = ${offline === 'on'}` },
      }
      updateConfig({ vite: { plugins: [settings] } })
    },
  },
})
