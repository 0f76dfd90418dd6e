import { createHash } from 'node:crypto'

/** What is to be known of a bag, by the labels of RFC 8493, §2.2.2. */
export type BagFacts = Readonly<Record<string, string>>

/**
 * The files of a bag (BagIt 1.0, RFC 8493), by their paths in it: what is deposited below `data/`, what describes it
 * beside that, and the SHA-256 of all.
 *
 * @param payload contents by their paths below `data/`
 * @param tags contents of files that describe the payload, by their paths in the bag
 */
export function makeBag(
  payload: ReadonlyMap<string, Uint8Array>,
  tags: ReadonlyMap<string, string>,
  facts: BagFacts,
): Map<string, Uint8Array> {
  const inData = new Map([...payload].map(([path, content]) => [`data/${path}`, content]))
  const bytes = [...payload.values()].reduce((sum, content) => sum + content.length, 0)
  const info = { ...facts, 'Payload-Oxum': `${bytes}.${payload.size}` }
  const described = new Map<string, Uint8Array>([
    ['bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    [
      'bag-info.txt',
      Buffer.from(
        Object.entries(info)
          .map(([label, value]) => `${label}: ${oneLine(value)}\n`)
          .join(''),
      ),
    ],
    ...[...tags].map(([path, text]) => [path, Buffer.from(text)] as const),
    ['manifest-sha256.txt', manifestOf(inData)],
  ])
  return new Map([...described, ['tagmanifest-sha256.txt', manifestOf(described)], ...inData])
}

const manifestOf = (files: ReadonlyMap<string, Uint8Array>): Buffer =>
  Buffer.from(
    [...files]
      .map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${inManifest(path)}\n`)
      .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
      .join(''),
  )

/** Only these signs are written otherwise (§2.1.3). */
const inManifest = (path: string) => path.replace(/[%\r\n]/gu, encodeURIComponent)

const oneLine = (value: string) => value.replace(/\s+/gu, ' ').trim()
