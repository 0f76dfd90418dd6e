import type { ManuscriptFile } from '../../model/facts.ts'
import { formatOfRecording, type RecordingFile } from '../../model/recordings.ts'
import type { Manuscript } from '../read-manuscript.ts'
import { spokenWords } from './spoken-words.ts'

/** The recordings that texts name, and the words of them, by their names in the folder of recordings. */
export function shownRecordings(
  { parts, terms, pages }: Pick<Manuscript, 'parts' | 'terms' | 'pages'>,
  files: readonly ManuscriptFile[],
): ReadonlyMap<string, RecordingFile> {
  const named = new Set([...parts, ...terms, ...pages].flatMap(({ facts }) => facts.recordings.flatMap((one) => one.files)))
  const byPath = new Map(files.map((file) => [file.path, file]))
  return new Map(
    [...named].flatMap((name): [string, RecordingFile][] => {
      const file = byPath.get(`recordings/${name}`)
      const format = formatOfRecording(name)
      if (file?.recording && format) return [[name, { kind: 'recording', format, bytes: file.recording.bytes }]]
      return file && !file.digest ? [[name, { kind: 'words', paragraphs: spokenWords(file.path, file.text) }]] : []
    }),
  )
}
