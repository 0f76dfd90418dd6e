import { manuscriptFolder } from '../environment.ts'
import type { KnownSource } from '../import/import-works.ts'
import { importManuscript, type ManuscriptOptions } from '../import/manuscript/import-manuscript.ts'
import { printManuscript } from '../import/manuscript/print-manuscript.ts'
import { readFiles, writeFiles } from '../manuscript/files.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { fileIdSchema } from '../model/ids.ts'
import { sourceFileSchema } from '../model/source-file.ts'
import { readGivenBytes } from './read-given-file.ts'

// `npm run import -- <files>`: texts of other programs as parts of the manuscript.
const usage = `npm run import -- [--show] [--overwrite] [--title=TITLE] [--slug=NAME] [--encoding=NAME] <file.docx | .html | .md | .txt> …

  Makes of each file a part, content/parts/<name>.mdx, and enters it in series.yaml. Says what was left out.
  --show              writes nothing, says what would be
  --overwrite         replaces a part of that name; without it the difference is shown
  --title, --slug     what the part is called, where the text does not say it rightly
  --encoding=NAME     what a file is in that is not UTF-8, as windows-1252`

const words = process.argv.slice(2)
const paths = words.filter((word) => !word.startsWith('--'))
const options = new Map(
  words.filter((word) => word.startsWith('--')).map((word) => [word.split('=')[0] ?? '', word.split('=').slice(1).join('=')] as const),
)
const unknown = [...options.keys()].find((option) => !['--show', '--overwrite', '--title', '--slug', '--encoding'].includes(option))
const slug = options.get('--slug')

if (
  paths.length === 0 ||
  unknown !== undefined ||
  (slug !== undefined && !fileIdSchema.safeParse(slug).success) ||
  (slug !== undefined && paths.length > 1)
) {
  console.error(
    unknown
      ? `There is no option ${unknown}.\n\n${usage}`
      : slug === undefined
        ? usage
        : `“${slug}” is no name for one part: lower-case letters, digits and single hyphens.`,
  )
  process.exitCode = 2
} else for (const path of paths) await importOne(path)

async function importOne(path: string) {
  const read = await readGivenBytes(path)
  if ('problem' in read) {
    console.error(read.problem)
    process.exitCode = 1
    return
  }
  const folder = manuscriptFolder()
  // Each file is entered in what the one before it has written.
  const files = (await readFiles(folder)).filter(({ fault }) => !fault)
  const sources = files.flatMap(({ path: file, text }): KnownSource[] => {
    const id = /^sources\/([^/]+)\.yaml$/u.exec(file)?.[1]
    const value = id && readYaml(text, sourceFileSchema, { file, code: 'source-invalid' }).value
    return id && value ? [{ id, file: value, text }] : []
  })
  const result = await importManuscript({ path, bytes: read.bytes }, files, sources, given())
  const isShown = options.has('--show')
  const unwritten = isShown ? [] : await writeFiles(folder, result.written)
  process.stdout.write(`${printManuscript(result, isShown)}\n`)
  if (unwritten.length > 0) console.error(unwritten.join('\n'))
  if (unwritten.length > 0 || result.problem !== undefined || result.difference !== undefined) process.exitCode = 1
}

function given(): ManuscriptOptions {
  const [title, encoding] = [options.get('--title'), options.get('--encoding')]
  return {
    ...(title && { title }),
    ...(encoding && { encoding }),
    ...(slug && { slug }),
    ...(options.has('--overwrite') && { overwrites: true as const }),
  }
}
