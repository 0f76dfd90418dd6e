/** Where the site will live. */
export type SiteAddress = {
  /** With a slash at its end; missing where nobody has said. */
  readonly site?: string
  /** The path it lives at, with a slash at both ends. */
  readonly basePath: string
}

type Said = { readonly address?: string | undefined; readonly basePath?: string | undefined }

/**
 * Where the site will live: the address among the options goes before the one in `series.yaml`, and a path of the options
 * before that of either. All of them have been checked.
 */
export function siteAddressOf({ address, basePath }: Said, ofSeries: string | undefined): SiteAddress {
  const said = address ?? ofSeries
  const site = said === undefined ? undefined : new URL(basePath ?? new URL(said).pathname, said)
  return { ...(site && { site: withSlash(site.href) }), basePath: withSlash(site?.pathname ?? basePath ?? '/') }
}

const withSlash = (address: string) => address.replace(/\/?$/u, '/')
