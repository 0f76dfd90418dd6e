import type { FootnoteDefinition } from 'mdast'
import type { Out, TexReading } from './tex-reading.ts'
import { labelsIn, withoutLabels } from './tex-references.ts'
import type { TexSource } from './tex-source.ts'

/** Commands of notes at the foot of a page or at the end. */
export const noteCommands: Readonly<Record<string, (tex: TexReading, source: TexSource, out: Out) => void>> = {
  footnote,
  endnote: footnote,
  footnotemark: (tex, source, out) => {
    const number = source.option()
    const note = tex.note()
    tex.waiting.push({ note, number })
    out.say({ type: 'footnoteReference', identifier: note.identifier, label: note.identifier })
  },
  footnotetext: (tex, source) => {
    const number = source.option()
    // The words are those of the mark with that number; without one, of the first that has none yet.
    const found = tex.waiting.findIndex((mark) => mark.number === number)
    const note = tex.waiting.splice(Math.max(0, found), 1)[0]?.note ?? tex.note()
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
