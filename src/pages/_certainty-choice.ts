import type { Words } from '../locales/words.ts'
import { type Certainty, certaintyLevels } from '../model/certainty.ts'

type Entry = { readonly certainty?: Certainty | undefined }

/** The choice of a list’s filter by how sure its entries are; none where nobody says so of any. */
export function certaintyChoice(
  entries: readonly Entry[],
  words: Words,
): { name: string; label: string; options: { value: string; label: string }[] }[] {
  const said = new Set(entries.flatMap(({ certainty }) => certainty?.level ?? []))
  const options = certaintyLevels
    .filter((level) => said.has(level))
    .map((level) => ({ value: level, label: words.say(`certainty.${level}`) }))
  return options.length > 0 ? [{ name: 'certainty', label: words.say('certainty.label'), options }] : []
}
