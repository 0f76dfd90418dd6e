import type { Catalogue } from './catalogue.ts'
import type { Hosts } from './hand-over.ts'

/**
 * In a browser: a message that the page handed to an element (`hand-over.ts`), with its blanks filled. Nothing else of the
 * catalogues comes into a script.
 *
 * @param host name of the element; its first on the page is asked
 */
export const say = <H extends keyof Hosts>(
  host: H,
  key: keyof Catalogue[Hosts[H]] & string,
  values: Record<string, string | number> = {},
) => (document.querySelector(host)?.getAttribute(`data-say-${key}`) ?? '').replace(/\{(\w+)\}/g, (_, name: string) => `${values[name]}`)
