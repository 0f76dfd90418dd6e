import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeDeposit } from '../../editions/deposit/write-deposit.ts'
import { count } from '../../model/counts.ts'
import { programCommand } from '../../model/program-command.ts'
import { CannotPublish } from './cannot-publish.ts'

/**
 * Writes the site that was built for a library to keep. @returns what was written, for a person to read
 *
 * @param outDir folder of the site
 * @param to folder for the archive
 */
export async function depositSite(outDir: string, to: string): Promise<string> {
  if (!existsSync(join(outDir, 'series.json')))
    throw new CannotPublish(
      `There is no finished site in ${outDir}. Build it first, with “${programCommand('build')}”; what is deposited is what was built.`,
    )
  const { name, bytes, files, missing } = await writeDeposit(pathToFileURL(`${outDir}/`), pathToFileURL(`${to}/`)).catch(
    (error: unknown) => {
      throw new CannotPublish(`The site in ${outDir} cannot be deposited: ${error instanceof Error ? error.message : error}`)
    },
  )
  const without = missing.length > 0 ? `\nIt is without ${missing.join(' and ')}, which the site has not (“editions:” in series.yaml).` : ''
  return `${join(to, name)}: ${count(files, 'file')}, ${bytes} bytes, a bag by RFC 8493.${without}`
}
