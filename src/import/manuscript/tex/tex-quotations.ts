import type { Out, TexReading } from './tex-reading.ts'
import type { TexSource } from './tex-source.ts'

/** Commands of words in quotation marks (csquotes), with what is cited for them. */
export const quotationCommands: Readonly<Record<string, (tex: TexReading, source: TexSource, out: Out) => void>> = {
  enquote: quote,
  textquote: quote,
  textcquote: (tex, source, out) => {
    const options = [source.option(), source.option()].filter((option) => option !== undefined)
    const key = source.argument()
    quote(tex, source, out)
    out.say({ type: 'text', value: ' ' }, ...tex.phrases(`\\cite${options.map((option) => `[${option}]`).join('')}{${key}}`))
  },
}

/** Single marks within others. */
function quote(tex: TexReading, source: TexSource, out: Out) {
  const cited = source.option()
  const [open, close] = tex.quotations++ % 2 === 0 ? ['“', '”'] : ['‘', '’']
  out.say({ type: 'text', value: open }, ...tex.phrases(source.argument()), { type: 'text', value: close })
  tex.quotations--
  if (cited !== undefined) out.say({ type: 'text', value: ' (' }, ...tex.phrases(cited), { type: 'text', value: ')' })
}
