import type { LanguageTask } from './build-language.ts'
import { buildSiteAt } from './build-site.ts'

// Run by `build-language.ts`, with its task as JSON.
const { root, srcDir, publicDir, outDir, options }: LanguageTask = JSON.parse(process.argv[2] ?? '')
await buildSiteAt({ root, srcDir, publicDir, outDir }, { options, isPart: true, ...(options.verbose !== 'on' && { logLevel: 'warn' }) })
