import type { PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Out, TexReading } from './tex-reading.ts'
import type { TexSource } from './tex-source.ts'

/** A citation (natbib, BibLaTeX) as one of Pandoc’s, which are read with the sources; `\\footcite` as a note. */
export function readCitation(tex: TexReading, written: string, source: TexSource, out: Out): void {
  const name = written.toLowerCase()
  if (source.peek() === '*') source.at++
  const cites: string[] = []
  const isMany = /cites$/u.test(name)
  if (isMany) while (source.option('(', ')') !== undefined);
  do {
    if (isMany) source.skipBlanks()
    const [first, second] = [source.option(), source.option()]
    const [before, after] = second === undefined ? ['', first ?? ''] : [first ?? '', second]
    const said = (text: string) =>
      textOf({ type: 'paragraph', children: tex.phrases(text) })
        .replace(/[[\];]/gu, '')
        .trim()
    const keys = source
      .argument()
      .split(',')
      .map((key) => key.trim())
      .filter(Boolean)
    cites.push(
      ...keys.map((key, i) => {
        const [prefix, suffix] = [i === 0 ? said(before) : '', i === keys.length - 1 ? said(after) : '']
        return `${prefix === '' ? '' : `${prefix} `}${/year/u.test(name) ? '-' : ''}@${key}${suffix === '' ? '' : `, ${suffix}`}`
      }),
    )
  } while (isMany && /^\s*[[{]/u.test(source.peek(100)))
  if (name === 'nocite' || cites.length === 0) return
  const cited: PhrasingContent = { type: 'text', value: `[${cites.join('; ')}]` }
  if (!/^foot/u.test(name)) {
    out.say(cited)
    return
  }
  const note = tex.note()
  note.children.push({ type: 'paragraph', children: [cited, { type: 'text', value: '.' }] })
  out.say({ type: 'footnoteReference', identifier: note.identifier, label: note.identifier })
}
