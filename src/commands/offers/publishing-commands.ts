import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { type HostName, hostNames } from '../hosts.ts'
import { type Where, whereIs } from '../where.ts'
import { examples, inFolder, type Placed, tell } from './offer.ts'

/** Commands for a series that is out: hosts, archives, newer programs, addresses. */
export function offerPublishingCommands(program: Command) {
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
      const { publishTo } = await import('../publish-to.ts')
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
      const { depositSite } = await import('../../integration/site/deposit.ts')
      const { home, outDir } = whereIs(options)
      tell({ said: await depositSite(outDir, to === undefined ? join(home, 'deposit') : resolve(to)) })
    })

  program
    .command('upgrade')
    .description('Bring the files to the form of this program, and say what has changed')
    .addOption(inFolder())
    .addHelpText('after', examples('pamphlet upgrade'))
    .action(async (options: Placed) => {
      const { upgrade } = await import('../upgrade.ts')
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
      const { tellPermalinks } = await import('../run-permalinks.ts')
      const asked = { writes: !options.show, isAnew: options.anew === true, confirmed: options.confirm ?? [] }
      process.exitCode = await tellPermalinks(whereIs(options).content, asked)
    })
}

/** Builds into a folder of a server: the last site stays until the new one is whole, and then goes in one step. */
async function publishToFolder(where: Where, { to, address }: { readonly to?: string; readonly address?: string }) {
  if (!to) return tell({ problem: 'Say which folder: pamphlet publish folder --to /var/www/series' })
  const { refusalOf } = await import('../publish-to.ts')
  const problem = await refusalOf(where, address)
  if (problem) return tell({ problem })
  const { buildSite } = await import('../../integration/run-astro.ts')
  await buildSite({ ...where, options: { ...(address !== undefined && { address }) } })
}

function hostOf(typed: string): HostName | 'folder' {
  const host = [...hostNames, 'folder' as const].find((one) => one === typed)
  if (host) return host
  throw new InvalidArgumentError(`There are: ${hostNames.join(', ')} and folder.`)
}
