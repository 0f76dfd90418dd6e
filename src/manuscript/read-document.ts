import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { z } from 'zod'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type {
  CertaintyFact,
  ChartFact,
  CitationFact,
  DateFact,
  DocumentFacts,
  DocumentKind,
  LinkFact,
  ManuscriptFile,
  MentionFact,
  PictureFact,
} from '../model/facts.ts'
import { idSchema } from '../model/ids.ts'
import { checkDialects } from './advice/dialects.ts'
import { findLiteralEmphasis } from './advice/literal-emphasis.ts'
import { checkRunTogether } from './advice/run-together.ts'
import { checkCertainty } from './certainty.ts'
import { checkComponents, propsOf } from './components.ts'
import { unusedDefinitions } from './definitions.ts'
import { findMisplacedFrontMatter, frontMatter } from './front-matter.ts'
import { checkReferences } from './invisible-references.ts'
import type { PageLedger } from './ledger/page-ledger.ts'
import { isInternal } from './links.ts'
import { checkLinksInLinks } from './links-in-links.ts'
import { checkLocators } from './locators.ts'
import { type Element, spanOf } from './nodes.ts'
import { checkNotes, forbidNotes } from './notes.ts'
import { parseMdx } from './parse.ts'
import { checkPlacement } from './placement.ts'
import { type Survey, type SurveyedComponent, survey } from './survey.ts'
import { checkTakenIds } from './taken-ids.ts'
import { countWords, ownText, recordedText } from './words.ts'
import { type Locate, readYaml } from './yaml/yaml.ts'

export type ReadDocument<F> = {
  readonly facts?: DocumentFacts
  /** The text as a tree, heading marks taken out. */
  readonly tree?: Root
  readonly frontMatter?: F
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
  const { tree, diagnostics: syntax } = parseMdx(file)
  if (!tree) return { ...front, diagnostics: [...front.diagnostics, ...syntax] }
  const { kind, id, ledger, language } = about
  const placement = checkPlacement(tree, file.path)
  const surveyed = survey(tree, ledger, kind)
  const facts = factsOf(tree, surveyed, { kind, id, path: file.path })
  const diagnostics = [
    ...front.diagnostics,
    ...syntax,
    ...checkComponents(tree, file),
    ...placement,
    ...checkLocators(tree, file.path, language),
    ...(kind === 'part' ? checkNotes(tree, surveyed, file) : forbidNotes(tree, file)),
    ...checkHeadings(surveyed, file.path),
    ...checkTakenIds(facts),
    ...checkCertainty(surveyed, file.path),
    ...checkReferences(tree, file),
    ...checkLinksInLinks(tree, file),
    ...checkRunTogether(tree, surveyed, file),
    ...checkDialects(tree, file),
    ...findLiteralEmphasis(tree, file),
  ]
  return { ...front, tree, facts, diagnostics }
}

function readFrontMatter<F>(file: ManuscriptFile, schema: z.ZodType<F>) {
  const found = frontMatter.exec(file.text)
  const before = found ? found[0].slice(0, found[0].indexOf('\n') + 1) : ''
  const { value, locate, diagnostics } = readYaml(found?.[1] ?? '{}', schema, { file: file.path, code: 'front-matter-invalid', before })
  return { locate, diagnostics, ...(value !== undefined && { frontMatter: value }) }
}

function factsOf(tree: Root, surveyed: Survey, about: Pick<DocumentFacts, 'kind' | 'id' | 'path'>): DocumentFacts {
  return {
    ...about,
    sections: surveyed.headings.map(({ node, id, words }) => ({ id, words, level: node.depth, span: spanOf(node) })),
    paragraphs: surveyed.paragraphs.map(({ node: _, ...paragraph }) => paragraph),
    notes: surveyed.notes.map(({ definition, ...note }) => ({ ...note, span: spanOf(definition) })),
    references: surveyed.references.map(({ node, number: _, ...reference }) => ({ ...reference, span: spanOf(node) })),
    certainty: surveyed.components.flatMap(certaintyOf),
    citations: surveyed.components.flatMap(citationsOf),
    mentions: surveyed.components.flatMap(mentionsOf),
    dates: datesOf(surveyed.components),
    links: linksOf(tree),
    pictures: picturesOf(surveyed.components),
    charts: chartsOf(surveyed.components),
    moved: surveyed.moved,
    wordCount: surveyed.paragraphs.reduce((sum, { words }) => sum + countWords(ownText(words)), 0),
  }
}

function certaintyOf({ node, spot, words = [] }: SurveyedComponent): CertaintyFact[] {
  const props = node.name === 'Certainty' && spot.kind === 'note' ? propsOf('Certainty', node) : undefined
  return props && spot.kind === 'note' ? [{ note: spot.id, level: props.level, words, span: spanOf(node) }] : []
}

function citationsOf({ node, ordinal, spot, cluster }: SurveyedComponent): CitationFact[] {
  const where = { ordinal, spot, span: spanOf(node) }
  if (node.name === 'Source') {
    const props = propsOf('Source', node)
    if (!props) return []
    const { id, locator, prefix, suffix, 'suppress-author': suppressesAuthor } = props
    const asked = {
      ...(locator && { locator }),
      ...(prefix && { prefix }),
      ...(suffix && { suffix }),
      ...(suppressesAuthor && { suppressesAuthor }),
    }
    return [{ kind: 'citation', source: id, ...asked, ...(cluster && { cluster }), ...where }]
  }
  const props = quotationPropsOf(node)
  return props ? [{ kind: 'quotation', source: props.source, ...(props.locator && { locator: props.locator }), ...where }] : []
}

function mentionsOf({ node, ordinal, spot }: SurveyedComponent): MentionFact[] {
  const where = { ordinal, spot, span: spanOf(node) }
  if (node.name === 'Term') {
    const props = propsOf('Term', node)
    return props ? [{ kind: 'word', term: props.id, ...where }] : []
  }
  const speaker = quotationPropsOf(node)?.speaker
  return speaker ? [{ kind: 'speaker', term: speaker, ...where }] : []
}

const quotationPropsOf = (node: Element) => (node.name === 'Quotation' || node.name === 'Epigraph' ? propsOf(node.name, node) : undefined)

function datesOf(components: Survey['components']): DateFact[] {
  const shown = new Set<string>()
  return components.flatMap(({ node, ordinal, scope, spot }) => {
    if (node.name !== 'CalendarDate') return []
    const props = propsOf('CalendarDate', node)
    if (!props) return []
    const { year, ...written } = props
    const mark = `${scope} ${written.julian ?? written.gregorian}`
    const isFirst = !shown.has(mark) && node.children.length === 0
    if (isFirst) shown.add(mark)
    return [{ written, ordinal, withYear: year === true, isFirst, spot, span: spanOf(node) }]
  })
}

function linksOf(tree: Root): LinkFact[] {
  const links: LinkFact[] = []
  const unused = new Set<unknown>(unusedDefinitions(tree))
  visit(tree, ['link', 'definition'], (node) => {
    if (unused.has(node)) return
    if ((node.type === 'link' || node.type === 'definition') && isInternal(node.url)) links.push({ address: node.url, span: spanOf(node) })
  })
  return links
}

const picturesOf = (components: Survey['components']): PictureFact[] =>
  components.flatMap(({ node }) => {
    const props = node.name === 'Figure' ? propsOf('Figure', node) : undefined
    return props ? [{ file: props.src, ...(props.id && { id: props.id }), span: spanOf(node) }] : []
  })

const chartsOf = (components: Survey['components']): ChartFact[] =>
  components.flatMap(({ node }) => {
    const props = node.name === 'Chart' ? propsOf('Chart', node) : undefined
    return props ? [{ chart: props.id, span: spanOf(node) }] : []
  })

function checkHeadings({ headings }: Survey, path: string): Diagnostic[] {
  const first = new Map<string, number>()
  let level = 1
  return headings.flatMap(({ node, id, isFixed, words }) => {
    const span = spanOf(node)
    const found: Diagnostic[] = []
    if (recordedText(words).trim() === '') found.push(diagnose('heading-empty', path, span, {}))
    if (isFixed && !idSchema.safeParse(id).success) found.push(diagnose('heading-id-invalid', path, span, { id }))
    const line = first.get(id)
    if (line === undefined) first.set(id, span.start.line)
    else found.push(diagnose('heading-duplicate-id', path, span, { id, line }))
    if (node.depth > level + 1 || node.depth === 1) {
      found.push(
        diagnose('heading-level-skipped', path, span, { level: node.depth, expected: Math.min(node.depth === 1 ? 2 : level + 1, 6) }),
      )
    }
    level = Math.max(node.depth, 2)
    return found
  })
}
