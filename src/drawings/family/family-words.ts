import { sayYear } from '../../locales/say-year.ts'
import type { Words } from '../../locales/words.ts'
import { numbersOf } from '../../model/dates/calendars.ts'
import type { Family, Tie } from './family.ts'

const verbs = {
  split: 'family.splitFrom',
  part: 'family.partOf',
  merger: 'family.mergedInto',
  succession: 'family.succeeded',
} as const satisfies Record<Tie['kind'], string>

/** A tie as a line of a list: “Bolsheviks: split from the RSDLP, 1903”. */
export type TieInWords = { readonly id: string; readonly href: string; readonly label: string; readonly says: string }

/** What the drawing shows, in words and in order of time: its text alternative. */
export function familyInWords({ members, ties }: Family, words: Words): TieInWords[] {
  const member = new Map(members.map((one) => [one.id, one]))
  return ties.flatMap(({ kind, from, to, when, note }) => {
    const [one, other] = (kind === 'merger' ? [from, to] : [to, from]).map((id) => member.get(id))
    if (!one || !other) return []
    const tie = words.say(verbs[kind], { other: withArticle(other.label, words) })
    const date = dateInWords(when, words)
    const dated = date ? words.say(kind === 'part' ? 'family.datedFrom' : 'family.dated', { tie, date }) : tie
    return [{ id: one.id, href: one.href, label: one.label, says: `${dated}${note ? ` (${note})` : ''}` }]
  })
}

/** “the Bolsheviks”, where the language has an article and the name does not begin with it. */
function withArticle(name: string, words: Words): string {
  const [article] = words.pieces('family.name')
  const isThere = typeof article === 'string' && name.toLowerCase().startsWith(article.toLowerCase())
  return isThere ? name : words.say('family.name', { name })
}

/** “1903”, “August 1903”; a day is cut to its month. */
function dateInWords(iso: string, words: Words): string {
  const [year = 0, month] = numbersOf(iso)
  if (!month) return iso && sayYear(year, words)
  const name = new Intl.DateTimeFormat(words.locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1))
  return `${name} ${sayYear(year, words)}`
}
