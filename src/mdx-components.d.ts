import type { ChartId, SourceId, TermId } from 'pamphlet:ids'
import type { z } from 'zod'
import type { vocabulary } from './model/kinds/vocabulary.ts'

type Ids = { Source: { id: SourceId }; Term: { id: TermId }; Chart: { id: ChartId }; Quotation: Quoted; Epigraph: Quoted }
type Quoted = { source: SourceId; speaker?: TermId }

/** What may be typed on a component: the properties of its schema, with the ids of this manuscript for ids. */
type PropsOf<Name extends keyof typeof vocabulary> = Omit<
  z.input<(typeof vocabulary)[Name]['props']>,
  keyof (Name extends keyof Ids ? Ids[Name] : object)
> &
  (Name extends keyof Ids ? Ids[Name] : object)

declare global {
  /** What MDX’s language server knows the components of a text by (https://github.com/mdx-js/mdx-analyzer#mdxprovidedcomponents). */
  type MDXProvidedComponents = { [Name in keyof typeof vocabulary]: (props: PropsOf<Name> & { children?: unknown }) => JSX.Element }
}
