/** The forms of the series that are one file each, in the order they are shown; `title` and `use` are keys of the catalogues. */
export const downloads = [
  {
    kind: 'folder',
    /** What follows the short name of the series in the file’s name. */
    suffix: '-offline.zip',
    title: 'downloads.folder',
    use: 'downloads.folderUse',
  },
  {
    kind: 'single-file',
    suffix: '.html',
    title: 'downloads.singleFile',
    use: 'downloads.singleFileUse',
  },
] as const
