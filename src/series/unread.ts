import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { ManuscriptFile } from '../model/facts.ts'

/** What a manuscript is made of, by path. */
const known = [
  /^(?:series|timeline|places|map)\.yaml$/u,
  /^permalinks\.json$/u,
  /^(?:parts|glossary)\/[^/]+\.mdx$/u,
  /^(?:sources|charts)\/[^/]+\.yaml$/u,
  /^pages\/(?:home|about)\.mdx$/u,
  /^pictures\/.+\.(?:avif|gif|jpe?g|png|svg|webp)$/u,
]

/** Names that may have been meant: each folder with its ending, and the files that stand alone. */
const alone = ['series.yaml', 'timeline.yaml', 'places.yaml', 'map.yaml', 'pages/home.mdx', 'pages/about.mdx']
const endings = { parts: 'mdx', glossary: 'mdx', sources: 'yaml', charts: 'yaml' } as const

/** Files of the manuscript that nothing reads: what a writer put there in vain. */
export function findUnread(files: readonly ManuscriptFile[]): Diagnostic[] {
  return files
    .filter(({ path }) => !known.some((pattern) => pattern.test(path)))
    .map(({ path }) => {
      const nearest = suggest(path, [...alone, ...meant(path)])
      return diagnose('file-unread', path, startOfFile, { file: path, ...(nearest && { nearest }) })
    })
}

/** The same name in each folder with the ending that belongs there. */
function meant(path: string): string[] {
  const name = /([^/]+?)(?:\.[^/.]*)?$/u.exec(path)?.[1] ?? ''
  return Object.entries(endings).map(([folder, ending]) => `${folder}/${name}.${ending}`)
}
