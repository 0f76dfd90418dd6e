import { count } from '../model/counts.ts'
import { programCommand } from '../model/program-command.ts'
import type { Import, Outcome } from './import-works.ts'

/**
 * What an import did, for people: a line for each work that is new, changed, left out or of which there is something to
 * say, at its place in the import file, and a summary. Works that are here as they are there are only counted.
 */
export function printImport({ outcomes, written }: Import, isShown: boolean): string {
  const told = outcomes.filter(({ became, remarks }) => became !== 'same' || remarks.length > 0)
  const lines = told.flatMap((outcome) => [
    `${outcome.file}:${outcome.line}  ${outcome.name}  ${fateOf(outcome, isShown)}`,
    ...outcome.remarks.map((remark) => `  ${outcome.file}:${remark.line}  ${remark.says}.`),
  ])
  const many = (became: Outcome['became']) => outcomes.filter((outcome) => outcome.became === became).length
  const summary = [
    `${count(outcomes.length, 'work')} read: ${many('new')} new, ${many('updated')} updated, ${many('same')} unchanged, ${many('left out')} left out.`,
    isShown ? 'Nothing was written: this only shows what would be.' : `${count(written.length, 'file')} written.`,
    ...(outcomes.some(({ remarks }) => remarks.some(({ says }) => says.startsWith('kept ')))
      ? ['Fields of yours that differ were kept; “--overwrite”, or “--overwrite=title,issued”, replaces them.']
      : []),
    ...(many('left out') > 0 ? ['Correct what was left out in its file, and import it again: what is here already stays.'] : []),
    ...(many('new') > 0 && !isShown
      ? [
          `Nothing cites the new sources yet: cite each, or give it “further-reading: true”; until then “${programCommand('check')}” names it.`,
        ]
      : []),
  ]
  return [...lines, ...(lines.length > 0 ? [''] : []), ...summary].join('\n')
}

function fateOf({ became, source, changed }: Outcome, isShown: boolean): string {
  const file = `sources/${source}.yaml`
  switch (became) {
    case 'new':
      return `${isShown ? 'would be new' : 'new'}: ${file}`
    case 'updated':
      return `${isShown ? 'would update' : 'updated'} ${file}: ${changed.join(', ')}`
    case 'same':
      return `unchanged: ${file}`
    case 'left out':
      return 'left out'
  }
}
