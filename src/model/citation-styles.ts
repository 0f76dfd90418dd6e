/**
 * The styles in which works are cited, by the name a writer gives in `series.yaml`. Each is a style of the CSL project
 * in `src/series/citations/csl/`; what it prints where a work is cited is a note, or stands in the running text.
 */
export const citationStyles = {
  'chicago-notes': { label: 'Chicago, note', csl: 'chicago-fullnote-bibliography', cites: 'in-note' },
  'chicago-author-date': { label: 'Chicago, author–date', csl: 'chicago-author-date', cites: 'in-text' },
  mla: { label: 'MLA', csl: 'modern-language-association', cites: 'in-text' },
  apa: { label: 'APA', csl: 'apa', cites: 'in-text' },
  harvard: { label: 'Harvard', csl: 'harvard-cite-them-right', cites: 'in-text' },
  mhra: { label: 'MHRA', csl: 'modern-humanities-research-association', cites: 'in-note' },
} as const

export type CitationStyleName = keyof typeof citationStyles

export const citationStyleNames = Object.keys(citationStyles) as CitationStyleName[]

export const isCitationStyle = (name: string): name is CitationStyleName => Object.hasOwn(citationStyles, name)
