import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import { readSvg } from '../manuscript/pictures/read-svg.ts'

/**
 * Astro integration: publishes the SVGs of the manuscript as `readSvg` writes them, with nothing in them that is not
 * known to draw. The reading pass has refused what runs or asks for files; this holds even where it was not asked.
 */
export const cleanPictures = (): AstroIntegration => ({
  name: 'pamphlet-clean-pictures',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = new URL('_astro/', dir)
      for (const name of await readdir(folder)) {
        if (!name.endsWith('.svg')) continue
        const { mistakes, clean } = readSvg(await readFile(new URL(encodeURI(name), folder), 'utf8'))
        if (mistakes.length > 0) throw new Error(`The picture ${name} would be published with what the reading pass refuses.`)
        await writeFile(new URL(encodeURI(name), folder), clean)
      }
    },
  },
})
