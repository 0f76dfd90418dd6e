import { manuscriptFolder } from '../environment.ts'
import { runExport } from './run-export.ts'

// `npm run export -- <part> --docx`: a part for people who work with other programs.
const usage = `npm run export -- [--docx | --md] [--out=FILE] [--overwrite] <part>

  Writes a part as a Word document with footnotes and citation fields, or as Pandoc’s Markdown; “npm run import” reads both back.
  --out=FILE          where to write it, <part>.docx or <part>.md unless given
  --overwrite         replaces a file that is there`

const words = process.argv.slice(2)
const [part, ...others] = words.filter((word) => !word.startsWith('--'))
const options = words.filter((word) => word.startsWith('--'))
const out = options.find((option) => option.startsWith('--out='))?.slice('--out='.length)
const unknown = options.find((option) => !/^--(?:docx|md|overwrite|out=.+)$/u.test(option))

if (part === undefined || others.length > 0 || unknown) {
  console.error(unknown && unknown !== '--help' ? `There is no option ${unknown}.\n\n${usage}` : usage)
  process.exitCode = 2
} else {
  const { said, problem } = await runExport(manuscriptFolder(), part, {
    format: options.includes('--md') ? 'md' : 'docx',
    ...(out && { out }),
    ...(options.includes('--overwrite') && { overwrites: true as const }),
  })
  if (said) process.stdout.write(`${said}\n`)
  if (problem) {
    console.error(problem)
    process.exitCode = 1
  }
}
