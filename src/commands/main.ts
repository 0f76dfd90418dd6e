import { join, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { fieldFiles } from '../diagnostics/example-lines.ts'
import { readEnvironment } from '../environment.ts'
import { count } from '../model/counts.ts'
import { fileIdSchema } from '../model/ids.ts'
import { type EntryKind, entryKinds } from './entry-kinds.ts'
import { type HostName, hostNames } from './hosts.ts'
import { programVersion } from './program-version.ts'
import { type Where, whereIs } from './where.ts'

// `pamphlet`: what a shell can ask for. Each command loads what it needs when it is asked for.

type Placed = { readonly content?: string; readonly out?: string }
type Built = Placed & {
  readonly address?: string
  readonly drafts?: true
  readonly editions?: string
  readonly verbose?: true
  readonly for?: HostName
}
type Imported = Placed &
  Readonly<Partial<Record<'show' | 'overwrite' | 'whole' | 'linkTerms', true>>> &
  Readonly<Partial<Record<'title' | 'slug' | 'encoding', string>>>
type Exported = Placed & Readonly<Partial<Record<'md' | 'overwrite', true>>> & { readonly out?: string }
type Served = Placed & { readonly port?: number; readonly host?: string }

const inFolder = () =>
  new Option('--content <folder>', 'the manuscript: the folder that holds series.yaml (this one, or content/, unless given)')
const atPort = () => new Option('--port <number>', 'the port of the server').argParser(portOf)
const examples = (...lines: readonly string[]) => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`

const program = new Command('pamphlet')
  .description('Turns a footnoted essay series into a website to read, search, cite and keep.')
  .version(programVersion)
  .showSuggestionAfterError()
  .showHelpAfterError('Run with --help for what there is.')
  .addHelpText('after', examples('pamphlet new my-series', 'pamphlet add part "The first lock"', 'pamphlet dev', 'pamphlet build'))

program
  .command('new')
  .description('Begin a series: a folder with a first part to write over')
  .argument('<folder>', 'a folder that is not there yet or holds no series; “.” is this one')
  .option('--title <words>', 'what the series is called')
  .option('--author <name>', 'who writes it: “Ada Orr”')
  .option('--language <tag>', 'the language of the texts, as “en” or “de”')
  .option('--licence <words>', 'the licence of the texts, as “CC BY 4.0”; all rights are reserved unless given')
  .option('--address <url>', 'where the site will live, as https://example.org/series/')
  .option('-y, --yes', 'ask nothing: take what is given, and defaults for the rest')
  .addHelpText(
    'after',
    examples('pamphlet new my-series', 'pamphlet new . --title "The canal" --author "Ada Orr" --licence "CC BY 4.0" --yes'),
  )
  .action(async (folder: string, options: Parameters<typeof import('./new-series.ts').newSeries>[1]) => {
    const { newSeries } = await import('./new-series.ts')
    process.exitCode = await newSeries(folder, options)
  })

program
  .command('dev')
  .description('Show the site while you write: each saved change at once')
  .addOption(inFolder())
  .addOption(atPort())
  .option('--host <name>', 'where the server listens; 0.0.0.0 for other machines of the network')
  .addHelpText('after', examples('pamphlet dev', 'pamphlet dev --port 8080'))
  .action(async (options: Served) => {
    const { serveDrafts } = await import('../integration/run-astro.ts')
    await serveDrafts({ ...options, ...whereIs(options) })
  })

program
  .command('build')
  .description('Build the finished site, into “dist” beside the manuscript')
  .addOption(inFolder())
  .option('--out <folder>', 'where to put the site')
  .option('--address <url>', 'where the site will live; goes before “address:” in series.yaml')
  .option('--drafts', 'with the parts that are not to be published yet')
  .option('--editions <names>', 'what is made: “web” is the site alone, “web,epub,pdf” an e-book and books on paper too; all unless given')
  .option('--verbose', 'say all that is done, each warning in its place, and what it costs')
  .addOption(new Option('--for <host>', 'with the files that a host looks for in a site').choices(hostNames))
  .addHelpText(
    'after',
    examples('pamphlet build', 'pamphlet build --editions web', 'pamphlet build --out public --address https://example.org/series/'),
  )
  .action(async ({ address, drafts, editions, verbose, for: host, ...options }: Built) => {
    const { buildSite } = await import('../integration/run-astro.ts')
    const where = whereIs(options)
    await buildSite({
      ...where,
      options: {
        ...(address !== undefined && { address }),
        ...(drafts && { drafts: 'on' }),
        ...(editions !== undefined && { editions }),
        ...(verbose && { verbose: 'on' }),
      },
    })
    if (!host) return
    const { writeForHost } = await import('./files-in-site.ts')
    const problems = await writeForHost(host, where.outDir, where.content)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  })

program
  .command('serve')
  .description('Serve the site that was built, as a host will')
  .addOption(inFolder())
  .addOption(atPort())
  .option('--out <folder>', 'where the site was put')
  .addHelpText('after', examples('pamphlet build && pamphlet serve'))
  .action(async (options: Served) => {
    const { serveSite } = await import('../integration/run-astro.ts')
    await serveSite({ ...options, ...whereIs(options) })
  })

program
  .command('check')
  .description('Say everything that is wrong with the texts, in seconds')
  .addOption(inFolder())
  .option('--strict', 'fail on warnings too')
  .option('--drafts', 'read the parts that are not to be published yet as well')
  .addHelpText('after', examples('pamphlet check', 'pamphlet check --strict'))
  .action(async (options: Placed & { readonly strict?: true; readonly drafts?: true }) => {
    const { runCheck } = await import('./run-check.ts')
    const { report, hasErrors, hasWarnings } = await runCheck(whereIs(options).content, options.drafts === true)
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
    const { findFixes, writeFixes } = await import('./fix.ts')
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
  .action(async (kind: EntryKind, title: string, options: Placed & Parameters<typeof import('./add-entry.ts').addEntry>[3]) => {
    const { addEntry } = await import('./add-entry.ts')
    tell(await addEntry(whereIs(options).content, kind, title, options))
  })

program
  .command('fields')
  .description('Explain the fields of a kind of file, each with a line as it is typed')
  .argument('[kind]', Object.keys(fieldFiles).join(', '))
  .addHelpText('after', examples('pamphlet fields series', 'pamphlet fields term'))
  .action(async (kind?: string) => {
    const { tellFields } = await import('./tell-fields.ts')
    process.exitCode = tellFields(kind)
  })

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
    async (files: string[], options: Placed & { readonly show?: true; readonly overwrite?: true | string; readonly encoding?: string }) => {
      const { importFrom } = await import('./run-import.ts')
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
    const { importManuscripts } = await import('./run-import-manuscript.ts')
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
    const { runExport } = await import('./run-export.ts')
    const format = md ? ('md' as const) : ('docx' as const)
    tell(await runExport(whereIs(placed).content, part, { format, ...(out && { out }), ...(overwrite && { overwrites: true as const }) }))
  })

program
  .command('publish')
  .description('Write what a host needs to build and publish the site by itself, or put the site into a folder')
  .argument('<host>', `${hostNames.join(', ')} or folder`, hostOf)
  .addOption(inFolder())
  .option('--address <url>', 'where the site will live, where series.yaml does not say it')
  .option('--to <folder>', 'for “folder”: where to put the site, which may be on another disk')
  .addHelpText('after', examples('pamphlet publish github', 'pamphlet publish folder --to /var/www/series'))
  .action(async (host: HostName | 'folder', options: Placed & { readonly address?: string; readonly to?: string }) => {
    const where = whereIs({ ...options, ...(host === 'folder' && options.to && { out: options.to }) })
    if (host === 'folder') return await publishToFolder(where, options)
    const { publishTo } = await import('./publish-to.ts')
    tell(await publishTo(host, where, options.address))
  })

program
  .command('deposit')
  .description('Write the site that was built as an archive for a library to keep: BagIt, with checksums')
  .addOption(inFolder())
  .option('--out <folder>', 'where the site was put')
  .option('--to <folder>', 'where to put the archive; “deposit” beside the site unless given')
  .addHelpText('after', examples('pamphlet build && pamphlet deposit', 'pamphlet deposit --to ../archive'))
  .action(async ({ to, ...options }: Placed & { readonly to?: string }) => {
    const { depositSite } = await import('../integration/deposit.ts')
    const { home, outDir } = whereIs(options)
    tell({ said: await depositSite(outDir, to === undefined ? join(home, 'deposit') : resolve(to)) })
  })

program
  .command('upgrade')
  .description('Bring the files to the form of this program, and say what has changed')
  .addOption(inFolder())
  .addHelpText('after', examples('pamphlet upgrade'))
  .action(async (options: Placed) => {
    const { upgrade } = await import('./upgrade.ts')
    tell(await upgrade(whereIs(options).content))
  })

program
  .command('permalinks')
  .description('Show which addresses are new, changed or lost, and record the new ones')
  .addOption(inFolder())
  .option('--show', 'write nothing')
  .option('--anew', 'begin a new ledger where the old one is lost')
  .option('--confirm <address...>', 'of a translation that follows the original as it is now: /de/part-1/#p-abcde, or /de/')
  .addHelpText('after', examples('pamphlet permalinks --show', 'pamphlet permalinks'))
  .action(async (options: Placed & { readonly show?: true; readonly anew?: true; readonly confirm?: string[] }) => {
    const { tellPermalinks } = await import('./run-permalinks.ts')
    const asked = { writes: !options.show, isAnew: options.anew === true, confirmed: options.confirm ?? [] }
    process.exitCode = await tellPermalinks(whereIs(options).content, asked)
  })

await program.parseAsync().catch(async (error: unknown) => {
  const { isTheirs } = await import('../integration/run-astro.ts')
  const isOurs = !isTheirs(error) || readEnvironment().PAMPHLET_DEBUG === '1'
  console.error(isOurs ? error : `\n${(error as Error).message}`)
  process.exitCode = 1
})

/** Whether who sits at the terminal wants it; where nobody does, nothing is written. */
async function isWanted(files: number): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const { confirm } = await import('@clack/prompts')
  return (await confirm({ message: `Write these changes into ${count(files, 'file')}?`, initialValue: true })) === true
}

/** Builds into a folder of a server: the last site stays until the new one is whole, and then goes in one step. */
async function publishToFolder(where: Where, { to, address }: { readonly to?: string; readonly address?: string }) {
  if (!to) return tell({ problem: 'Say which folder: pamphlet publish folder --to /var/www/series' })
  const { refusalOf } = await import('./publish-to.ts')
  const problem = await refusalOf(where, address)
  if (problem) return tell({ problem })
  const { buildSite } = await import('../integration/run-astro.ts')
  await buildSite({ ...where, options: { ...(address !== undefined && { address }) } })
}

function tell({ said, problem }: { readonly said?: string; readonly problem?: string }) {
  if (said) process.stdout.write(`${said}\n`)
  if (!problem) return
  console.error(problem)
  process.exitCode = 1
}

function hostOf(typed: string): HostName | 'folder' {
  const host = [...hostNames, 'folder' as const].find((one) => one === typed)
  if (host) return host
  throw new InvalidArgumentError(`There are: ${hostNames.join(', ')} and folder.`)
}

function slugFrom(typed: string): string {
  if (fileIdSchema.safeParse(typed).success) return typed
  throw new InvalidArgumentError('A name has lower-case letters, digits and single hyphens.')
}

function portOf(typed: string): number {
  const port = Number(typed)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new InvalidArgumentError('A port is a number from 1 to 65535.')
}

function kindOf(typed: string): EntryKind {
  const kind = entryKinds.find((one) => one === typed)
  if (kind) return kind
  throw new InvalidArgumentError(`There are: ${entryKinds.join(', ')}.`)
}
