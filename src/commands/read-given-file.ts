import { readFile, stat } from 'node:fs/promises'
import { decodeText } from '../import/decode-text.ts'

/** No library of works is longer, and no text that somebody wrote. */
const most = 64_000_000

/** The bytes of a file that a command is given; where it cannot be read, why. */
export async function readGivenBytes(path: string): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }> {
  try {
    const { size } = await stat(path)
    if (size > most) return { problem: `${path} has ${Math.round(size / 1_000_000)} MB; a file may have ${most / 1_000_000}.` }
    return { bytes: await readFile(path) }
  } catch (error) {
    return {
      problem: `${path} cannot be read: ${error instanceof Error && 'code' in error ? (reasons[String(error.code)] ?? error.message) : String(error)}.`,
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
}

/** The text of a file that a command is given. */
export async function readGivenFile(path: string, encoding?: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  const read = await readGivenBytes(path)
  if ('problem' in read) return read
  const decoded = decodeText(read.bytes, encoding)
  return 'problem' in decoded ? { problem: `${path} cannot be read: ${decoded.problem}.` } : decoded
}
