import { Command } from 'commander'
import { readEnvironment } from '../environment.ts'
import { offerImportCommands } from './offers/import-commands.ts'
import { examples } from './offers/offer.ts'
import { offerPublishingCommands } from './offers/publishing-commands.ts'
import { offerSiteCommands } from './offers/site-commands.ts'
import { offerTextCommands } from './offers/text-commands.ts'
import { programVersion } from './program-version.ts'

// `pamphlet`: what a shell can ask for. Each command loads what it needs when it is asked for.

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

offerSiteCommands(program)
offerTextCommands(program)
offerImportCommands(program)
offerPublishingCommands(program)

await program.parseAsync().catch(async (error: unknown) => {
  const { isTheirs } = await import('../integration/is-theirs.ts')
  const isOurs = !isTheirs(error) || readEnvironment().PAMPHLET_DEBUG === '1'
  console.error(isOurs ? error : `\n${(error as Error).message}`)
  process.exitCode = 1
})
