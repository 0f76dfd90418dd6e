import type { Nodes } from 'mdast'
import type { ComponentName } from '../../model/kinds/vocabulary.ts'
import { isElement } from '../nodes.ts'
import { aside } from './aside.ts'
import { calendarDate } from './calendar-date.ts'
import { certainty } from './certainty.ts'
import { chart } from './chart.ts'
import type { Construct } from './construct.ts'
import { figure } from './figure.ts'
import { foreign } from './foreign.ts'
import { pullQuote } from './pull-quote.ts'
import { epigraph, quotation } from './quotation.ts'
import { audio, video } from './recordings.ts'
import { sub, sup } from './scripts.ts'
import { see } from './see.ts'
import { source } from './source.ts'
import { table } from './table.ts'
import { term } from './term.ts'
import { verse } from './verse.ts'

/** Every component that a writer may use. See decision 51. */
const constructs = {
  Source: source,
  Term: term,
  CalendarDate: calendarDate,
  See: see,
  Foreign: foreign,
  Certainty: certainty,
  Quotation: quotation,
  Epigraph: epigraph,
  Verse: verse,
  Aside: aside,
  PullQuote: pullQuote,
  Figure: figure,
  Audio: audio,
  Video: video,
  Table: table,
  Chart: chart,
  sup,
  sub,
} satisfies { readonly [N in ComponentName]: Construct<N> }

export const allConstructs: readonly Construct[] = Object.values(constructs)

/** The construct that a node is a use of; nothing for what is none, or has a name that nobody knows. */
export const constructOf = (node: Nodes): Construct | undefined =>
  isElement(node) && node.name !== null && Object.hasOwn(constructs, node.name) ? constructs[node.name as ComponentName] : undefined
