import type { Family, Tie } from './family.ts'

const verbs = {
  split: 'split from',
  part: 'part of',
  merger: 'merged into',
  succession: 'succeeded',
} satisfies Record<Tie['kind'], string>

/** A tie as a line of a list: “Bolsheviks: split from the RSDLP, 1903”. */
export type TieInWords = { readonly id: string; readonly href: string; readonly label: string; readonly words: string }

/** What the drawing shows, in words and in order of time: its text alternative. */
export function familyInWords({ members, ties }: Family, language: string): TieInWords[] {
  const member = new Map(members.map((one) => [one.id, one]))
  return ties.flatMap(({ kind, from, to, when, note }) => {
    const [one, other] = (kind === 'merger' ? [from, to] : [to, from]).map((id) => member.get(id))
    if (!one || !other) return []
    const date = dateInWords(when, language)
    const dated = date && (kind === 'part' ? ` from ${date}` : `, ${date}`)
    return [
      {
        id: one.id,
        href: one.href,
        label: one.label,
        words: `${verbs[kind]} ${withArticle(other.label)}${dated}${note ? ` (${note})` : ''}`,
      },
    ]
  })
}

const withArticle = (name: string) => (/^the\s/iu.test(name) ? name : `the ${name}`)

/** “1903”, “August 1903”; a day is cut to its month. */
function dateInWords(iso: string, language: string): string {
  const [year = '', month] = iso.split('-')
  if (!month) return year
  return `${new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, Number(month) - 1))} ${year}`
}
