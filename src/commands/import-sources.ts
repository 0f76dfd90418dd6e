import { manuscriptFolder } from '../environment.ts'
import { importFrom } from './run-import.ts'

// `npm run sources -- <files>`: works from BibTeX, RIS and CSL-JSON files into the folder “sources” of the manuscript.
const usage = `npm run sources -- [--show] [--overwrite[=field,…]] [--encoding=NAME] <file.bib | file.ris | file.json> …

  Adds works as content/sources/<id>.yaml and fields that sources lack. A field of yours that differs is kept and named.
  --show              writes nothing, says what would be
  --overwrite         replaces fields that differ; --overwrite=title,issued only these
  --encoding=NAME     what files are in that are not UTF-8, as windows-1252`

const words = process.argv.slice(2)
const options = words.filter((word) => word.startsWith('--'))
const paths = words.filter((word) => !word.startsWith('--'))
const overwrite = options.find((option) => /^--overwrite(?:=|$)/u.test(option))
const encoding = options.find((option) => option.startsWith('--encoding='))?.slice('--encoding='.length)
const unknown = options.find((option) => option !== '--show' && option !== overwrite && !option.startsWith('--encoding='))

if (paths.length === 0 || unknown) {
  console.error(unknown && unknown !== '--help' ? `There is no option ${unknown}.\n\n${usage}` : usage)
  process.exitCode = 2
} else {
  const fields = overwrite?.split('=')[1]?.split(',')
  process.exitCode = await importFrom(paths, manuscriptFolder(), {
    isShown: options.includes('--show'),
    encoding,
    overwrites: (field) => overwrite !== undefined && (fields === undefined || fields.includes(field)),
  })
}
