import type { SourceId, TermId } from 'pamphlet:ids'
import type { z } from 'zod'
import type { quotationProps } from '../../model/kinds/vocabulary.ts'

/** What a quotation is given: what the writer types, and where it stands. */
export type Quoted = Omit<z.infer<typeof quotationProps>, 'source' | 'speaker'> & {
  source: SourceId
  speaker?: TermId
  anchor?: string
  paragraph?: string
  former?: string
}
