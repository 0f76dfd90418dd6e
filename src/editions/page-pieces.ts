import { isUtf8 } from 'node:buffer'
import type { Edition } from '../model/series.ts'
import { digestOf, factsOf, readAsHeld, setDigest, setFacts, writeInto } from './site-files.ts'
import { signsOfEdition } from './without-edition.ts'

/** A text that was taken out of a file, and how many bytes of what is left stand between it and the one before. */
export type FoundText = { readonly after: number; readonly text: string }

/** A file in pieces: what it has alone, and what it has in common with others or every edition says anew. */
export type Pieces = {
  /** UTF-8, one piece after the other. */
  readonly rest: Uint8Array
  /** SHA-256 of the rest in base64. */
  readonly digest: string
  readonly found: readonly FoundText[]
}

/** In characters. Shorter ones cost more as places in the list of what is packed than they save. */
const shortest = 1000

/** Stands in pages for the size of the packs until these are made. */
export const placeOfSize = '0size0of0the0packs0'

/**
 * Takes out of a file what stands in many, to stand once in the list of what is packed: the style sheets in pages, too far from each
 * other for a compressor whose window is 32 kB; and what every edition says anew on pages that are otherwise as they were, its hash and
 * the size of the packs, so that the packs of these stay the same.
 *
 * @param path of the file: of those that are neither pages nor data nothing is taken
 * @param changing texts of letters and figures that change from edition to edition, wherever they stand
 */
export function inPieces(path: string, content: string | Buffer, changing: readonly string[] = []): Pieces {
  if (!/\.(?:html|json)$/u.test(path) || (typeof content !== 'string' && !isUtf8(content)))
    return { rest: typeof content === 'string' ? Buffer.from(content) : content, digest: digestOf(content), found: [] }
  const whole = content.toString()
  const [pieces, found]: [Buffer[], FoundText[]] = [[], []]
  let end = 0
  for (const match of whole.matchAll(patternFor(changing.join('|')))) {
    const [before = '', text = ''] = match.slice(1).filter((group) => group !== undefined)
    if (text === '') continue
    const at = match.index + before.length
    const piece = Buffer.from(whole.slice(end, at))
    pieces.push(piece)
    found.push({ after: piece.length, text })
    end = at + text.length
  }
  const rest = Buffer.concat([...pieces, Buffer.from(whole.slice(end))])
  return { rest, digest: digestOf(rest), found }
}

const patterns = new Map<string, RegExp>()

/** @param changing one after the other, with `|` between them */
function patternFor(changing: string): RegExp {
  // What is said of the size stands in an element of its own, and in an attribute of the panel that offers it.
  const size = '(<span data-offline-size>)([^<]*)|( data-offline-size=")([^"]*)'
  const others = changing === '' ? [] : changing.split('|').map((text) => `()(${text})`)
  const pattern = patterns.get(changing) ?? new RegExp([`(<style[^>]*>)([^<]{${shortest},})`, size, ...others].join('|'), 'gu')
  patterns.set(changing, pattern)
  return pattern
}

/** Puts what stands for the size of the packs wherever a page says it. */
export const withPlaceOfSize = (html: string): string =>
  html
    .replaceAll('<span data-offline-size></span>', `<span data-offline-size>${placeOfSize}</span>`)
    // The content of the panel lies beside the page.
    .replace(/<form [^>]*data-offline-size[^>]*>/u, (form) =>
      form.replace(/ data-offline-size(?:="")?(?=[\s>])/u, ` data-offline-size="${placeOfSize}"`),
    )

type Said = Pick<Edition, 'hash' | 'shortHash'> | undefined

/** What is said where something stood for it. @param size of the packs */
export function sayingOf(edition: Said, size: string): (text: string) => string {
  const [whole, short] = signsOfEdition
  const said = new Map([
    [placeOfSize, size],
    ...(edition
      ? ([
          [whole, edition.hash],
          [short, edition.shortHash],
        ] as const)
      : []),
  ])
  return (text) => said.get(text) ?? text
}

/** The file of which these are the pieces. @param say what is said in place of a text that was found */
export function joined({ rest, found }: Pieces, say: (text: string) => string): Buffer {
  let end = 0
  const pieces = found.flatMap(({ after, text }) => {
    const piece = rest.subarray(end, end + after)
    end += after
    return [piece, Buffer.from(say(text))]
  })
  return Buffer.concat([...pieces, rest.subarray(end)])
}

/** Writes a page of which the pieces are known: put together where somebody reads it. @param size of the packs, once it is known */
export function writeInPieces(file: URL, pieces: Pieces, edition: Said, size = '') {
  writeInto(file, () => joined(pieces, sayingOf(edition, size)))
  setFacts(file, pieces)
}

/** The pieces of a file of a site, as they are known or as they are found in it. */
export function piecesOf(file: URL, path: string, changing: readonly string[]): Pieces {
  const known = knownPieces(file)
  if (known) return known
  const pieces = inPieces(path, readAsHeld(file), changing)
  if (pieces.found.length === 0) setDigest(file, pieces.digest)
  return pieces
}

/** The pieces of a page where they are known. */
export function knownPieces(file: URL): Pieces | undefined {
  const facts = factsOf<object>(file)
  return facts && 'found' in facts ? (facts as Pieces) : undefined
}
