import type { AstroConfig } from 'astro'

/** A line of a policy (https://www.w3.org/TR/CSP3/), and who needs what it allows. */
type Directive = { readonly name: string; readonly values: readonly string[]; readonly because: string }

/** What every page of a site may do. What a line does not allow, nothing on a page does. */
const directives = [
  { name: 'default-src', values: ["'none'"], because: 'what no other line allows is refused' },
  { name: 'img-src', values: ["'self'", 'data:'], because: 'pictures of the manuscript; small drawings inside style sheets' },
  { name: 'font-src', values: ["'self'"], because: 'the faces, which the site has itself' },
  { name: 'connect-src', values: ["'self'"], because: 'cards, the search index, and looking for a newer version' },
  { name: 'worker-src', values: ["'self'"], because: '/sw.js, which keeps the site offline, and the worker of the search' },
  { name: 'manifest-src', values: ["'self'"], because: 'the manifest, with which a device installs the site' },
  { name: 'base-uri', values: ["'none'"], because: 'no text may turn relative links elsewhere' },
  { name: 'form-action', values: ["'self'"], because: 'the search box, which without script opens /search/' },
  { name: 'require-trusted-types-for', values: ["'script'"], because: 'no text becomes markup or script (decisions/0042)' },
  { name: 'trusted-types', values: ['pamphlet'], because: 'src/reader/trusted-url.ts has the one policy, for addresses of scripts' },
] as const satisfies readonly Directive[]

/** Of a series that has recordings. */
const media = {
  name: 'media-src',
  values: ["'self'"],
  because: 'recordings of the manuscript, and their captions',
} as const satisfies Directive

/** Astro adds the hash of what stands on a page itself: what applies the reader’s choices before the first paint. */
const scripts = {
  name: 'script-src',
  values: ["'self'", "'wasm-unsafe-eval'"],
  because: 'the reader’s scripts; Pagefind runs WebAssembly',
} satisfies Directive
/** The build adds the hash of the styles that stand on a page. */
const styles = {
  name: 'style-src',
  values: ["'self'"],
  because: 'the sheet of what is opened; what the page shows first stands on it (decisions/0053)',
} satisfies Directive

/** One header is for all pages, of which each has other styles on it, and allows them by their hash itself. */
const stylesOfHeader = { ...styles, values: [...styles.values, "'unsafe-inline'"] } satisfies Directive

/** Only a header can say it: in a page browsers pass over it. */
const framing = { name: 'frame-ancestors', values: ["'none'"], because: 'nobody shows a page inside another site' } satisfies Directive

type Csp = Exclude<AstroConfig['security']['csp'], boolean>

/**
 * The policy of the pages, as Astro puts it into them.
 *
 * @param searched origins of other series that the search reads too
 * @param plays whether there are recordings to play
 */
export const policyOfPages = (searched: readonly string[], plays: 'recordings' | 'nothing'): Csp => ({
  algorithm: 'SHA-256',
  directives: [...directives, ...(plays === 'recordings' ? [media] : [])].map(({ name, values }) => {
    const all: readonly string[] = name === 'connect-src' ? [...values, ...searched] : values
    return `${name} ${all.join(' ')}` as const
  }),
  scriptDirective: { resources: [...scripts.values] },
  styleDirective: { resources: [...styles.values] },
})

/** The same for the header of a host, line by line, without the hashes of scripts that stand on pages. */
export const policyOfHeader = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...directives, media, scripts, stylesOfHeader, framing].map(({ name, values }) => [name, values]))
