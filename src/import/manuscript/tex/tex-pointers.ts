import type { PhrasingContent } from 'mdast'
import { programCommand } from '../../../model/program-command.ts'
import { readVerbatim } from '../../bibtex/read-verbatim.ts'
import type { Out, TexReading } from './tex-reading.ts'
import { referenceTo } from './tex-references.ts'
import type { TexSource } from './tex-source.ts'

/** Commands that point to something: to addresses, labels, other files, libraries. */
export const pointers: Readonly<Record<string, (tex: TexReading, source: TexSource, out: Out) => void>> = {
  href: (tex, source, out) => {
    const url = readVerbatim(source.argument())
    out.say({ type: 'link', url, children: tex.phrases(source.argument()) })
  },
  url: (_, source, out) => {
    const url = readVerbatim(source.argument())
    out.say({ type: 'link', url, children: [{ type: 'text', value: url }] })
  },
  bibliography: (tex, source) => library(tex, source),
  addbibresource: (tex, source) => library(tex, source),
  input: (tex, source) => otherFile(tex, source),
  include: (tex, source) => otherFile(tex, source),
  subfile: (tex, source) => otherFile(tex, source),
  import: (tex, source) => otherFile(tex, source, source.argument()),
  subimport: (tex, source) => otherFile(tex, source, source.argument()),
  ref: (_, source, out) => reference(source, out),
  autoref: (_, source, out) => reference(source, out),
  nameref: (_, source, out) => reference(source, out),
  vref: (_, source, out) => reference(source, out),
  cref: (_, source, out) => reference(source, out),
  Cref: (_, source, out) => reference(source, out),
  pageref: (tex, source) => leaveReference(tex, 'pageref', source),
  eqref: (tex, source) => leaveReference(tex, 'eqref', source),
}

function library(tex: TexReading, source: TexSource) {
  source.option()
  for (const name of source.argument().split(',')) {
    const file = name.trim().replace(/(?:\.bib)?$/u, '.bib')
    tex.losses.push({ place: file, says: `this library is not read here: take its works in with “${programCommand('sources')}”` })
  }
}

function otherFile(tex: TexReading, source: TexSource, folder = '') {
  source.skipBlanks()
  const bare = source.peek() === '{' ? undefined : (/^[\w./-]+/u.exec(source.peek(200))?.[0] ?? '')
  const name = bare ?? source.argument()
  source.at += bare?.length ?? 0
  tex.losses.push({
    place: `the file “${folder}${name.trim()}”`,
    says: 'is not read: only files beside the document or below it are, each once; put its text into this one, or import it by itself',
  })
}

function reference(source: TexSource, out: Out) {
  const labels = source
    .argument()
    .split(',')
    .map((label) => label.trim())
  out.say(
    ...labels.flatMap((label, i): PhrasingContent[] => [...(i > 0 ? [{ type: 'text' as const, value: ', ' }] : []), referenceTo(label)]),
  )
}

function leaveReference(tex: TexReading, name: string, source: TexSource) {
  const says = name === 'eqref' ? 'left out: formulas have no numbers here' : 'left out: there are no pages here'
  tex.losses.push({ place: `\\${name}{${source.argument().trim()}}`, says })
  // The blank before it stands already.
  source.skipBlanks()
}
