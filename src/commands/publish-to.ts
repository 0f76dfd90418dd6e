import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { readEnvironment } from '../environment.ts'
import { readFiles, writeFiles } from '../manuscript/files.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import { siteAddressSchema } from '../model/addresses.ts'
import { programCommand } from '../model/program-command.ts'
import { type HostName, hosts } from './hosts.ts'
import type { Where } from './where.ts'

type Outcome = { readonly said?: string; readonly problem?: string }

/** Writes what a host needs to build and publish a series by itself, and says what is left to do. Nothing is sent anywhere. */
export async function publishTo(name: HostName, { home, content }: Where, said: string | undefined): Promise<Outcome> {
  const { series } = readManuscript(await readFiles(content)).manuscript
  if (!series)
    return { problem: `There is no series in ${content} that could be published: “${programCommand('check')}” says what is missing.` }
  const address = said ?? series.file.address
  if (!address || !siteAddressSchema.safeParse(address).success) return { problem: noAddress }
  const { file, next } = hosts[name]
  const text = file.text({ name: series.file.slug })
  const there = existsSync(join(home, file.path)) ? readFileSync(join(home, file.path), 'utf8') : undefined
  if (there !== undefined && there !== text)
    return { problem: `${file.path} is there already and says something else; it stays as it is. To have it written anew, move it away.` }
  const problems = await writeFiles(home, [{ path: file.path, text }])
  if (problems.length > 0) return { problem: problems.join('\n') }
  const steps = [...(series.file.address ? [] : [`Write “address: ${address}” into series.yaml.`]), ...next(address), ...packageSteps(home)]
  return { said: `${file.path} is written.\n\nNext:\n${steps.map((step) => `  ${step}`).join('\n')}` }
}

const noAddress =
  'Nobody has said where the site will live. Write it into series.yaml, as “address: https://example.org/series/”, and give the command again.'

/**
 * Why a site is not put into a folder of a server: it has no address; nothing where it has one, or where the build will
 * say what is wrong.
 */
export async function refusalOf({ content }: Where, said: string | undefined): Promise<string | undefined> {
  const { series } = readManuscript(await readFiles(content)).manuscript
  return !series || said || readEnvironment().SITE_URL || series.file.address ? undefined : noAddress
}

/** A host installs what package.json names; a file on this computer it cannot reach. */
function packageSteps(home: string): string[] {
  const path = join(home, 'package.json')
  const named = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).dependencies?.pamphlet : undefined
  if (named === undefined)
    return [
      'package.json does not name the program yet: give “npm install” with the package of Pamphlet, and commit package.json and package-lock.json.',
    ]
  const file = typeof named === 'string' && named.startsWith('file:') ? named.slice('file:'.length) : undefined
  const isOutside = file !== undefined && (isAbsolute(file) ? relative(home, file).startsWith('..') : file.startsWith('..'))
  return isOutside
    ? [
        `package.json names the program as a file on this computer, ${file}: copy that file into this folder, give “npm install ./${file.split(/[\\/]/u).at(-1)}”, and commit it too.`,
      ]
    : []
}
