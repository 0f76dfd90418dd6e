import { count } from '../../model/counts.ts'
import { programCommand } from '../../model/program-command.ts'
import type { ManuscriptImport } from './import-manuscript.ts'

/** What became of a foreign manuscript, for people: what was taken, what was read otherwise, and what was left out, with its place. */
export function printManuscript(
  { path, problem, part, title, counts, losses, difference, written, pictures }: ManuscriptImport,
  isShown: boolean,
): string {
  const target = `parts/${part}.mdx`
  const said = losses.map(({ place, says, line }) => `  ${path}, ${place}: ${says}.${line === undefined ? '' : ` Now ${target}:${line}.`}`)
  if (problem !== undefined) return [`${path}  left out`, `  ${problem}.`, ...said].join('\n')
  const isSame = difference && difference.added.length + difference.gone.length === 0
  const fate = isSame
    ? `is ${target} already, and nothing in it is new`
    : difference
      ? `${target} is there already`
      : isShown
        ? `would be ${target}`
        : `is now ${target}`
  const others = [...written, ...pictures]
    .filter(({ path: file }) => file !== target)
    .map(({ path: file }) => `  ${isShown ? 'would write' : 'written'}: ${file}`)
  const differs = difference && !isSame ? differencesIn(difference) : []
  const next = isShown ? ['  Nothing was written: this only shows what would be.'] : difference ? [] : [reading]
  return [`${path}  ${fate}`, ...(counts ? [`  “${title}”: ${taken(counts)}.`] : []), ...said, ...others, ...differs, ...next].join('\n')
}

const reading = `  Read it through, and run “${programCommand('check')}”.`

/** What was taken; of what is not in every text, only what is there. */
function taken({ paragraphs, headings, notes, citations, pictures, mentions, proposals }: NonNullable<ManuscriptImport['counts']>): string {
  const always = [count(paragraphs, 'paragraph'), count(headings, 'heading'), count(notes, 'note'), count(citations, 'citation')]
  const some = [
    ...(pictures > 0 ? [count(pictures, 'picture')] : []),
    ...(mentions > 0 ? [count(mentions, 'linked term')] : []),
    ...(proposals > 0 ? [count(proposals, 'proposed source')] : []),
  ]
  return [...always, ...some].join(', ')
}

const shownMost = 20

function differencesIn({ added, gone }: NonNullable<ManuscriptImport['difference']>): string[] {
  const listed = (blocks: readonly string[], sign: string) => [
    ...blocks.slice(0, shownMost).map((block) => `    ${sign} ${short(block)}`),
    ...(blocks.length > shownMost ? [`    ${sign} and ${blocks.length - shownMost} more`] : []),
  ]
  return [
    `  It differs in ${count(added.length, 'block')} that would be new and ${count(gone.length, 'block')} that would go; nothing was written.`,
    ...listed(gone, '-'),
    ...listed(added, '+'),
    '  “--overwrite” replaces it, and keeps the ids of its notes; “--slug=name” makes another part of it.',
  ]
}

const short = (block: string) => (block.length > 90 ? `${block.slice(0, 90)}…` : block).replaceAll('\n', ' ')
