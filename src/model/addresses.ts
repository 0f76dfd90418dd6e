import { z } from 'zod'
import { decodePunycode } from './punycode.ts'

/** The longest address that is followed everywhere: what servers and programs refuse above it (RFC 9110, §4.1). */
const longest = 2_000

/**
 * What an address to follow would have to be where it is none: http, https or mailto, with a host that can exist, read
 * by the rules browsers follow (https://url.spec.whatwg.org/#url-parsing). Nothing where it is right.
 */
export function mistakeInAddress(address: string): string | undefined {
  if (address.length > longest) return `an address of at most ${longest.toLocaleString('en-GB')} characters`
  if (/[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\\]/u.test(address))
    return 'an address without backslashes and characters that nobody sees'
  if (/^mailto:/iu.test(address)) {
    return /^mailto:[^\s@?]+@[^\s@?]+(?:\?\S*)?$/iu.test(address) && URL.canParse(address)
      ? undefined
      : 'an address as mailto:editors@example.org'
  }
  // Without a scheme, the host is asked in the way of the page that has the link.
  if (/^\/\/[^/]/u.test(address)) return mistakeInAddress(`https:${address}`)
  if (!/^https?:\/\/[^/]/iu.test(address)) return 'an address that begins with https://, http:// or mailto:'
  const url = URL.parse(address)
  if (!url) return 'an address that exists as it is written: a host as example.org, a port up to 65535, and a path'
  if (url.username !== '' || url.password !== '') return 'an address without a name or password before “@”'
  if (!isHost(url.hostname) || !url.hostname.split('.').every(isLabel) || url.port === '0')
    return 'an address with a host as example.org, and a port up to 65535'
  return undefined
}

/** An IPv4 or IPv6 address, or a name of labels (RFC 1034, §3.1), as the parser of addresses has written it. */
const isHost = (host: string) =>
  /^\[[\da-f:.]+\]$/u.test(host) || (host.length <= 253 && /^(?:[\w](?:[\w-]{0,61}[\w])?\.)*[\w](?:[\w-]{0,61}[\w])?\.?$/u.test(host))

/** Whether what stands after `xn--` stands for letters: browsers refuse it otherwise, Node does not (UTS 46, §4.1). */
function isLabel(label: string): boolean {
  if (!label.startsWith('xn--')) return true
  const decoded = decodePunycode(label.slice('xn--'.length))
  const letters = decoded?.replace(/\u200C|\u200D/gu, '') ?? ''
  return /^[\p{L}\p{M}\p{N}\p{S}\p{Pd}\u00B7\u0375\u05F3\u05F4\u30FB]+$/u.test(letters) && /[^\0-\x7F]/u.test(letters)
}

function refuseMistakes(address: string, context: z.RefinementCtx) {
  if (!/^https?:\/\/[^\s<>"]+$/u.test(address)) return
  const expected = mistakeInAddress(address)
  if (expected) context.addIssue({ code: 'custom', message: expected })
  else if (/%(?![\da-f]{2})/iu.test(address)) context.addIssue({ code: 'custom', message: 'an address in which a “%” is written as %25' })
}

/** An absolute http(s) address. */
export const addressSchema = z
  .string()
  .regex(/^https?:\/\/[^\s<>"]+$/, 'an address that begins with http:// or https://')
  .superRefine(refuseMistakes)

/** Where a site lives: nothing but a host and a path, so that it can stand in a policy and addresses can be put behind it. */
export const siteAddressSchema = addressSchema.superRefine((address, context) => {
  const url = URL.parse(address)
  if (url && (!/^[\w.~!$&'()*+,=:@%/-]*$/u.test(url.pathname) || /[?#]/u.test(address)))
    context.addIssue({
      code: 'custom',
      message: 'where a site lives, as https://example.org/series/: a host and a path, no “?”, “#” or “;”',
    })
})
