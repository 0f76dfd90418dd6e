import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { folderAt } from '../manuscript/files.ts'

// `npm pack`: what Astro and Node read of the program, without tests, as the folder “program” of the package; beside each
// module lies its JavaScript then (tsconfig.program.json), for Node reads no TypeScript in node_modules.
const own = folderAt(new URL('../../', import.meta.url))
const program = join(own, 'program')
const notOfIt = /(?:\.(?:test|long)\.ts|[\\/](?:fixtures|testing)|[\\/]lay-program\.ts|[\\/]tsconfig[^\\/]*\.json)$/u

rmSync(program, { recursive: true, force: true })
if (!process.argv.includes('--remove')) cpSync(join(own, 'src'), program, { recursive: true, filter: (path) => !notOfIt.test(path) })
