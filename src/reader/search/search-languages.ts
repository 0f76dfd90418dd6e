import { say } from '../../locales/say.ts'
import type { SearchedLanguage } from '../../model/search.ts'
import { keep, kept } from '../choices/kept.ts'
import { choiceButton, row } from './search-filters.ts'
import { element } from './search-results.ts'

/** Where a reader looks: in the language of the page, or in all that the series has. */
export type Scope = 'own' | 'all'

const host = 'search-languages'

/** The other languages of the series, as the page names them; none where there is one. */
export const otherLanguages = (): readonly SearchedLanguage[] =>
  JSON.parse(document.querySelector<HTMLElement>(host)?.dataset.languages ?? '[]')

/** What was chosen last in this visit. */
export const lastScope = (): Scope => (kept('search-languages', 'sessionStorage') === 'all' ? 'all' : 'own')

export const keepScope = (scope: Scope) => keep('search-languages', scope, 'sessionStorage')

/** The choice between this language and all of them; where only this one can be asked, that it is so. */
export function languagesRow(languages: readonly SearchedLanguage[], canAsk: boolean, scope: Scope, choose: (scope: Scope) => void) {
  if (languages.length === 0) return []
  const language = document.querySelector<HTMLElement>(host)?.dataset.name ?? ''
  if (!canAsk) return [element('p', { class: 'search-offers' }, say(host, 'alone', { language }))]
  const button = (label: string, value: Scope) => choiceButton(label, undefined, value === scope, `languages-${value}`, () => choose(value))
  return [row(say(host, 'choice'), button(language, 'own'), button(say(host, 'all'), 'all'))]
}

/** That all which was found is in other languages, and which of them could not be asked. */
export const remarksOn = (isElsewhere: boolean, unreached: readonly SearchedLanguage[]): string[] => [
  ...(isElsewhere ? [say(host, 'elsewhere')] : []),
  ...unreached.map(({ name }) => say(host, 'unreached', { language: name })),
]
