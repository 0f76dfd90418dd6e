import type CSL from 'citeproc'

/** One cite of a cluster, in the fields citeproc has for it. */
export type CiteprocCite = CSL.CitationItem

/** A cluster as the style prints it, in HTML: its cites in the style’s order, each with what stands after it. */
export type PrintedCluster = {
  /** What the style puts around it: “(” and “)”, or a full stop at the end of a note. */
  readonly prefix: string
  readonly suffix: string
  /** `at` is the place of the cite among those that were asked for. */
  readonly cites: readonly { readonly at: number; readonly html: string; readonly after: string }[]
}
