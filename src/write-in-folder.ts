import { mkdirSync, writeFileSync } from 'node:fs'

/**
 * Writes a file. Of thousands nearly all go into a folder that is there: it is made where it is missing, not asked for each.
 *
 * @throws what the file system says
 */
export function writeInFolder(file: URL, content: string | Uint8Array) {
  try {
    writeFileSync(file, content)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, content)
  }
}
