import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { ManuscriptFile } from '../model/facts.ts'

/** What a manuscript is made of, by path. */
const known = [
  /^(?:series|timeline|places|map|vocabulary)\.yaml$/u,
  /^style\.css$/u,
  /^permalinks(?:\/[^/]+)?\.json$/u,
  /^(?:parts|glossary)\/[^/]+\.mdx$/u,
  /^(?:sources|charts|words)\/[^/]+\.yaml$/u,
  /^pages\/[^/]+\.mdx$/u,
  /^pictures\/.+\.(?:avif|gif|jpe?g|png|svg|webp)$/u,
  /^recordings\/.+\.(?:flac|m4a|mp[34]|og[ag]|opus|wav|webm|vtt|txt)$/u,
]

/** The files that stand alone, and the folders, each with the ending that belongs there. */
const alone = ['series.yaml', 'timeline.yaml', 'places.yaml', 'map.yaml', 'vocabulary.yaml']
const endings = {
  parts: 'mdx',
  glossary: 'mdx',
  sources: 'yaml',
  charts: 'yaml',
  words: 'yaml',
  pages: 'mdx',
  pictures: '',
  recordings: '',
} as const
type Folder = keyof typeof endings

/** What folders are called elsewhere. */
const otherNames: Readonly<Record<string, Folder>> = {
  ...{ essay: 'parts', essays: 'parts', chapter: 'parts', chapters: 'parts', texts: 'parts', articles: 'parts' },
  ...{ term: 'glossary', terms: 'glossary', entries: 'glossary', bibliography: 'sources', works: 'sources', references: 'sources' },
  ...{ image: 'pictures', images: 'pictures', img: 'pictures', figures: 'pictures', photos: 'pictures', media: 'pictures' },
  ...{ audio: 'recordings', sound: 'recordings', sounds: 'recordings', video: 'recordings', videos: 'recordings', films: 'recordings' },
}

/** Files of the manuscript that nothing reads: what a writer put there in vain. */
export function findUnread(files: readonly ManuscriptFile[]): Diagnostic[] {
  const taken = new Set(files.map(({ path }) => path))
  return files
    .filter(({ path, face }) => !face && !known.some((pattern) => pattern.test(path)))
    .map(({ path }) => {
      const meant = meantBy(path)
      const nearest = meant !== undefined && !taken.has(meant) ? meant : undefined
      const name = idOf(path) || 'a-name'
      const renamed = withEnding(path, name)
      const advice =
        renamed && !nearest && !taken.has(renamed) ? { isLike: 'ending' as const, name: renamed } : { isLike: likenessOf(path), name }
      return diagnose('file-unread', path, startOfFile, { file: path, ...advice, ...(nearest && { nearest }) })
    })
}

/** The program’s words in languages that the series is not in. */
export function findUnreadWords(files: readonly ManuscriptFile[], language: string): Diagnostic[] {
  const read = `words/${language}.yaml`
  const isThere = files.some(({ path }) => path === read)
  return files.flatMap(({ path }) => {
    const [, other] = /^words\/([^/]+)\.yaml$/u.exec(path) ?? []
    if (other === undefined || path === read) return []
    const isOneLanguage = other.toLowerCase().split(/[-_]/u)[0] === language.toLowerCase().split('-')[0]
    return [diagnose('words-unread', path, startOfFile, { other, language, isOneLanguage, isThere })]
  })
}

/** The file with the ending of the folder it lies in. */
function withEnding(path: string, name: string): string | undefined {
  const folder = path.split('/')[0] ?? ''
  const ending = Object.hasOwn(endings, folder) ? endings[folder as Folder] : ''
  return ending && kindOf(path) !== 'document' ? `${folder}/${name}.${ending}` : undefined
}

/** Where the file belongs by its folder and ending; what could be of several kinds belongs nowhere in particular. */
function meantBy(path: string): string | undefined {
  const steps = path.split('/')
  const kind = kindOf(path)
  const folder = steps.length > 1 ? folderMeant(steps[0] ?? '') : undefined
  if (kind === 'picture' || kind === 'recording') return `${kind}s/${steps.at(-1)}`
  if (steps.length === 1) return kind === 'yaml' ? suggest(`${idOf(path)}.yaml`, alone) : undefined
  if (folder === undefined || kind !== endings[folder]) return undefined
  const id = idOf(path)
  return id ? `${folder}/${id}.${kind}` : undefined
}

const folderMeant = (name: string): Folder | undefined => {
  const lower = name.toLowerCase()
  if (Object.hasOwn(otherNames, lower)) return otherNames[lower]
  return suggest(lower, Object.keys(endings)) as Folder | undefined
}

/** What is in a file, by its ending, whichever way it is spelt. */
function kindOf(path: string): 'mdx' | 'yaml' | 'picture' | 'recording' | 'document' | undefined {
  const ending = /\.([^/.]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  if (/^(?:mdx?|markdown)$/u.test(ending)) return 'mdx'
  if (/^ya?ml$/u.test(ending)) return 'yaml'
  if (/^(?:avif|gif|jpe?g|png|svg|webp)$/u.test(ending)) return 'picture'
  if (/^(?:flac|m4a|mp[34]|og[ag]|opus|wav|webm|vtt)$/u.test(ending)) return 'recording'
  return /^(?:docx?|odt|rtf|pdf|html?|tex|pages)$/u.test(ending) ? 'document' : undefined
}

function likenessOf(path: string): 'text' | 'data' | 'page' | 'document' | 'other' {
  const kind = kindOf(path)
  if (kind === 'mdx') return folderMeant(path.split('/')[0] ?? '') === 'pages' ? 'page' : 'text'
  return kind === 'yaml' ? 'data' : kind === 'document' ? 'document' : 'other'
}

/** The name of a file as an id. */
const idOf = (path: string): string =>
  (path.split('/').at(-1) ?? '')
    .replace(/\.[^.]*$/u, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
