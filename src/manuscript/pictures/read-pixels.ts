import type { Pixels } from '../../model/facts.ts'

/** The formats of pictures in pixels, by the endings of their files. */
const formats: Readonly<Record<string, string>> = { avif: 'avif', gif: 'gif', jpeg: 'jpeg', jpg: 'jpeg', png: 'png', webp: 'webp' }

/** More than any page shows: 100 megapixels, all frames of a moving picture together. Decoded, that is 400 MB. */
export const mostPixels = 100_000_000

/** What was found is kept by the digest of the file, for whoever saves a text has not changed the pictures. */
const known = new Map<string, Promise<Pixels>>()

/** Decodes a picture in pixels, once: what it is, how large, and whether all of it is there. Nothing for files of other endings. */
export function readPixels(path: string, bytes: Uint8Array, digest: string): Promise<Pixels> | undefined {
  const format = formats[/\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '']
  if (!format) return undefined
  const key = `${format} ${digest}`
  const found = known.get(key) ?? decode(format, bytes)
  known.set(key, found)
  return found
}

async function decode(expected: string, bytes: Uint8Array): Promise<Pixels> {
  const format = formatOf(bytes)
  // What it says it is decides how it is decoded: never by a reader of vectors, documents or archives.
  if (format !== expected)
    return { format, broken: `Its name says ${nameOf(expected)}, but it is ${format ? nameOf(format) : 'no picture that is known here'}.` }
  const { default: sharp } = await import('sharp')
  try {
    const { width, height, pages = 1, pageHeight = height, orientation = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * pageHeight * pages > mostPixels) {
      const size = `${width.toLocaleString('en-GB')} × ${pageHeight.toLocaleString('en-GB')} pixels`
      return { format, broken: `It has ${size}${pages > 1 ? ` in ${pages} frames` : ''}, more than ${mostPixels / 1e6} million.` }
    }
    await sharp(bytes, { failOn: 'truncated', limitInputPixels: mostPixels, pages: -1, sequentialRead: true })
      .resize(16, 16, { fit: 'inside' })
      .raw()
      .toBuffer()
    const isTurned = orientation >= 5
    return { format, width: isTurned ? pageHeight : width, height: isTurned ? width : pageHeight }
  } catch {
    return { format, broken: 'It cannot be decoded: it was damaged, or a part of it is missing.' }
  }
}

const nameOf = (format: string) => (format === 'webp' ? 'WebP' : format.toUpperCase())

/** The format of a file by its first bytes (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern). */
export function formatOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'png'
  if (head.startsWith('\xFF\xD8\xFF')) return 'jpeg'
  if (/^GIF8[79]a/u.test(head)) return 'gif'
  if (/^RIFF[\s\S]{4}WEBPVP/u.test(head)) return 'webp'
  if (/^[\s\S]{4}ftyp(?:[\s\S]{4}){0,4}avi[fs]/u.test(head)) return 'avif'
  return undefined
}
