import { construct } from './construct.ts'

/** A cross-reference: `<See id="…"/>` is “Figure 2”, “Table 1” or the title of a section of the same text. */
export const see = construct('See', {
  stem: () => 'see',
  words: ({ id }, ordinal, own) => (typeof id === 'string' ? { kind: 'see', id, ordinal, ...own } : undefined),
  link: 'see',
})
