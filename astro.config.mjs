import { defineConfig } from 'astro/config'
import { pamphlet } from './src/integration/pamphlet.ts'

export default defineConfig({ integrations: [pamphlet()] })
