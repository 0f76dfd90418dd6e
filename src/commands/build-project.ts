import { parseArgs } from 'node:util'
import { readEnvironment } from '../environment.ts'
import { buildProject } from '../integration/build-project.ts'
import { isTheirs } from '../integration/is-theirs.ts'

// `npm run build`: the site of a clone, as `astro.config.mjs` and the environment say.
const usage = `npm run build -- [--editions <names>] [--out <folder>] [--verbose]

  Builds the finished site, into “dist”.
  --editions <names>  what is made: “web” is the site alone, “web,epub,pdf” an e-book and books on paper too; all unless given
  --out <folder>      where to put the site
  --config <file>     another configuration than astro.config.mjs
  --verbose           say all that is done, each warning in its place, and what it costs`

try {
  const { values } = parseArgs({
    options: {
      editions: { type: 'string' },
      out: { type: 'string' },
      // As Astro calls it.
      outDir: { type: 'string' },
      config: { type: 'string', default: 'astro.config.mjs' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const { editions, outDir, out = outDir, config: configFile, verbose } = values
  const options = { ...(editions !== undefined && { editions }), ...(verbose && { verbose: 'on' as const }) }
  if (values.help) console.warn(usage)
  else await buildProject(process.cwd(), { configFile, outDir: out, options })
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (isUsage) console.error(`${error.message}\n\n${usage}`)
  else console.error(isTheirs(error) && readEnvironment().PAMPHLET_DEBUG !== '1' ? `\n${error.message}` : error)
  process.exitCode = isUsage ? 2 : 1
}
