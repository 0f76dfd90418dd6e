import type { AstroIntegration } from 'astro'
import { shelf } from './shelf.ts'

/** The mistakes of a manuscript as one error: its message is the whole report. */
export class ManuscriptError extends Error {
  override readonly name = 'ManuscriptError'
  constructor(report: string) {
    super(report)
    // Where in our code it was thrown tells a writer nothing; and in a stack Astro looks for the name of a file, which it
    // then reads and prints, even where it is a line of a text that names one.
    this.stack = ''
  }
}

/**
 * Astro integration: ends a build of a manuscript with mistakes, before anything is bundled. The server for writing goes on and
 * shows them (`follow-edits.ts`).
 */
export const refuseMistakes = (): AstroIntegration => ({
  name: 'pamphlet-refuse-mistakes',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      const plugin = {
        name: 'pamphlet-refuse-mistakes',
        // Of what goes wrong in a step of its own, Astro says that nobody has expected it.
        config: async () => {
          const reading = await shelf.firstReading?.()
          if (reading?.report && !reading.series) throw new ManuscriptError(`\n${reading.report}`)
        },
      }
      updateConfig({ vite: { plugins: [plugin] } })
    },
  },
})
