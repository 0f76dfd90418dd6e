import type { Words } from '../../locales/words.ts'
import { certaintyLevels } from '../../model/certainty.ts'
import type { SearchedCertainty } from '../../model/search.ts'
import type { SearchRecord } from './records.ts'

/** What the manifest says of how sure the records are, surest first; nothing where nobody says so of any. */
export function searchedCertainty(records: readonly SearchRecord[], words: Words): SearchedCertainty | undefined {
  const levels = certaintyLevels.flatMap((level) => {
    const numbers = records.flatMap(({ certainty = [] }, number) => (certainty.includes(level) ? [number] : []))
    return numbers.length > 0 ? [{ level, label: words.say(`certainty.${level}`), records: numbers }] : []
  })
  return levels.length > 0 ? { label: words.say('certainty.label'), levels } : undefined
}
