import { createRequire } from 'node:module'
import { createMdxLanguagePlugin, resolvePlugins } from '@mdx-js/language-service'
import { createTypeScriptChecker } from '@volar/kit'
import ts from 'typescript'
import { create as createTypeScriptServices } from 'volar-service-typescript'

/** A mistake in a text as the editor underlines it; line and column from 1. */
export type TypeMistake = { readonly file: string; readonly line: number; readonly column: number; readonly message: string }

/**
 * Checks the texts that a TypeScript project names, with what the MDX extension of an editor uses and as it is told to
 * in `tsconfig.json`: components by the type `MDXProvidedComponents` (`src/mdx-components.d.ts`). See decision 27.
 *
 * @param project absolute path of the project’s configuration
 */
export async function checkTexts(project: string): Promise<TypeMistake[]> {
  const language = createMdxLanguagePlugin(syntax(), undefined, true, 'astro')
  // Two patch releases of Volar’s types lie side by side, alike but for a private field.
  const services = createTypeScriptServices(ts) as unknown as Parameters<typeof createTypeScriptChecker>[1]
  const checker = createTypeScriptChecker([language], services, project)
  const texts = checker.getRootFileNames().filter((file) => file.endsWith('.mdx'))
  const found: TypeMistake[] = []
  for (const file of texts) {
    for (const { range, message } of await checker.check(file)) {
      found.push({
        file,
        line: range.start.line + 1,
        column: range.start.character + 1,
        message: typeof message === 'string' ? message : message.value,
      })
    }
  }
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
}

const root = new URL('../../tsconfig.json', import.meta.url)

/** The syntax plugins that `tsconfig.json` names for the editor. */
function syntax() {
  const require = createRequire(root)
  const { config } = ts.readConfigFile(ts.sys.resolvePath(root.pathname), ts.sys.readFile) as { config: { mdx: unknown } }
  const [plugins] = resolvePlugins(config.mdx, (name) => require(name).default)
  return plugins
}
