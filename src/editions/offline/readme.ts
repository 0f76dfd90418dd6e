import type { Series } from '../../model/series.ts'

/** The text file in the folder that says what the folder is; lines end as every system’s editor shows them. */
export function readme({ title, slug, edition, rights, byline }: Series, address: string | undefined): string {
  const lines = [
    title,
    byline,
    `Version ${edition.version}, ${edition.date} [${edition.shortHash}]`,
    '',
    'To read, double-click index.html in this folder: it opens in your browser.',
    '',
    'The folder holds the whole series with its notes, glossary, sources and',
    'images, and the search. It needs nothing else and loads nothing from the',
    'network: you can copy, move or rename the folder as a whole, and keep it on a',
    'memory stick or in an archive. Links to other sites and to the other downloads',
    'need a connection.',
    '',
    ...(address ? [`Published at ${address}`, 'Links within it are the same: #note-… leads to the same note in both.', ''] : []),
    `Text: ${rights.name}, ${rights.url}`,
    'Software: Pamphlet, MIT License. Type: Vollkorn and Sofia Sans, SIL Open Font',
    'License 1.1.',
    '',
    `This file belongs to ${slug}-offline.zip.`,
  ]
  return `${lines.join('\r\n')}\r\n`
}
