import { manuscriptFolder, readOneFile } from '../manuscript/files.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { siteAddressSchema } from '../model/addresses.ts'
import { seriesFileSchema } from '../model/series-file.ts'

/** Where the site will live. */
export type SiteAddress = {
  /** With a slash at its end; missing where nobody has said. */
  readonly site?: string
  /** The path it lives at, with a slash at both ends. */
  readonly basePath: string
}

/** Where the site will live, by the environment or by `address` in `series.yaml`. See decision 44. */
export async function readSiteAddress(): Promise<SiteAddress> {
  const [file] = await readOneFile(manuscriptFolder(), 'series.yaml')
  // What is wrong in the file is told when the manuscript is read.
  const address =
    file && readYaml(file.text, seriesFileSchema.pick({ address: true }).loose(), { file: file.path, code: 'front-matter-invalid' }).value?.address
  return siteAddressOf(process.env, address)
}

/**
 * Where the site will live: `SITE_URL` goes before the address in the manuscript, and `BASE_PATH` before the path of either.
 *
 * @throws {SettingError} where one of them is none
 */
export function siteAddressOf({ SITE_URL, BASE_PATH }: Readonly<Record<string, string | undefined>>, address: string | undefined): SiteAddress {
  const said = SITE_URL ? checked('SITE_URL', SITE_URL, SITE_URL) : address
  const basePath = BASE_PATH ? new URL(checked('BASE_PATH', BASE_PATH, `https://site.invalid/${BASE_PATH.replace(/^\/+/u, '')}`)).pathname : undefined
  const site = said === undefined ? undefined : new URL(basePath ?? new URL(said).pathname, said)
  return { ...(site && { site: withSlash(site.href) }), basePath: withSlash(site?.pathname ?? basePath ?? '/') }
}

/** A setting of the environment that cannot be used: its message is all there is to say. */
export class SettingError extends Error {
  override readonly name = 'SettingError'

  constructor(setting: string, value: string, expected: string) {
    super(`The setting ${setting} is “${value}”. Expected: ${expected}.`)
    // Where in our code it was thrown tells nobody anything.
    this.stack = this.message
  }
}

function checked(setting: string, value: string, address: string): string {
  const verdict = siteAddressSchema.safeParse(address)
  if (verdict.success) return address
  throw new SettingError(setting, value, setting === 'BASE_PATH' ? 'a path as /series/' : (verdict.error.issues[0]?.message ?? ''))
}

const withSlash = (address: string) => address.replace(/\/?$/u, '/')
