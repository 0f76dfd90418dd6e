/**
 * Names of encodings as people say them, where they are others than the standard’s
 * (https://encoding.spec.whatwg.org/#names-and-labels).
 */
const otherNames: Readonly<Record<string, string>> = {
  ansi: 'windows-1252',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
  cp1250: 'windows-1250',
  mac: 'macintosh',
}

/**
 * The text of a file, by the mark at its beginning (UTF-8, UTF-16), by the encoding that was asked for, or as UTF-8. What
 * it cannot be is refused: a letter that was lost cannot be found again.
 */
export function decodeText(bytes: Uint8Array, asked?: string): { readonly text: string } | { readonly problem: string } {
  const encoding = markOf(bytes) ?? (asked === undefined ? withoutMark(bytes) : (otherNames[asked.toLowerCase()] ?? asked))
  const decoder = decoderOf(encoding)
  if (!decoder)
    return {
      problem: `there is no encoding “${asked}”; known are utf-8, utf-16le, utf-16be, windows-1252 (Western), windows-1251 (Cyrillic) and others`,
    }
  try {
    const text = decoder.decode(bytes).replace(/\r(?!\n)/gu, '\n')
    return text.includes('\0') ? { problem: 'it is no text: it has bytes in it that no text has' } : { text }
  } catch {
    return {
      problem: `it is not in ${encoding.toUpperCase()}. Save it as UTF-8, or say what it is: “--encoding=windows-1252” (Western European), “--encoding=windows-1251” (Cyrillic)`,
    }
  }
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** Without a mark every second byte of a text in UTF-16 is nothing where its letters are Latin. */
function withoutMark(bytes: Uint8Array): string {
  const [first, second] = [bytes[0], bytes[1]]
  if (bytes.length > 3 && first !== 0 && second === 0 && bytes[3] === 0) return 'utf-16le'
  return bytes.length > 3 && first === 0 && second !== 0 && bytes[2] === 0 ? 'utf-16be' : 'utf-8'
}

function decoderOf(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    return undefined
  }
}
