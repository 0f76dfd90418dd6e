import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * The module scripts of a page as one classic script, with all they import: browsers load no modules from files.
 *
 * @param scripts paths from the root of the site, in the order in which they stand on the page
 * @param site folder of the finished site
 */
export async function makeClassic(scripts: readonly string[], site: URL): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: scripts.map((path) => `import ${JSON.stringify(`.${path}`)}`).join('\n'), resolveDir: fileURLToPath(site) },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
