import { type Command, Option } from 'commander'
import { type HostName, hostNames } from '../hosts.ts'
import { whereIs } from '../where.ts'
import { atPort, examples, inFolder, type Placed } from './offer.ts'

type Built = Placed & {
  readonly address?: string
  readonly drafts?: true
  readonly editions?: string
  readonly verbose?: true
  readonly for?: HostName
}
type Served = Placed & { readonly port?: number; readonly host?: string }
type Shown = Served & { readonly translation?: string }

/** Commands that show, build and serve the site. */
export function offerSiteCommands(program: Command) {
  program
    .command('dev')
    .description('Show the site while you write: each saved change at once')
    .addOption(inFolder())
    .addOption(atPort())
    .option('--host <name>', 'where the server listens; 0.0.0.0 for other machines of the network')
    .option('--translation <language>', 'the only language that is shown, by the name of its folder in “translations”; all unless given')
    .addHelpText('after', examples('pamphlet dev', 'pamphlet dev --port 8080', 'pamphlet dev --translation de'))
    .action(async ({ translation, ...options }: Shown) => {
      const { serveDrafts } = await import('../../integration/run-astro.ts')
      await serveDrafts({ ...options, ...whereIs(options), options: { ...(translation !== undefined && { translation }) } })
    })

  program
    .command('build')
    .description('Build the finished site, into “dist” beside the manuscript')
    .addOption(inFolder())
    .option('--out <folder>', 'where to put the site')
    .option('--address <url>', 'where the site will live; goes before “address:” in series.yaml')
    .option('--drafts', 'with the parts that are not to be published yet')
    .option(
      '--editions <names>',
      'what is made: “web” is the site alone, “web,epub,pdf” an e-book and books on paper too; all unless given',
    )
    .option('--verbose', 'say all that is done, each warning in its place, and what it costs')
    .addOption(new Option('--for <host>', 'with the files that a host looks for in a site').choices(hostNames))
    .addHelpText(
      'after',
      examples('pamphlet build', 'pamphlet build --editions web', 'pamphlet build --out public --address https://example.org/series/'),
    )
    .action(async ({ address, drafts, editions, verbose, for: host, ...options }: Built) => {
      const { buildSite } = await import('../../integration/run-astro.ts')
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
      const { writeForHost } = await import('../files-in-site.ts')
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
      const { serveSite } = await import('../../integration/run-astro.ts')
      await serveSite({ ...options, ...whereIs(options) })
    })
}
