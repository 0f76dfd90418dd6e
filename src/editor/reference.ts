import { exampleLines, type FieldFile, fieldFiles } from '../diagnostics/example-lines.ts'
import type { JsonSchema } from './describe.ts'
import { editorFiles } from './schemas.ts'

type Schema = JsonSchema & { readonly required?: readonly string[] }

/**
 * Every file of a manuscript and every field in it, as Markdown: what it says, and how it is typed. Made of the model,
 * like the schemas of editors.
 */
export function fieldReference(): string {
  const files = editorFiles()
  const sections = (Object.keys(fieldFiles) as FieldFile[]).map((kind) =>
    sectionOn(kind, JSON.parse(files.get(`schemas/${kind}.json`) ?? '{}') as Schema),
  )
  return `# Fields\n\nEvery file of a manuscript and every field in it, with one line as it is typed. In a terminal, \`pamphlet fields series\` shows\nthose of one kind of file. What can stand in texts is told in \`README.md\`.\n\n${sections.join('\n')}`
}

function sectionOn(kind: FieldFile, schema: Schema): string {
  const shapes: readonly Schema[] = schema.oneOf ?? [schema.items ?? schema]
  const fields = new Map(shapes.flatMap(({ properties = {} }) => Object.entries(properties)))
  const isRequired = (field: string) =>
    shapes.every(({ required = [] }) => required.includes(field)) && !/unless given/u.test(fields.get(field)?.description ?? '')
  const lines = [...fields].flatMap(([field, { description = '' }]) => [
    `- **${field}**${isRequired(field) ? ' (needed)' : ''}${description ? `: ${description}` : ''}`,
    `  \`${exampleLines[kind][field] ?? ''}\``,
  ])
  return `## ${kind}\n\n\`${fieldFiles[kind]}\`\n\n${lines.join('\n')}\n`
}
