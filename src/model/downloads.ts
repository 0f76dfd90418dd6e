/** The forms of the series that are one file each, in the order they are shown. */
export const downloads = [
  {
    kind: 'folder',
    /** What follows the short name of the series in the file’s name. */
    suffix: '-offline.zip',
    title: 'The site in a folder',
    use: 'For a computer without a connection, a memory stick, an archive. Unpack it anywhere and open index.html: everything is there, the search too.',
  },
  {
    kind: 'single-file',
    suffix: '.html',
    title: 'One file',
    use: 'To send on, or to keep among your papers: the texts, notes, glossary, sources and pictures with the search on a single page that any browser opens.',
  },
] as const
