import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readEnvironment } from '../environment.ts'
import { type Folders, folderAt, readOneFile, realPathSync } from '../manuscript/files.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import type { EditionName } from '../model/edition-names.ts'
import { seriesFileSchema } from '../model/files/series-file.ts'
import type { Options } from './options.ts'
import { type SiteAddress, siteAddressOf } from './site-address.ts'

/** All that is settled before a build or a server begins; nobody behind the door asks the environment. */
export type Settings = Folders &
  SiteAddress & {
    readonly offline: 'on' | 'off'
    /** Whether parts that are not to be published yet are shown. */
    readonly drafts: 'on' | 'off'
    /** What is made besides the site, where that is not for the manuscript to say. */
    readonly editions?: readonly EditionName[]
    readonly verbose: 'on' | 'off'
    /** Origins of other series that the search may read. */
    readonly searchedOrigins: readonly string[]
    /** Whether the manuscript has recordings, which pages may play. */
    readonly plays: 'recordings' | 'nothing'
    /** `SOURCE_DATE_EPOCH`, in seconds. */
    readonly sourceDate?: string
  }

/**
 * Settles what the options leave to the manuscript and to where the project lies.
 *
 * @param root folder of the project, as Astro has resolved it
 * @param command who writes sees drafts
 */
export async function settle(options: Options, root: URL, command: 'build' | 'dev' | 'preview' | 'sync'): Promise<Settings> {
  const project = realPathSync(folderAt(root).replace(/(?<=.)[\\/]$/u, ''))
  const manuscript =
    options.content === undefined ? resolve(project, 'content') : resolve(options.isContentOfEnvironment ? '.' : project, options.content)
  const [file] = await readOneFile(manuscript, 'series.yaml')
  // What is wrong in the file is told when the manuscript is read.
  const wanted = seriesFileSchema.pick({ address: true, 'searched-with': true }).loose()
  const series = file && readYaml(file.text, wanted, { file: file.path, code: 'front-matter-invalid' }).value
  const { SOURCE_DATE_EPOCH } = readEnvironment()
  return {
    project,
    manuscript,
    ...siteAddressOf(options, series?.address),
    offline: options.offline,
    drafts: command === 'dev' ? 'on' : options.drafts,
    ...(options.translation !== undefined && { translation: options.translation }),
    ...(options.editions && { editions: options.editions }),
    verbose: options.verbose,
    searchedOrigins: [...new Set(series?.['searched-with'].map(({ url }) => new URL(url).origin))],
    plays: existsSync(join(manuscript, 'recordings')) ? 'recordings' : 'nothing',
    ...(SOURCE_DATE_EPOCH !== undefined && { sourceDate: SOURCE_DATE_EPOCH }),
  }
}
