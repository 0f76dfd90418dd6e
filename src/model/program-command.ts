const isInstalled = /[\\/]node_modules[\\/]/u.test(import.meta.url)

/** In a clone, the scripts of `package.json` that are these commands under another name, or none of their own. */
const inClone: Readonly<Record<string, string>> = { check: 'check:texts', add: 'pamphlet -- add', fields: 'pamphlet -- fields' }

type Command = 'add' | 'build' | 'check' | 'dev' | 'fields' | 'import' | 'permalinks' | 'sources' | 'words'

/**
 * How a command of the program is typed where it is: `npx pamphlet permalinks --anew` in a folder into which it was
 * installed, `npm run permalinks -- --anew` in a clone.
 */
export function programCommand(command: Command, options = ''): string {
  if (isInstalled) return ['npx pamphlet', command, options].filter(Boolean).join(' ')
  const script = inClone[command] ?? command
  return `npm run ${script}${options && `${script.includes(' -- ') ? '' : ' --'} ${options}`}`
}
