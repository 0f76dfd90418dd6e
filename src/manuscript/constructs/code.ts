import type { Root } from 'mdast'
import { type BundledLanguage, bundledLanguages } from 'shiki/langs'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { nodesOf, spanOf } from '../nodes.ts'
import { spanIn } from '../yaml/span-in.ts'

/** Words behind the fence of a block of code that say it is in no language. */
const plain = ['text', 'txt', 'plain', 'plaintext', 'none', 'console']

const isBundled = (name: string): name is BundledLanguage => Object.hasOwn(bundledLanguages, name)

/** Whether there is a grammar by which code of that language is marked. */
export const isLanguageOfCode = (name: string): boolean => isBundled(name)

/** The grammar of a language, by one of its names. */
export const grammarOf = (name: string) => (isBundled(name) ? bundledLanguages[name] : undefined)

/** Finds blocks of code in languages that nobody knows here: they are printed without marks. */
export function checkCode(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const node of nodesOf(tree, 'code')) {
    const language = node.lang?.toLowerCase()
    if (!language || plain.includes(language) || isBundled(language)) continue
    const nearest = suggest(language, Object.keys(bundledLanguages))
    const span = spanIn(text, text.indexOf(node.lang ?? '', spanOf(node).start.offset), language.length)
    diagnostics.push(diagnose('code-language-unknown', path, span, { language: node.lang ?? '', ...(nearest && { nearest }) }))
  }
  return diagnostics
}
