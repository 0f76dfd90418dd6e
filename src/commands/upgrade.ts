import { readFiles, writeFiles } from '../manuscript/files.ts'
import { seriesPath, vocabularyPath } from '../manuscript/read-manuscript.ts'
import { setFields } from '../manuscript/yaml/edit-yaml.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { seriesFileSchema } from '../model/files/series-file.ts'
import { programCommand } from '../model/program-command.ts'

/**
 * Brings the files of a manuscript to the form of this program, and says what has changed for who writes them. What they
 * say stays: a series of version 0.1 keeps its kinds, by a line that names their preset.
 */
export async function upgrade(folder: string): Promise<{ readonly said?: string; readonly problem?: string }> {
  const files = await readFiles(folder)
  const series = files.find(({ path }) => path === seriesPath)
  if (!series) return { problem: `There is no series in ${folder}: it has no series.yaml.` }
  const { value } = readYaml(series.text, seriesFileSchema, { file: seriesPath, code: 'front-matter-invalid' })
  if (!value)
    return { problem: `series.yaml has mistakes: “${programCommand('check')}” tells them. Correct them first; nothing was changed.` }
  if (value.format === 1) return { said: 'The files have the form of this program; nothing was to be done.' }
  const vocabulary = files.find(({ path }) => path === vocabularyPath)
  const problems = await writeFiles(folder, [
    { path: seriesPath, text: setFields(series.text, { format: 1 }, Object.keys(seriesFileSchema.shape)) },
    ...(vocabulary && /^preset:/mu.test(vocabulary.text)
      ? []
      : [{ path: vocabularyPath, text: `preset: politics\n${vocabulary?.text ?? ''}` }]),
  ])
  if (problems.length > 0) return { problem: problems.join('\n') }
  return {
    said: `series.yaml says “format: 1” now, and vocabulary.yaml the kinds that the series has had so far.

What is new since version 0.1:
  Most fields can be left out: “${programCommand('fields', 'series')}” tells which are needed.
  “licence: CC BY 4.0” can stand in place of “rights: { name: …, url: … }”.
  Parts can be drafts, and kinds of terms, events and relations your own.`,
  }
}
