import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { memoize } from '../memoize.ts'
import type { ManuscriptFile } from '../model/facts.ts'

/** The files that a publication is made of; the ledger of permalinks is not one of them, for a build may write it. */
const published =
  /^(?:translations\/[^/]+\/)?(?:(?:parts|glossary|pages)\/[^/]+\.mdx|(?:sources|charts)\/[^/]+\.yaml|(?:series|timeline|places|map)\.yaml|(?:pictures|recordings)\/.+)$/u

/**
 * The content hash of a manuscript: the same texts and pictures have the same wherever they lie. SHA-256 (hexadecimal)
 * of a list with a line `<SHA-256 of the file>  <path>` for each file, in the order of the paths’ code units: what
 * `sha256sum` prints. Texts count without byte order mark and with line feeds only, pictures as they are; paths in
 * Unicode’s form C. The line of `series.yaml` that says that there is a ledger does not count, as the ledger does not.
 * Of a translation it is that of the original’s files and those in the folder of its language, as they lie. See decision 36.
 */
export function hashManuscript(files: readonly ManuscriptFile[]): string {
  const lines = files
    .filter(({ path }) => published.test(path))
    .map(({ path, text, digest }) => ({
      path: path.normalize('NFC'),
      digest: digest ?? hashText(path, path === 'series.yaml' ? withoutMark(text) : text),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, digest }) => `${digest}  ${path}\n`)
  return bytesToHex(sha256(utf8ToBytes(lines.join(''))))
}

const withoutMark = (text: string) => text.replace(/^permalinks:.*(?:\r?\n|$)/mu, '')

const hashText = memoize((text: string) => bytesToHex(sha256(utf8ToBytes(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')))))
