import { siteRoot } from './site-root.ts'

type Policy = { createScriptURL(url: string): string }

declare global {
  /**
   * Where the browser has it (https://w3c.github.io/trusted-types/dist/spec/). What a policy makes is an object there,
   * and stands for a string.
   */
  var trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined
  /** The policy of the page: its scripts are bundled apart, and a name can be taken once. */
  var pamphletPolicy: Policy | undefined
}

/**
 * An address as script that may be run: only a file of this publication is. The one Trusted Types policy there is; the
 * pages’ Content-Security-Policy allows its name alone, and none that would make markup or script of a text (decision 42).
 *
 * @throws TypeError for an address outside of the publication
 */
export function trustedUrl(url: string | URL): string {
  globalThis.pamphletPolicy ??= globalThis.trustedTypes?.createPolicy('pamphlet', policy) ?? policy
  return globalThis.pamphletPolicy.createScriptURL(String(url))
}

const policy: Policy = {
  createScriptURL(url) {
    const { href } = new URL(url, document.baseURI)
    if (!href.startsWith(siteRoot().href)) throw new TypeError(href)
    return href
  },
}
