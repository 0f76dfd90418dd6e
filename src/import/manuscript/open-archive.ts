import { strFromU8, unzipSync } from 'fflate'

const mega = 1_000_000
const most = { files: 5_000, file: 100 * mega, all: 200 * mega }

/**
 * The files of a document that is an archive. Refused are archives that would be too large, names that lead out of them,
 * macros, and XML with entities of its own.
 */
export function openArchive(bytes: Uint8Array): { readonly files: Record<string, Uint8Array> } | { readonly problem: string } {
  let problem: string | undefined
  let [count, size] = [0, 0]
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1
        size += originalSize
        if (count > most.files || originalSize > most.file || size > most.all) problem ??= 'it would be larger than 200 MB unpacked'
        else if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/iu.test(name)) problem ??= `a name in it leads out of it: “${name}”`
        else if (/vbaProject|\.bas$|Basic\//iu.test(name)) problem ??= 'there are macros in it; save it without them (as .docx or .odt)'
        return problem === undefined && !/\.(?:png|jpe?g|gif|emf|wmf|bin|ttf|odttf)$/iu.test(name)
      },
    })
    if (problem !== undefined) return { problem }
    const unpacked = Object.values(files).reduce((sum, file) => sum + file.length, 0)
    if (unpacked > most.all) return { problem: 'it would be larger than 200 MB unpacked' }
    const entities = Object.entries(files).find(
      ([name, file]) =>
        /\.(?:xml|rels|xhtml|html|opf|ncx)$/iu.test(name) && /<!(?:ENTITY|DOCTYPE[^>]*\[)/u.test(strFromU8(file.subarray(0, 4_000))),
    )
    return entities ? { problem: `“${entities[0]}” in it defines entities, which no program writes there` } : { files }
  } catch {
    return { problem: problem ?? 'it is no archive, or a damaged one' }
  }
}
