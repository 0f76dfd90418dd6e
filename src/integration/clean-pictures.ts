import type { AstroIntegration } from 'astro'
import { rewriteFiles } from '../manuscript/files.ts'
import { readSvg } from '../manuscript/pictures/read-svg.ts'

/**
 * Astro integration: publishes the SVGs of the manuscript as `readSvg` writes them, with nothing in them that is not
 * known to draw. The reading pass has refused what runs or asks for files; this holds even where it was not asked.
 */
export const cleanPictures = (): AstroIntegration => ({
  name: 'pamphlet-clean-pictures',
  hooks: {
    'astro:build:done': ({ dir }) =>
      rewriteFiles(new URL('_astro/', dir), '.svg', (text, name) => {
        const { mistakes, clean } = readSvg(text)
        if (mistakes.length > 0) throw new Error(`The picture ${name} would be published with what the reading pass refuses.`)
        return clean
      }),
  },
})
