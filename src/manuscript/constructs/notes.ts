import type { FootnoteDefinition, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { ManuscriptFile, Span } from '../../model/facts.ts'
import { idSchema } from '../../model/ids.ts'
import { nodesOf, spanOf } from '../nodes.ts'
import type { Survey } from '../survey/survey.ts'
import { ownText } from '../survey/text-of-words.ts'
import { spanIn } from '../yaml/span-in.ts'

const longest = 2400

/** Checks the notes of a part: each reference has its note, each note a reference, a text and an id of its own. */
export function checkNotes({ tree, notes }: Pick<Survey, 'tree' | 'notes'>, file: ManuscriptFile): Diagnostic[] {
  const first = new Map<string, FootnoteDefinition>()
  const used = new Set(notes.map(({ id }) => id))
  const diagnostics: Diagnostic[] = []
  for (const definition of nodesOf(tree, 'footnoteDefinition')) {
    const note = typedId(definition)
    const span = markerOf(definition)
    const report = <C extends 'note-duplicate' | 'note-unused' | 'note-id-invalid'>(code: C, params: Parameters<typeof diagnose<C>>[3]) =>
      diagnostics.push(diagnose(code, file.path, span, params))
    const taken = first.get(note)
    if (taken) report('note-duplicate', { note, first: `this file, line ${spanOf(taken).start.line}` })
    else first.set(note, definition)
    if (!idSchema.safeParse(definition.label ?? note).success) report('note-id-invalid', { note: definition.label ?? note })
    if (!taken && !used.has(definition.identifier)) report('note-unused', { note })
  }
  for (const { words, definition } of notes) {
    const { length } = ownText(words)
    if (words.every(({ kind }) => kind === 'marker'))
      diagnostics.push(diagnose('note-empty', file.path, markerOf(definition), { note: typedId(definition) }))
    if (length > longest)
      diagnostics.push(diagnose('note-too-long', file.path, markerOf(definition), { note: typedId(definition), characters: length }))
  }
  return [...diagnostics, ...findBadIds(tree, file), ...findUndefined(tree, file, first)]
}

/** Notes in a text that has none to number: glossary definitions and pages. */
export function forbidNotes(tree: Root, file: ManuscriptFile): Diagnostic[] {
  const notes = nodesOf(tree, 'footnoteDefinition', 'footnoteReference')
  const spans = notes.map((node) => (node.type === 'footnoteDefinition' ? markerOf(node) : spanOf(node)))
  return [...spans, ...undefinedReferences(tree, file).map(({ span }) => span)].map((span) =>
    diagnose('note-misplaced', file.path, span, {}),
  )
}

/** Notes whose id has a space: with one, Markdown makes a link of the reference and a link’s address of the note. */
function findBadIds(tree: Root, { path }: ManuscriptFile): Diagnostic[] {
  return nodesOf(tree, 'linkReference', 'definition').flatMap((node) => {
    const label = node.label ?? node.identifier
    return label.startsWith('^') ? [diagnose('note-id-invalid', path, spanOf(node), { note: label.slice(1) })] : []
  })
}

function findUndefined(tree: Root, file: ManuscriptFile, defined: ReadonlyMap<string, FootnoteDefinition>): Diagnostic[] {
  return undefinedReferences(tree, file).map(({ note, span }) => {
    if (/\s/u.test(note)) return diagnose('note-id-invalid', file.path, span, { note })
    const nearest = suggest(note, [...defined.keys()])
    const definition = nearest && defined.get(nearest)
    return diagnose('note-unknown', file.path, span, { note, ...(definition && { nearest, definedOn: spanOf(definition).start.line }) })
  })
}

/**
 * References without a note. GFM leaves them as literal text (https://github.github.com/gfm/ has no footnotes;
 * micromark-extension-gfm-footnote makes a reference only where there is a definition), so they are looked for there.
 */
function undefinedReferences(tree: Root, { text }: ManuscriptFile): { note: string; span: Span }[] {
  const references: { note: string; span: Span }[] = []
  for (const node of nodesOf(tree, 'text')) {
    const { start, end } = spanOf(node)
    for (const match of text.slice(start.offset, end.offset).matchAll(/(?<!\\)\[\^([^\]\n[]+)\]/gu)) {
      references.push({ note: match[1] ?? '', span: spanIn(text, start.offset + match.index, match[0].length) })
    }
  }
  return references
}

/** The id as it is typed; that of a numbered note names its part as well. */
const typedId = ({ label, identifier }: FootnoteDefinition) => (/^\d+$/u.test(label ?? '') ? (label ?? identifier) : identifier)

/** The `[^id]:` of a definition. */
function markerOf(definition: FootnoteDefinition): Span {
  const { start } = spanOf(definition)
  const length = (definition.label ?? definition.identifier).length + 4
  return { start, end: { line: start.line, column: start.column + length, offset: start.offset + length } }
}
