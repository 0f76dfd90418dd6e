import type { Root } from 'mdast'
import type { Code, ParamsOf } from '../diagnostics/catalog.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { allConstructs } from './constructs/constructs.ts'
import { matchesIn } from './matches-in.ts'

/**
 * What an editor marks in the margin: typewriter’s characters, references that mean nothing in a note read alone, and
 * what each construct has to say: dates that are only words, quotations without their origin. All are warnings.
 *
 * @param months names of the months in the language of the series
 * @param quotationLimit in words, where the series has one of its own
 */
export function checkStyle(tree: Root, file: ManuscriptFile, months: readonly string[], quotationLimit?: number): Diagnostic[] {
  return [...checkCharacters(tree, file), ...allConstructs.flatMap(({ advise }) => advise?.({ tree, file, months, quotationLimit }) ?? [])]
}

type Rule = { [C in Code]: { readonly code: C; readonly pattern: RegExp; readonly params: (found: string) => ParamsOf<C> } }[Code]

const rules: readonly Rule[] = [
  { code: 'quote-straight', pattern: /["']/gu, params: (found) => ({ found }) },
  { code: 'space-double', pattern: /(?<=\S) {2,}(?=\S)/gu, params: () => ({}) },
  { code: 'hyphen-as-dash', pattern: / -{1,3} |(?<=\d)-(?=\d)|(?<=[\p{L}\p{N}”’)])-{2,3}(?=[\p{L}\p{N}“‘(])/gu, params: () => ({}) },
  { code: 'ibid', pattern: /\b(?:ibid|op\. ?cit|loc\. ?cit|idem)\b\.?/giu, params: (found) => ({ found }) },
]

function checkCharacters(tree: Root, file: ManuscriptFile): Diagnostic[] {
  return rules.flatMap((rule) =>
    matchesIn(tree, file, rule.pattern).map(({ found, span }) =>
      diagnose(rule.code, file.path, span, rule.params(found) as ParamsOf<typeof rule.code>),
    ),
  )
}
