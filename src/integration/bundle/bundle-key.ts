import { createHash } from 'node:crypto'
import { renderFolder } from '../../manuscript/files.ts'
import { areKept } from '../../model/recordings.ts'
import type { Settings } from '../settings.ts'
import { type Reading, shelf } from '../shelf.ts'
import { themeSheet } from '../theme-sheet.ts'

/** What decides on a bundle besides the manuscript: the folder of the program’s sources, and what is built. */
export type Bundled = {
  readonly srcDir: URL
  readonly settings: Settings
  /** Whether the site is that of a translation, built into the original’s. */
  readonly isPart: boolean
}

/**
 * A hash of all that the modules of pages are bundled of, so that the bundle of another build can be used where it is the same: no
 * text is among it (decision 118), but pictures, recordings, faces and looks are, what pages are told of the settings, and the
 * program. See decision 122.
 *
 * @param program hash of the program
 */
export function keyOfBundle({ srcDir, settings, isPart }: Bundled, { series, recordings }: Reading, program: string): string {
  const { site, offline, searchedOrigins, plays, translation } = settings
  const { languages, sheet, faces = [], laidReady = [] } = shelf
  const sizes = [...recordings.values()].flatMap((file) => (file.kind === 'recording' ? [file.bytes] : []))
  const files = laidReady.map(({ path, digest, text }) => [path, digest ?? createHash('sha256').update(text).digest('hex')])
  const about = {
    ...{ program, srcDir: srcDir.href, isPart, site, offline, searchedOrigins, plays },
    languages: translation === undefined || isPart ? languages : [],
    areRecordingsKept: areKept(sizes),
    theme: themeSheet(series?.theme, faces, sheet?.text ?? ''),
    // Modules name the files of a manuscript by where they lie ready.
    ...(files.length > 0 && { files, stage: renderFolder(settings, 'build') }),
  }
  return createHash('sha256').update(JSON.stringify(about)).digest('hex')
}
