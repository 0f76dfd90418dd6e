import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeFiles } from '../manuscript/files.ts'
import { openLedger } from '../manuscript/ledger/open-ledger.ts'
import { followMoves } from '../manuscript/ledger/page-ledger.ts'
import { readLedgerFiles } from '../manuscript/ledger/read-ledger.ts'
import type { Ledger } from '../model/ledger.ts'
import { type HostName, hosts } from './hosts.ts'

/**
 * Puts into a finished site the files that a host looks for there.
 *
 * @param site absolute path of the folder of the site
 * @param content absolute path of the folder of the manuscript
 * @returns why one could not be written
 */
export async function writeForHost(host: HostName, site: string, content: string): Promise<string[]> {
  const { inSite } = hosts[host]
  if (inSite === 'nothing') return []
  if (inSite === 'nojekyll') return await writeFiles(site, [{ path: '.nojekyll', text: '' }])
  const redirects = redirectsOf(openLedger(await readLedgerFiles(content)).value)
  return await writeFiles(site, [
    { path: '_headers', text: headersFor(hashedFoldersIn(site)) },
    ...(redirects ? [{ path: '_redirects', text: redirects }] : []),
  ])
}

/** What has a hash in its address and never changes. */
function hashedFoldersIn(site: string): string[] {
  const pagefind = join(site, 'pagefind')
  const indexes = existsSync(pagefind) ? readdirSync(pagefind).filter((name) => /^[\da-f]+$/u.test(name)) : []
  return ['/_astro', '/keep', ...indexes.map((name) => `/pagefind/${name}`)]
}

/**
 * Headers for Netlify and Cloudflare (https://docs.netlify.com/manage/routing/headers/,
 * https://developers.cloudflare.com/pages/configuration/headers/). The policy stands in the pages, the single file’s in it:
 * the header says what only a header can, for both hosts join what several lines say of one header. All but what is named
 * by its hash they ask for anew by themselves.
 */
export const headersFor = (hashed: readonly string[]): string =>
  `/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
${hashed.map((folder) => `${folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n`).join('')}`

/**
 * Redirects for pages that have moved as a whole. Where something of a page went elsewhere or was withdrawn, the page that
 * is left in its place says so, and no redirect takes readers past it.
 */
export function redirectsOf(ledger: Ledger | undefined): string {
  if (!ledger) return ''
  const { retired } = ledger
  const pages = Object.keys(retired).filter((address) => !address.includes('#'))
  return pages
    .filter((page) => !Object.keys(retired).some((address) => address.startsWith(`${page}#`)))
    .flatMap((page) => {
      const to = followMoves(retired, page)
      const fate = retired[page]
      return fate && 'movedTo' in fate && to !== page ? [`${page} ${to} 301\n`] : []
    })
    .join('')
}
