import { nameNotes } from '../import/manuscript/notes/note-names.ts'
import { readFiles, writeFiles } from '../manuscript/files.ts'
import { fixText } from '../manuscript/fix/fix-text.ts'
import { fixFrontMatter, fixYaml } from '../manuscript/fix/fix-yaml.ts'
import { readManuscript, seriesPath } from '../manuscript/read-manuscript.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { buildSeries } from '../series/build-series.ts'

/** What would be mended: the files as they would be, the lines that differ, and texts that are left for what it would break. */
export type Fixes = { readonly files: readonly ManuscriptFile[]; readonly shown: string; readonly left: readonly string[] }

/**
 * What a program can mend in a manuscript: the words of its texts, and of the fields of its YAML files and front matter. A
 * file in which it would make a mistake is left as it is. Writes nothing.
 */
export async function findFixes(folder: string): Promise<Fixes & { readonly problem?: string }> {
  const files = await readFiles(folder)
  const { manuscript } = readManuscript(files)
  if (!files.some(({ path }) => path === seriesPath))
    return {
      files: [],
      shown: '',
      left: [],
      problem: `There is no series in ${folder}: it has no series.yaml. Say where it is with --content.`,
    }
  const { language = 'en', style } = manuscript.series?.file ?? {}
  const published = new Set(Object.keys(manuscript.ledger?.file.published ?? {}))
  const taken = new Set(manuscript.parts.flatMap(({ facts }) => facts.notes.map(({ id }) => id)))
  const fixed = files.flatMap((file) => {
    const houseStyle = { language, marks: style?.['quotation-marks'] }
    if (file.fault || !/\.(?:mdx|yaml)$/u.test(file.path)) return []
    if (file.path.endsWith('.yaml')) return changed(file, fixYaml(file, houseStyle))
    const slug = /^parts\/([^/]+)\.mdx$/u.exec(file.path)?.[1]
    const whole = { ...file, text: fixFrontMatter(file, houseStyle) }
    return changed(
      file,
      fixText(whole, houseStyle, (notes) => namesOf(notes, slug, published, taken)),
    )
  })
  const worse = fixed.filter(
    ({ before, after }) =>
      errorsIn(before, files) <
      errorsIn(
        after,
        files.map((file) => (file === before ? after : file)),
      ),
  )
  const mended = fixed.filter((one) => !worse.includes(one))
  return {
    files: mended.map(({ after }) => after),
    shown: mended.map(({ before, after }) => differenceOf(before, after)).join('\n'),
    left: worse.map(({ before }) => before.path),
  }
}

const changed = (before: ManuscriptFile, text: string) => (text === before.text ? [] : [{ before, after: { ...before, text } }])

/** Writes what was found. */
export const writeFixes = (folder: string, { files }: Fixes): Promise<string[]> => writeFiles(folder, files)

/** Ids of the words of notes that have numbers, but for those whose numbers are part of published addresses. */
function namesOf(
  notes: Parameters<Parameters<typeof fixText>[2]>[0],
  slug: string | undefined,
  published: ReadonlySet<string>,
  taken: Set<string>,
): Map<string, string> {
  const isPublished = (number: string) => published.has(`/${slug}/#note-${slug}-${number}`) || published.has(`/${slug}/#note-${number}`)
  const named = notes.filter(({ identifier }) => !isPublished(identifier)).map((note) => ({ ...note }))
  const numbers = named.map(({ identifier }) => identifier)
  nameNotes({ type: 'root', children: named }, [], taken)
  for (const { identifier } of named) taken.add(identifier)
  return new Map(named.map(({ identifier }, i) => [numbers[i] ?? '', identifier]))
}

const errorsIn = ({ path }: ManuscriptFile, files: readonly ManuscriptFile[]) =>
  buildSeries(files, undefined, { showsDrafts: true }).diagnostics.filter(({ severity, file }) => severity === 'error' && file === path)
    .length

/** The lines of a text that differ, as they were and as they would be; no line comes or goes. */
function differenceOf(before: ManuscriptFile, after: ManuscriptFile): string {
  const lines = after.text.split('\n')
  const differing = before.text
    .split('\n')
    .flatMap((line, i) => (line === lines[i] ? [] : [`  ${i + 1} - ${line}\n  ${' '.repeat(String(i + 1).length)} + ${lines[i]}`]))
  return `${before.path}\n${differing.join('\n')}\n`
}
