import { type Command, InvalidArgumentError } from 'commander'
import { fileIdSchema } from '../../model/ids.ts'
import { whereIs } from '../where.ts'
import { examples, inFolder, type Placed, tell } from './offer.ts'

type Imported = Placed &
  Readonly<Partial<Record<'show' | 'overwrite' | 'whole' | 'linkTerms', true>>> &
  Readonly<Partial<Record<'title' | 'slug' | 'encoding', string>>>
type Exported = Placed & Readonly<Partial<Record<'md' | 'overwrite', true>>> & { readonly out?: string }

/** Commands that take in works and manuscripts, and hand parts out. */
export function offerImportCommands(program: Command) {
  program
    .command('sources')
    .description('Take works from BibTeX, RIS and CSL-JSON files into sources/')
    .argument('<files...>', 'files that end in .bib, .ris or .json')
    .addOption(inFolder())
    .option('--show', 'write nothing, say what would be')
    .option('--overwrite [fields]', 'replace fields that differ; with names, as title,issued, only these')
    .option('--encoding <name>', 'what files are in that are not UTF-8, as windows-1252')
    .addHelpText('after', examples('pamphlet sources library.bib', 'pamphlet sources --show library.bib'))
    .action(
      async (
        files: string[],
        options: Placed & { readonly show?: true; readonly overwrite?: true | string; readonly encoding?: string },
      ) => {
        const { importFrom } = await import('../run-import.ts')
        const { overwrite } = options
        const fields = typeof overwrite === 'string' ? overwrite.split(',') : undefined
        const code = await importFrom(files, whereIs(options).content, {
          isShown: options.show === true,
          encoding: options.encoding,
          overwrites: (field) => overwrite !== undefined && (fields === undefined || fields.includes(field)),
        })
        process.exitCode = code
      },
    )

  program
    .command('import')
    .description('Make parts of texts of other programs, with their notes, pictures and citations')
    .argument('<files...>', 'files that end in .docx, .odt, .epub, .html, .md, .tex or .txt')
    .addOption(inFolder())
    .option('--show', 'write nothing, say what would be')
    .option('--overwrite', 'replace a part of that name; without it the difference is shown')
    .option('--whole', 'make one part of a book (.epub) of several chapters')
    .option('--link-terms', 'link the terms of the glossary where a section first names them')
    .option('--title <words>', 'what the part is called, where the text does not say it rightly')
    .option('--slug <name>', 'the file name of the part', slugFrom)
    .option('--encoding <name>', 'what a file is in that is not UTF-8, as windows-1252')
    .addHelpText('after', examples('pamphlet import essay.docx', 'pamphlet import --show essay.html'))
    .action(async (files: string[], { show, overwrite, whole, linkTerms, title, slug, encoding, ...placed }: Imported) => {
      const { importManuscripts } = await import('../run-import-manuscript.ts')
      if (slug && files.length > 1) return tell({ problem: '“--slug” is the name of one part: give one file with it.' })
      process.exitCode = await importManuscripts(files, whereIs(placed).content, {
        isShown: show === true,
        isWhole: whole === true,
        ...(title && { title }),
        ...(slug && { slug }),
        ...(encoding && { encoding }),
        ...(overwrite && { overwrites: true as const }),
        ...(linkTerms && { linksTerms: true as const }),
      })
    })

  program
    .command('export')
    .description('Write a part as a Word document or as Markdown, for editors and peer review; “import” reads it back')
    .argument('<part>', 'the file name of the part: part-1')
    .addOption(inFolder())
    .option('--docx', 'a Word document, with footnotes and with citations that Zotero knows (unless --md)')
    .option('--md', 'Markdown as Pandoc reads it, with the pictures beside it')
    .option('--out <file>', 'where to write it; <part>.docx or <part>.md unless given')
    .option('--overwrite', 'replace a file that is there')
    .addHelpText('after', examples('pamphlet export part-1 --docx', 'pamphlet export part-1 --md --out review/part-1.md'))
    .action(async (part: string, { md, out, overwrite, ...placed }: Exported) => {
      const { runExport } = await import('../run-export.ts')
      const format = md ? ('md' as const) : ('docx' as const)
      tell(await runExport(whereIs(placed).content, part, { format, ...(out && { out }), ...(overwrite && { overwrites: true as const }) }))
    })
}

function slugFrom(typed: string): string {
  if (fileIdSchema.safeParse(typed).success) return typed
  throw new InvalidArgumentError('A name has lower-case letters, digits and single hyphens.')
}
