import { count } from '../../model/counts.ts'
import type { ManuscriptImport } from './import-manuscript.ts'

/** What became of a foreign manuscript, for people: what was taken, what was read otherwise, and what was left out, with its place. */
export function printManuscript(
  { path, problem, part, title, counts, losses, difference, written }: ManuscriptImport,
  isShown: boolean,
): string {
  if (problem !== undefined) return `${path}  left out\n  ${problem}.`
  const target = `parts/${part}.mdx`
  const fate = difference ? `${target} is there already` : isShown ? `would be ${target}` : `is now ${target}`
  const taken = counts
    ? [
        `  “${title}”: ${count(counts.paragraphs, 'paragraph')}, ${count(counts.headings, 'heading')}, ${count(counts.notes, 'note')}, ${count(counts.citations, 'citation')}.`,
      ]
    : []
  const said = losses.map(({ place, says }) => `  ${path}, ${place}: ${says}.`)
  const others = written
    .filter(({ path: file }) => file !== target)
    .map(({ path: file }) => `  ${isShown ? 'would write' : 'written'}: ${file}`)
  const differs = difference
    ? [
        `  It differs in ${count(difference.added.length, 'block')} that would be new and ${count(difference.gone.length, 'block')} that would go; nothing was written.`,
        ...difference.gone.slice(0, 5).map((block) => `    - ${short(block)}`),
        ...difference.added.slice(0, 5).map((block) => `    + ${short(block)}`),
        '  “--overwrite” replaces it, and keeps the ids of notes whose words are the same; “--slug=name” makes another part of it.',
      ]
    : []
  return [
    `${path}  ${fate}`,
    ...taken,
    ...said,
    ...others,
    ...differs,
    ...(isShown
      ? ['  Nothing was written: this only shows what would be.']
      : difference
        ? []
        : ['  Read it through, and run “npm run check:texts”.']),
  ].join('\n')
}

const short = (block: string) => (block.length > 90 ? `${block.slice(0, 90)}…` : block).replaceAll('\n', ' ')
