import { manuscriptFolder } from '../environment.ts'
import { fileIdSchema } from '../model/ids.ts'
import { importManuscripts } from './run-import-manuscript.ts'

// `npm run import -- <files>`: texts of other programs as parts of the manuscript.
const usage = `npm run import -- [--show] [--overwrite] [--whole] [--link-terms] [--title=TITLE] [--slug=NAME] [--encoding=NAME] <file> …

  Makes of each file (.docx, .odt, .epub, .html, .md, .tex, .txt) a part, content/parts/<name>.mdx, and enters it in series.yaml.
  Says what was left out.
  --show              writes nothing, says what would be
  --overwrite         replaces a part of that name; without it the difference is shown
  --whole             makes one part of a book (.epub) of several chapters, each of which would be a part
  --link-terms        links the terms of the glossary where a section first names them
  --title, --slug     what the part is called, where the text does not say it rightly
  --encoding=NAME     what a file is in that is not UTF-8, as windows-1252`

const words = process.argv.slice(2)
const paths = words.filter((word) => !word.startsWith('--'))
const options = new Map(
  words.filter((word) => word.startsWith('--')).map((word) => [word.split('=')[0] ?? '', word.split('=').slice(1).join('=')] as const),
)
const known = ['--show', '--overwrite', '--whole', '--link-terms', '--title', '--slug', '--encoding']
const unknown = [...options.keys()].find((option) => !known.includes(option))
const [slug, title, encoding] = ['--slug', '--title', '--encoding'].map((option) => options.get(option))
const isSlug = slug === undefined || (fileIdSchema.safeParse(slug).success && paths.length <= 1)

if (paths.length === 0 || unknown !== undefined || !isSlug) {
  console.error(
    unknown && unknown !== '--help'
      ? `There is no option ${unknown}.\n\n${usage}`
      : isSlug
        ? usage
        : `“${slug}” is no name for one part: lower-case letters, digits and single hyphens.`,
  )
  process.exitCode = 2
} else {
  process.exitCode = await importManuscripts(paths, manuscriptFolder(), {
    isShown: options.has('--show'),
    isWhole: options.has('--whole'),
    ...(title && { title }),
    ...(encoding && { encoding }),
    ...(slug && { slug }),
    ...(options.has('--overwrite') && { overwrites: true as const }),
    ...(options.has('--link-terms') && { linksTerms: true as const }),
  })
}
