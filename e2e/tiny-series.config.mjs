import { defineConfig } from 'astro/config'
import { pamphlet } from '../src/integration/pamphlet.ts'
import { tinySite } from './support/sites.ts'

// This site knows its address, the one it is tested at; the other, that of `npm run build`, does not.
export default defineConfig({
  outDir: '.pamphlet-tests/tiny-series',
  integrations: [pamphlet({ content: 'e2e/tiny-series', address: tinySite.address, basePath: '/' })],
})
