import type { Paragraph, PhrasingContent } from 'mdast'
import { trimmed } from './tex-nodes.ts'
import type { Block, TexReading } from './tex-reading.ts'

/** Lines moved in begin with a wide space for each step, which the writer of MDX makes two blanks of. */
const step = '\u2003'

/** Verse, of `verse` or the package of that name: `\\` ends a line, an empty line or `\\!` a stanza. */
export function readVerse(tex: TexReading, inside: string): Block[] {
  const stanzas = inside
    .replace(/\\\\!(?:\[[^\]]*\])?/gu, '\n\n')
    .replace(/\\vin(?![A-Za-z])\s*/gu, step)
    .replace(
      /\\(?:hspace\*?\s*\{\s*([\d.]+)\s*(?:em|cm|\\vgap)?[^{}]*\}|quad(?![A-Za-z])|qquad(?![A-Za-z])|indent(?![A-Za-z]))\s*/gu,
      (whole, width) => step.repeat(whole.startsWith('\\qquad') ? 2 : Math.min(8, Math.max(1, Math.round(Number(width ?? 1))))),
    )
    .split(/\n[ \t]*\n/u)
    .map((stanza) => linesOf(stanza).map((line) => verseLine(tex, line)))
    .map((lines) => lines.filter((line) => line.length > 0))
    .filter((lines) => lines.length > 0)
    .map(
      (lines): Paragraph => ({
        type: 'paragraph',
        children: lines.flatMap((line, i): PhrasingContent[] => [...(i > 0 ? [{ type: 'break' } as const] : []), ...line]),
      }),
    )
  return stanzas.length === 0 ? [] : [{ type: 'verse', children: stanzas } as unknown as Block]
}

/** Lines end where LaTeX is told to end them, but not within braces, as of a note in the verse. */
function linesOf(stanza: string): string[] {
  const lines = ['']
  let depth = 0
  for (let at = 0; at < stanza.length; at++) {
    const sign = stanza[at] ?? ''
    const isEnd = sign === '\\' && stanza[at + 1] === '\\' && depth === 0
    if (isEnd) {
      at += 1 + (/^(?:[*>]|\[[^\]]*\])+/u.exec(stanza.slice(at + 2, at + 42))?.[0].length ?? 0)
      lines.push('')
      continue
    }
    if (sign === '{') depth++
    if (sign === '}') depth--
    const taken = sign === '\\' ? stanza.slice(at, at + 2) : sign
    at += taken.length - 1
    lines.push((lines.pop() ?? '') + taken)
  }
  return lines
}

function verseLine(tex: TexReading, line: string): PhrasingContent[] {
  const steps = [...(new RegExp(`^[ \\n\\t]*(${step}+)`, 'u').exec(line)?.[1] ?? '')].length
  const words = trimmed(tex.phrases(line.replaceAll('\n', ' ')))
  return steps > 0 && words.length > 0 ? [{ type: 'text', value: step.repeat(steps) }, ...words] : words
}
