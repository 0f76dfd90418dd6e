import type { WordCitation } from '../read-text.ts'

/** Around the words of a citation, with its number: characters for private use, which no text of ours may have. */
export const citationMarks = { begin: '\uE000', middle: '\uE001', end: '\uE002' } as const

export const beginOfCitation = (number: number): string => `${citationMarks.begin}${number}${citationMarks.middle}`

/** A citation in the code of a field, as Zotero (`ADDIN ZOTERO_ITEM CSL_CITATION {…}`) and Mendeley Desktop write it. */
export function citationInField(code: string): WordCitation | undefined {
  const start = code.indexOf('{')
  return /CSL_CITATION/u.test(code) && start >= 0 ? citationInJson(code.slice(start, code.lastIndexOf('}') + 1)) : undefined
}

/** A citation in the tag of a content control, as Mendeley Cite writes it: JSON in Base64. */
export function citationInTag(tag: string): WordCitation | undefined {
  const written = /^MENDELEY_CITATION_v\d+_([A-Za-z0-9+/=_-]+)$/u.exec(tag)?.[1]
  return written === undefined ? undefined : citationInJson(Buffer.from(written, 'base64').toString('utf8'))
}

function citationInJson(json: string): WordCitation | undefined {
  try {
    const read: unknown = JSON.parse(json)
    const items = (read as { citationItems?: unknown }).citationItems
    if (!Array.isArray(items)) return undefined
    const { properties } = read as { properties?: { dontUpdate?: unknown } }
    return {
      items: (items as Record<string, unknown>[]).flatMap(itemOf),
      ...(properties?.dontUpdate === true && { keepsWords: true as const }),
    }
  } catch {
    return undefined
  }
}

function itemOf({ id, uris, itemData, locator, label, prefix, suffix, ...flags }: Record<string, unknown>): WordCitation['items'] {
  if (typeof itemData !== 'object' || itemData === null) return []
  // The same work has the same address in Zotero, whatever number the document gives it.
  const known = Array.isArray(uris) && typeof uris[0] === 'string' ? uris[0] : id
  const isWithoutAuthor = flags['suppress-author'] === true || flags['suppress-author'] === 1
  return [
    {
      work: { ...(itemData as Record<string, unknown>), id: known ?? (itemData as Record<string, unknown>).id },
      ...given({ locator, label, prefix, suffix }),
      ...(isWithoutAuthor && { suppressesAuthor: true as const }),
    },
  ]
}

const given = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [])),
  )
