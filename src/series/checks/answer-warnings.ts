import { type Code, catalog } from '../../diagnostics/catalog.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { type Answer, findAnswers } from '../../manuscript/answers.ts'
import { memoize } from '../../memoize.ts'
import type { ManuscriptFile } from '../../model/facts.ts'

const warnings = Object.entries(catalog).flatMap(([code, { severity }]) => (severity === 'warning' ? [code as Code] : []))

/** Takes out the warnings that the writer has answered in place, and reports the answers that answer nothing. See decision 23. */
export function answerWarnings(diagnostics: readonly Diagnostic[], files: readonly ManuscriptFile[]): Diagnostic[] {
  const answers = answersIn(files)
  const told = Map.groupBy(diagnostics, ({ file }) => file)
  const isNeeded = (answer: Given) => told.get(answer.file)?.some((diagnostic) => isFor(answer, diagnostic)) ?? false
  return [...unanswered(diagnostics, answers), ...answers.flatMap((answer) => judge(answer, isNeeded(answer)))]
}

/** The same while there are errors, among which more warnings may be waiting: what is answered is taken out. */
export function leaveAnswered(diagnostics: readonly Diagnostic[], files: readonly ManuscriptFile[]): Diagnostic[] {
  return unanswered(diagnostics, answersIn(files))
}

function unanswered(diagnostics: readonly Diagnostic[], answers: readonly Given[]): Diagnostic[] {
  const inFiles = Map.groupBy(answers, ({ file }) => file)
  return diagnostics.filter((diagnostic) => !inFiles.get(diagnostic.file)?.some((answer) => isFor(answer, diagnostic)))
}

type Given = Answer & { readonly file: string; readonly meant: string | undefined }

const answersIn = (files: readonly ManuscriptFile[]): Given[] => files.flatMap((file) => answersOf(file.path, file))

const answersOf = memoize((file: ManuscriptFile): Given[] =>
  findAnswers(file).map((answer) => ({ ...answer, file: file.path, meant: codeMeant(answer) })),
)

const isFor = (answer: Given, { severity, code, file, span }: Diagnostic) =>
  severity === 'warning' && answer.reason !== '' && answer.meant === code && answer.file === file && answer.lines.has(span.start.line)

/** The code of an answer, or the one that was meant where it is misspelt: then the misspelling is what is told. */
const codeMeant = ({ code }: Answer) => (Object.hasOwn(catalog, code) ? code : suggest(code, warnings))

function judge({ code, meant, reason, file, span }: Given, isNeeded: boolean): Diagnostic[] {
  if (!warnings.some((warning) => warning === code)) {
    const nearest = meant === code ? undefined : meant
    return [diagnose('answer-unknown', file, span, { code, isError: Object.hasOwn(catalog, code), ...(nearest && { nearest }) })]
  }
  if (reason === '') return [diagnose('answer-without-reason', file, span, { code })]
  return isNeeded ? [] : [diagnose('answer-unneeded', file, span, { code })]
}
