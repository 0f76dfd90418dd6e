import { build } from 'astro'
import type { LanguageTask } from './build-language.ts'
import { pamphlet } from './pamphlet.ts'

// Run by `build-language.ts`, with its task as JSON.
const { root, srcDir, publicDir, outDir, options }: LanguageTask = JSON.parse(process.argv[2] ?? '')
await build({
  configFile: false,
  root,
  srcDir,
  publicDir,
  outDir,
  ...(options.verbose !== 'on' && { logLevel: 'warn' }),
  integrations: [pamphlet(options, { isPart: true })],
})
