import type { FootnoteDefinition } from 'mdast'
import { labelsIn, withoutLabels } from '../tex-references.ts'
import type { Out, TexReading } from './tex-reading.ts'
import type { TexSource } from './tex-source.ts'

/** Commands of notes at the foot of a page or at the end. */
export const noteCommands: Readonly<Record<string, (tex: TexReading, source: TexSource, out: Out) => void>> = {
  footnote,
  endnote: footnote,
  footnotemark: (tex, source, out) => {
    source.option()
    const note = tex.note()
    tex.waiting.push(note)
    out.say({ type: 'footnoteReference', identifier: note.identifier, label: note.identifier })
  },
  footnotetext: (tex, source) => {
    source.option()
    const note = tex.waiting.shift() ?? tex.note()
    note.children.push(...(tex.blocks(source.argument()) as FootnoteDefinition['children']))
  },
}

function footnote(tex: TexReading, source: TexSource, out: Out): void {
  source.option()
  const note = tex.note()
  out.say({ type: 'footnoteReference', identifier: note.identifier, label: note.identifier })
  const inside = source.argument()
  for (const label of labelsIn(inside)) tex.labels.set(label, { kind: 'note', id: note.identifier })
  note.children.push(...(tex.blocks(withoutLabels(inside)) as FootnoteDefinition['children']))
}
