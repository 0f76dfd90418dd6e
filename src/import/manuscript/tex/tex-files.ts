import { decodeText } from '../../decode-text.ts'
import { withoutComments } from './tex-source.ts'

/** A document of LaTeX with the files that it names written into it. */
type Gathered = { readonly text: string; readonly files: number }

/** What all files of a document may have together, in characters. */
const longest = 8_000_000
const most = 200

/**
 * Writes the files that a document reads (`\input`, `\include`, `\subfile`, `\import`) into it at their places. Only files that
 * lie beside it or below are read, none inside of itself; what is not read stays as it is written, and is said by the reader.
 *
 * @param beside a file by its path from the folder of the document, where there is one
 */
export async function gatherTex(
  text: string,
  beside: ((path: string) => Promise<Uint8Array | undefined>) | undefined,
  encoding: string | undefined,
): Promise<string> {
  if (!beside) return text
  let [length, files] = [text.length, 0]
  const gather = async (written: string, within: readonly string[]): Promise<Gathered> => {
    const source = withoutComments(written)
    const pieces: string[] = []
    let from = 0
    for (const match of source.matchAll(reads)) {
      const path = pathOf(match)
      if (path === undefined || within.includes(path) || within.length > 10 || files >= most) continue
      const bytes = await beside(path)
      const decoded = bytes && decodeText(bytes, encoding)
      if (!decoded || 'problem' in decoded || length + decoded.text.length > longest) continue
      files++
      length += decoded.text.length
      const inside = await gather(bodyOf(decoded.text.replace(/^\uFEFF/u, '').replace(/\r\n/gu, '\n')), [...within, path])
      // What is included begins a page, and so a paragraph.
      const isApart = match[1] !== 'input'
      pieces.push(source.slice(from, match.index), isApart ? `\n\n${inside.text}\n\n` : inside.text)
      from = match.index + match[0].length
    }
    return { text: [...pieces, source.slice(from)].join(''), files }
  }
  return (await gather(text, [])).text
}

const reads = /\\(input|include|subfile|import|subimport)(?![A-Za-z])\s*(?:\{([^{}]*)\}\s*(?:\{([^{}]*)\})?|([\w./-]+))/gu

function pathOf([, command = '', first = '', second, bare]: RegExpExecArray): string | undefined {
  const isImport = command.endsWith('import')
  const name = (isImport ? `${first.trim().replace(/\/?$/u, '/')}${second?.trim() ?? ''}` : (bare ?? first).trim()).replace(
    /^(?:\.\/)+/u,
    '',
  )
  if (name === '' || (isImport && second === undefined)) return undefined
  return /\.\w+$/u.test(name) ? name : `${name}.tex`
}

/** A file that is a document of its own is read without what stands around it. */
const bodyOf = (text: string) => /\\begin\s*\{document\}([\s\S]*?)\\end\s*\{document\}/u.exec(text)?.[1] ?? text
