import type { z } from 'zod'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DocumentFacts, DocumentKind, ManuscriptFile } from '../model/facts.ts'
import { checkDialects } from './advice/dialects.ts'
import { findLiteralEmphasis } from './advice/literal-emphasis.ts'
import { checkRunTogether } from './advice/run-together.ts'
import { checkComponents } from './components.ts'
import { checkCode } from './constructs/code.ts'
import { constructOf } from './constructs/constructs.ts'
import { checkFormulas } from './constructs/formula.ts'
import { checkHeadings } from './constructs/headings.ts'
import { checkNotes, forbidNotes } from './constructs/notes.ts'
import { findMisplacedFrontMatter, frontMatter } from './front-matter.ts'
import { checkReferences } from './invisible-references.ts'
import type { PageLedger } from './ledger/page-ledger.ts'
import { checkLinksInLinks } from './links-in-links.ts'
import { checkLocators } from './locators.ts'
import { ownNumbers } from './numbered-notes.ts'
import { takeTitle } from './own-title.ts'
import { parseMdx } from './parse.ts'
import { checkPlacement } from './placement.ts'
import { checkSees } from './see-unknown.ts'
import { factsOf } from './survey/facts.ts'
import { type Survey, survey } from './survey/survey.ts'
import { ownText } from './survey/text-of-words.ts'
import { checkTakenIds } from './taken-ids.ts'
import { type Locate, readYaml } from './yaml/yaml.ts'

export type ReadDocument<F> = {
  readonly facts?: DocumentFacts
  /** What stands where in the text, with its tree. */
  readonly surveyed?: Survey
  readonly frontMatter?: F
  /** For a part without a title in its front matter: the heading it begins with, or its first. */
  readonly heading?: string
  readonly locate: Locate
  readonly diagnostics: readonly Diagnostic[]
}

/** What a file is in the manuscript, and what has been published on its page. */
export type DocumentRole = {
  readonly kind: DocumentKind
  readonly id: string
  readonly ledger: PageLedger
  /** Of the series. */
  readonly language: string
}

/** Reads one MDX file of the manuscript: every fact in it, and every mistake that shows without the other files. */
export function readDocument<F>(file: ManuscriptFile, about: DocumentRole, schema: z.ZodType<F>): ReadDocument<F> {
  const read = readFrontMatter(file, schema)
  const front = { ...read, diagnostics: [...findMisplacedFrontMatter(file), ...read.diagnostics] }
  const { tree: parsed, diagnostics: syntax } = parseMdx(file)
  if (!parsed) return { ...front, diagnostics: [...front.diagnostics, ...syntax] }
  const { kind, id, ledger, language } = about
  const title = kind === 'part' && !hasTitle(front.frontMatter) ? takeTitle(parsed) : undefined
  if (kind === 'part') ownNumbers(parsed, id, ledger.references)
  const surveyed = survey(parsed, ledger, kind)
  const { tree } = surveyed
  const diagnostics = [
    ...front.diagnostics,
    ...syntax,
    ...checkComponents(tree, file),
    ...checkPlacement(parsed, file.path),
    ...checkCode(tree, file),
    ...checkFormulas(tree, file),
    ...checkLocators(tree, file.path, language),
    ...(kind === 'part' ? checkNotes(surveyed, file) : forbidNotes(tree, file)),
    ...checkHeadings(surveyed.headings, file.path),
    ...checkTakenIds(surveyed, kind, file.path),
    ...surveyed.components.flatMap((use) => constructOf(use.node)?.check?.(use, file.path) ?? []),
    ...checkSees(surveyed, file.path),
    ...checkReferences(tree, file),
    ...checkLinksInLinks(tree, file),
    ...checkRunTogether(surveyed, file),
    ...checkDialects(tree, file),
    ...findLiteralEmphasis(tree, file),
  ]
  const heading = title ?? (surveyed.headings[0] && ownText(surveyed.headings[0].words))
  const facts = factsOf(surveyed, { kind, id, path: file.path })
  return { ...front, surveyed, facts, diagnostics, ...(heading && { heading }) }
}

const hasTitle = (frontMatter: unknown) =>
  typeof frontMatter === 'object' && frontMatter !== null && 'title' in frontMatter && frontMatter.title !== undefined

/** The front matter of a text, with the places of its fields. */
export function readFrontMatter<F>(file: ManuscriptFile, schema: z.ZodType<F>) {
  const found = frontMatter.exec(file.text)
  const before = found ? found[0].slice(0, found[0].indexOf('\n') + 1) : ''
  const { value, locate, diagnostics } = readYaml(found?.[1] ?? '{}', schema, { file: file.path, code: 'front-matter-invalid', before })
  return { locate, diagnostics, ...(value !== undefined && { frontMatter: value }) }
}
