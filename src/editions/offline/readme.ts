import type { Series } from '../../model/series.ts'

/** The text file in the folder that says what the folder is; lines end as every system’s editor shows them. */
export function readme({ title, slug, edition, rights, byline }: Series, address: string | undefined): string {
  const lines = [
    title,
    byline,
    `Version ${edition.version}, ${edition.date} [${edition.shortHash}]`,
    '',
    'Open the file index.html in this folder with a browser, by a double click.',
    '',
    'The folder holds the whole series with its notes, glossary, sources and',
    'pictures, and the search. Nothing else is needed and nothing is fetched from',
    'the network: it can be copied, moved and renamed as one piece, and kept on a',
    'stick or in an archive. Links to other sites and to the other downloads lead',
    'to the network.',
    '',
    ...(address ? [`Published at ${address}`, 'Addresses within it are the same: #note-… names the same note here and there.', ''] : []),
    `Text: ${rights.name}, ${rights.url}`,
    'Software: Pamphlet, MIT License. Type: Vollkorn and Sofia Sans, SIL Open Font',
    'License 1.1.',
    '',
    `This file belongs to ${slug}-offline.zip.`,
  ]
  return `${lines.join('\r\n')}\r\n`
}
