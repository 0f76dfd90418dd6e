import { z } from 'zod'
import { exampleLines, type FieldFile, fieldFiles } from '../diagnostics/example-lines.ts'
import { type ComponentName, vocabulary } from '../model/kinds/vocabulary.ts'
import { describe, type JsonSchema } from './describe.ts'
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
  return `# Fields\n\nEvery file of a manuscript and every field in it, with one line as it is typed. In a terminal, \`pamphlet fields series\` shows\nthose of one kind of file. What can stand in texts beside Markdown is told at the end.\n\n${sections.join('\n')}\n${translationReference}\n${componentReference()}`
}

const translationReference = `## translations

\`translations/<language>/\`

All files but \`permalinks.json\` and \`style.css\` can lie there in another language, by the names of what they translate, and need
only the fields that are other words there. Lists of things with an \`id\` are laid over the original’s by it, other lists whole; the
title and description of a part are never taken over. \`follows.json\` is written by \`pamphlet permalinks\`: what each paragraph and note
translates, so that it can be told when the original has changed.
`

/** How each component is typed, and the name of its schema in the model. */
export const componentExamples: Readonly<Record<ComponentName, { readonly props: string; readonly typed: string }>> = {
  Source: { props: 'sourceProps', typed: '<Source id="orr-1911" locator="ch. 2"/>' },
  Term: { props: 'termProps', typed: 'the <Term id="lock-keeper">keeper</Term>' },
  CalendarDate: { props: 'calendarDateProps', typed: 'on <CalendarDate gregorian="1826-05-01" year/>' },
  See: { props: 'seeProps', typed: '## The tolls [#tolls]\n\nAs told in <See id="tolls"/>.' },
  Foreign: { props: 'foreignProps', typed: '<Foreign lang="fr">l’éclusier</Foreign>' },
  Certainty: {
    props: 'certaintyProps',
    typed: 'It held.[^it-held]\n\n[^it-held]: <Certainty level="disputed">Two logs differ.</Certainty>',
  },
  Quotation: { props: 'quotationProps', typed: '<Quotation source="orr-1911" locator="p. 12">\nThe words quoted.\n</Quotation>' },
  Epigraph: { props: 'quotationProps', typed: '<Epigraph source="orr-1911">\nWords that stand over a part.\n</Epigraph>' },
  Verse: { props: 'verseProps', typed: '<Verse>\nThe lock was dug in one dry year,\n  and filled before the frost.\n</Verse>' },
  Aside: { props: 'asideProps', typed: '<Aside title="What a lock is">\nA chamber with two gates.\n</Aside>' },
  PullQuote: { props: 'pullQuoteProps', typed: '<PullQuote>\ndug in one dry year\n</PullQuote>' },
  Figure: {
    props: 'figureProps',
    typed: '<Figure src="lock.jpg" alt="A lock with both gates open" id="lock">\nThe first lock.\n</Figure>',
  },
  Audio: {
    props: 'audioProps',
    typed: '<Audio src="bell.mp3" alt="The bell of the lock" transcript="bell.txt">\nThe bell, recorded in 1931.\n</Audio>',
  },
  Video: {
    props: 'videoProps',
    typed: '<Video src="gates.mp4" alt="The gates open" captions="gates.vtt" poster="lock.jpg"/>',
  },
  Table: {
    props: 'tableProps',
    typed: '<Table id="tolls">\nTolls, in pence a ton.\n\n| Goods | 1826 |\n|---|--:|\n| Coal | 4 |\n</Table>',
  },
  Chart: { props: 'chartProps', typed: '<Chart id="boats"/>' },
  sup: { props: 'scriptProps', typed: 'the 10<sup>th</sup>' },
  sub: { props: 'scriptProps', typed: 'H<sub>2</sub>O' },
}

function componentReference(): string {
  const sections = (Object.keys(componentExamples) as ComponentName[]).map((name) => {
    const { props, typed } = componentExamples[name]
    const written = z.toJSONSchema(vocabulary[name].props, { io: 'input', unrepresentable: 'any' }) as Schema
    const { description = '', properties = {}, required = [] } = describe(written, 'kinds/vocabulary', props) as Schema
    const fields = Object.entries(properties).map(
      ([field, { description: said }]) => `- **${field}**${required.includes(field) ? ' (needed)' : ''}${said ? `: ${said}` : ''}`,
    )
    return `### ${name}\n\n${description}\n\n${fields.length > 0 ? `${fields.join('\n')}\n\n` : ''}\`\`\`mdx\n${typed}\n\`\`\`\n`
  })
  return `## texts\n\nComponents that may stand in parts, entries and pages. Formulas stand between two dollars on either side, \`$$E = mc^2$$\`.\n\n${sections.join('\n')}`
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
