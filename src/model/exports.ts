/** The formats in which the sources can be taken away, together and each alone. */
export const exportFormats = [
  { ending: 'bib', name: 'BibTeX', type: 'application/x-bibtex' },
  { ending: 'ris', name: 'RIS', type: 'application/x-research-info-systems' },
  { ending: 'json', name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
] as const

export type ExportEnding = (typeof exportFormats)[number]['ending']
