import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'

/**
 * The module scripts of a page as one classic script, with all they import: browsers load no modules from files.
 *
 * @param scripts paths from the root of the site, in the order in which they stand on the page
 * @param site folder of the finished site
 */
export async function makeClassic(scripts: readonly string[], site: URL): Promise<string> {
  return bundleClassic({
    stdin: { contents: scripts.map((path) => `import ${JSON.stringify(`.${path}`)}`).join('\n'), resolveDir: fileURLToPath(site) },
    legalComments: 'none',
    logLevel: 'error',
  })
}

/** One script of the old kind of all that an entry imports, for the browsers the pages are made for. */
export async function bundleClassic(
  options: Pick<
    BuildOptions,
    'stdin' | 'entryPoints' | 'banner' | 'footer' | 'define' | 'charset' | 'legalComments' | 'logLevel' | 'plugins'
  >,
): Promise<string> {
  const { outputFiles } = await build({
    charset: 'utf8',
    ...options,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
  })
  const [script] = outputFiles
  if (!script) throw new Error('The bundler made no script.')
  return script.text
}
