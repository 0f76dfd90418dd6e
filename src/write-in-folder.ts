import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file. Of thousands nearly all go into a folder that is there: it is made where it is missing, not asked for each.
 *
 * @throws what the file system says
 */
export function writeInFolder(file: URL | string, content: string | Uint8Array) {
  try {
    writeFileSync(file, content)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(typeof file === 'string' ? dirname(file) : new URL('.', file), { recursive: true })
    writeFileSync(file, content)
  }
}
