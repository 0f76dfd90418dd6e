import type { AstroIntegration } from 'astro'
import { areKept } from '../model/recordings.ts'
import type { Settings } from './settings.ts'
import { shelf } from './shelf.ts'

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
        load: {
          filter: { id: /^\0pamphlet:settings$/ },
          handler: async () => {
            const recordings = shelf.recordings ?? (await shelf.firstReading?.())?.recordings ?? new Map()
            const sizes = [...recordings.values()].flatMap((file) => (file.kind === 'recording' ? [file.bytes] : []))
            return `export const isOfferedOffline = ${offline === 'on'}\nexport const areRecordingsKept = ${areKept(sizes)}`
          },
        },
      }
      updateConfig({ vite: { plugins: [settings] } })
    },
  },
})
