import { type Command, InvalidArgumentError } from 'commander'
import { fieldFiles } from '../../diagnostics/example-lines.ts'
import { count } from '../../model/counts.ts'
import { languageSchema } from '../../model/ids.ts'
import { type EntryKind, entryKinds } from '../entry-kinds.ts'
import { whereIs } from '../where.ts'
import { examples, inFolder, type Placed, tell } from './offer.ts'

/** Commands that read the texts, mend them and add to them. */
export function offerTextCommands(program: Command) {
  program
    .command('check')
    .description('Say everything that is wrong with the texts, in seconds')
    .addOption(inFolder())
    .option('--strict', 'fail on warnings too')
    .option('--drafts', 'read the parts that are not to be published yet as well')
    .addHelpText('after', examples('pamphlet check', 'pamphlet check --strict'))
    .action(async (options: Placed & { readonly strict?: true; readonly drafts?: true }) => {
      const { checkKept } = await import('../check-kept.ts')
      const { report, hasErrors, hasWarnings } = await checkKept(whereIs(options), options.drafts === true)
      if (report) console.warn(report)
      else process.stdout.write('Nothing is wrong with the texts.\n')
      if (hasErrors || (options.strict && hasWarnings)) process.exitCode = 1
    })

  program
    .command('fix')
    .description(
      'Mend what a program can, in texts and in YAML: quotation marks, dashes, spaces, addresses in <…>, ids in {…}, numbers of notes',
    )
    .addOption(inFolder())
    .option('--show', 'write nothing, show what would change')
    .option('-y, --yes', 'ask nothing: write what was shown')
    .addHelpText('after', examples('pamphlet fix', 'pamphlet fix --show', 'pamphlet fix --yes   # undo it with git'))
    .action(async ({ show, yes, ...options }: Placed & { readonly show?: true; readonly yes?: true }) => {
      const { content } = whereIs(options)
      const { findFixes, writeFixes } = await import('../fix.ts')
      const fixes = await findFixes(content)
      if (fixes.problem) return tell({ problem: fixes.problem })
      for (const path of fixes.left) console.warn(`${path} is left as it is: mended, it would have a mistake that it has not now.`)
      if (fixes.files.length === 0) return tell({ said: 'There is nothing to mend.' })
      process.stdout.write(`${fixes.shown}\n`)
      if (show || !(yes || (await isWanted(fixes.files.length)))) return tell({ said: 'Nothing is written. With --yes it would be.' })
      const problems = await writeFixes(content, fixes)
      tell(problems.length > 0 ? { problem: problems.join('\n') } : { said: `${count(fixes.files.length, 'file')} mended.` })
    })

  program
    .command('add')
    .description('Add a file or an entry with the fields it needs, to write over')
    .argument('<kind>', entryKinds.join(', '), kindOf)
    .argument('<title>', 'what it is called')
    .addOption(inFolder())
    .option('--id <id>', 'its file name or id, where it is not to be made of the title')
    .option('--kind <kind>', 'of a term or an event: its kind')
    .option('--date <day>', 'of an event: its day, as 1826-05-01')
    .option('--at <latitude,longitude>', 'of a place: degrees north and east, as 53.48,-2.24')
    .option('--author <name>', 'of a source: who wrote it, as “Orr, Ada”')
    .option('--year <year>', 'of a source: when it appeared')
    .option('--type <type>', 'of a source: book, article-journal, webpage …')
    .addHelpText(
      'after',
      examples(
        'pamphlet add part "The first lock"',
        'pamphlet add term "Lock keeper"',
        'pamphlet add source "The canals of the north" --author "Orr, Ada" --year 1911',
        'pamphlet add event "The lock opens" --date 1826-05-01',
        'pamphlet add place "Barton" --at 53.47,-2.35',
      ),
    )
    .action(async (kind: EntryKind, title: string, options: Placed & Parameters<typeof import('../add-entry.ts').addEntry>[3]) => {
      const { addEntry } = await import('../add-entry.ts')
      tell(await addEntry(whereIs(options).content, kind, title, options))
    })

  program
    .command('fields')
    .description('Explain the fields of a kind of file, each with a line as it is typed')
    .argument('[kind]', Object.keys(fieldFiles).join(', '))
    .addHelpText('after', examples('pamphlet fields series', 'pamphlet fields term'))
    .action(async (kind?: string) => {
      const { tellFields } = await import('../tell-fields.ts')
      process.exitCode = tellFields(kind)
    })

  program
    .command('words')
    .description('Put what the program says, in English, into a file of the manuscript: to be translated into a language it does not speak')
    .argument('[language]', 'as “nl”; the language of the series, unless given', languageOf)
    .addOption(inFolder())
    .option('--print', 'write nothing, show all of them in that language, where the program speaks it')
    .addHelpText('after', examples('pamphlet words nl', 'pamphlet words --print de'))
    .action(async (language: string | undefined, { print, ...options }: Placed & { readonly print?: true }) => {
      const { showWords, writeWords } = await import('../write-words.ts')
      if (print) process.stdout.write(showWords(language))
      else tell(await writeWords(whereIs(options).content, language))
    })
}

/** Whether who sits at the terminal wants it; where nobody does, nothing is written. */
async function isWanted(files: number): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const { confirm } = await import('@clack/prompts')
  return (await confirm({ message: `Write these changes into ${count(files, 'file')}?`, initialValue: true })) === true
}

function kindOf(typed: string): EntryKind {
  const kind = entryKinds.find((one) => one === typed)
  if (kind) return kind
  throw new InvalidArgumentError(`There are: ${entryKinds.join(', ')}.`)
}

function languageOf(typed: string): string {
  const { success, data } = languageSchema.safeParse(typed)
  if (success) return data
  throw new InvalidArgumentError('A language is a tag as “nl” or “pt-BR”.')
}
