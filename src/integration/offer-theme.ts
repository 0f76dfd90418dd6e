import type { AstroIntegration } from 'astro'
import { sheetPath } from '../manuscript/pictures/check-sheet.ts'
import { shelf } from './shelf.ts'
import { themeSheet } from './theme-sheet.ts'

/** The sheet as Vite knows it: its name ends as those of style sheets do. */
export const themeModule = '/@pamphlet/theme.css'

/** Astro integration: gives pages the looks of the series and the writer’s own style sheet, as the module `pamphlet:theme.css`. */
export const offerTheme = (): AstroIntegration => ({
  name: 'pamphlet-theme',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      const theme = {
        name: 'pamphlet-theme',
        resolveId: { filter: { id: /^pamphlet:theme\.css$/ }, handler: () => themeModule },
        load: {
          filter: { id: /^\/@pamphlet\/theme\.css$/ },
          handler: async () => {
            const reading = await shelf.firstReading?.()
            const own = (shelf.sheet ?? reading?.files.find(({ path }) => path === sheetPath))?.text ?? ''
            return themeSheet((shelf.series ?? reading?.series)?.theme, shelf.faces ?? reading?.faces ?? [], own)
          },
        },
      }
      updateConfig({ vite: { plugins: [theme] } })
    },
  },
})
