import type { Root } from 'mdast'
import type { z } from 'zod'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { DocumentFacts, ManuscriptFile, Spot, Words } from '../../model/facts.ts'
import { type ComponentName, vocabulary } from '../../model/kinds/vocabulary.ts'
import { attributesOf, type Element } from '../nodes.ts'

/** What is typed on a component, right or wrong. */
export type Typed = Readonly<Record<string, string | true>>

/** One use of a component, where it stands in a document. */
export type Use = {
  readonly node: Element
  /** Counts the uses with the same stem before it, plus 1. */
  readonly ordinal: number
  readonly spot: Spot
  /** Whether it is the first in its section or note that shows what it shows; see {@link Construct.shows}. */
  readonly isFirst: boolean
  /** The id it has on its page. */
  readonly id?: string
  /** What stands inside of it, where it is a statement. */
  readonly words?: readonly Words[]
  /** Its cluster, counted through the document from 1. */
  readonly cluster?: number
}

/** The facts of a document that come from its components. */
export type ComponentFacts = Pick<
  DocumentFacts,
  'certainty' | 'citations' | 'mentions' | 'dates' | 'pictures' | 'recordings' | 'charts' | 'tables'
>

/** A text as its checks have it; `months` are their names in the language of the series, the limit is in words. */
export type CheckedText = {
  readonly tree: Root
  readonly file: ManuscriptFile
  readonly months: readonly string[]
  readonly quotationLimit?: number | undefined
}

/** All that the reading pass knows of one component. What is left out is as it is for most. */
export type Construct<N extends ComponentName = ComponentName> = {
  readonly name: N
  readonly props: (typeof vocabulary)[N]['props']
  readonly flows: (typeof vocabulary)[N]['flows']
  /** What its use adds to the facts of the document; nothing where its properties are wrong. */
  readonly facts: (use: Use) => Partial<ComponentFacts>
} & Contributions

type Contributions = {
  /** It only changes how letters look: nothing counts or lists it. */
  readonly isPlain?: true
  /** What its uses are called, each with its ordinal behind; those with one stem are counted together. Else by its name. */
  readonly stem?: (typed: Typed) => string
  /** Where its id on the page comes from, and who has it, in a message: “a citation”. */
  readonly id?: { readonly from: 'ordinal' | 'writer'; readonly holder: string }
  /** What stands for it in running text; without it, what stands inside of it does. */
  readonly words?: (typed: Typed, ordinal: number, own: { readonly own?: string }) => Words | undefined
  /** What the program says before what stands inside of it. */
  readonly before?: (typed: Typed) => Words | undefined
  /** What stands inside of it is a statement of its own. */
  readonly isStatement?: true
  /** It repeats words of the text: it has no address, and nothing in it is read or counted. */
  readonly isRepeated?: true
  /** Uses without words of their own that stand side by side are one cluster. */
  readonly isClustered?: true
  /** What it shows in full only where it is the first of its section or note. */
  readonly shows?: (element: Element) => string | undefined
  /** It is printed as a link, and called this in messages. */
  readonly link?: 'term' | 'source' | 'see'
  /** The id of the term it names, if any. */
  readonly term?: (typed: Typed) => string | true | undefined
  /** What is wrong with one use of it. */
  readonly check?: (use: Use, path: string) => Diagnostic[]
  /** What an editor would mark in a text that has it, or should have it. */
  readonly advise?: (text: CheckedText) => Diagnostic[]
}

type PropsOf<N extends ComponentName> = z.infer<(typeof vocabulary)[N]['props']>

/**
 * A component of the vocabulary with what it contributes to the reading of a text.
 *
 * @param facts what a use with right properties adds to the facts of its document
 */
export const construct = <N extends ComponentName>(
  name: N,
  { facts, ...contributions }: Contributions & { readonly facts?: (props: PropsOf<N>, use: Use) => Partial<ComponentFacts> },
): Construct<N> => ({
  name,
  ...vocabulary[name],
  ...contributions,
  facts: (use) => {
    const parsed = facts ? vocabulary[name].props.safeParse(attributesOf(use.node)) : undefined
    return facts && parsed?.success ? facts(parsed.data as PropsOf<N>, use) : {}
  },
})
