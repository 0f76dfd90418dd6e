import { strFromU8, unzipSync } from 'fflate'
import { decodeText } from '../../decode-text.ts'

const mega = 1_000_000
const most = { files: 5_000, text: 32 * mega, file: 64 * mega, all: 200 * mega }
const isText = /\.(?:xml|rels|xhtml|html?|opf|ncx|svg)$/iu

/** The files of a document that is an archive. */
export type Archive = {
  /** By the name in the archive. */
  readonly files: Record<string, Uint8Array>
  /** A file as text, in the encoding that its mark or its first line names. */
  readonly textOf: (name: string) => string | undefined
}

/**
 * Opens a document that is an archive. Refused are archives that would be too large, names that lead out of them, macros,
 * and XML with entities of its own. Nothing outside of it is looked for.
 */
export function openArchive(bytes: Uint8Array): Archive | { readonly problem: string } {
  try {
    const problem = problemIn(bytes)
    if (problem !== undefined) return { problem }
    const files = unzipSync(bytes, { filter: ({ name }) => !/\.(?:bin|ttf|otf|odttf|woff2?|mp[34]|mov)$/iu.test(name) })
    const textOf = (name: string) => (files[name] ? xmlText(files[name]) : undefined)
    const entities = Object.keys(files).find((name) => isText.test(name) && /<!ENTITY|<!DOCTYPE[^>]*\[/u.test(textOf(name) ?? ''))
    return entities ? { problem: `“${entities}” in it defines entities, which no program writes there` } : { files, textOf }
  } catch {
    return { problem: 'it is no archive, or a damaged one' }
  }
}

/** Why an archive is refused, by its list of what is in it: nothing is unpacked for this. */
function problemIn(bytes: Uint8Array): string | undefined {
  let problem: string | undefined
  let [count, size] = [0, 0]
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      count += 1
      size += originalSize
      if (count > most.files) problem ??= `it has more than ${most.files} files in it`
      else if (originalSize > (isText.test(name) ? most.text : most.file) || size > most.all)
        problem ??= `it would be too large unpacked: a text may have ${most.text / mega} MB, and all of it ${most.all / mega} MB`
      else if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/iu.test(name)) problem ??= `a name in it leads out of it: “${name}”`
      else if (/vbaProject|vbaData|\.bas$|(?:^|\/)(?:Basic|Scripts)\/./iu.test(name))
        problem ??= 'there are macros in it; save it without them (as .docx or .odt)'
      return false
    },
  })
  return problem
}

function xmlText(bytes: Uint8Array): string {
  const named = /^<\?xml[^>]*?encoding=["']([\w-]+)["']/u.exec(strFromU8(bytes.subarray(0, 200), true))?.[1]
  const read = decodeText(bytes, named)
  return 'text' in read ? read.text.replace(/^\uFEFF/u, '') : ''
}
