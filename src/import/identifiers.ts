type Say = (says: string) => void

/** One number for one work: of several the first that is one stands for it. Librarians write more beside it: “(pbk.)”, “(v. 1)”. */
export function readIsbn(text: string, remark: Say): string | undefined {
  const found = isbnsIn(text)
  const [first, ...others] = found.some(isIsbn) ? found.toSorted((a, b) => Number(isIsbn(b)) - Number(isIsbn(a))) : found
  if (others.length > 0) remark(`ISBN: only one has a place; left out: ${others.join(', ')}`)
  const more = text.replace(numbers, '').replace(/ISBN(?:-1[03])?|e-?ISBN|SBN|[\s:;,.()/-]/giu, '')
  if (more !== '' && first !== undefined) remark(`ISBN: what stands beside the number has no place: “${text}”`)
  return first ?? text
}

/** Ten or thirteen digits, or the nine of an SBN (until 1974), as they are parted in books. */
const numbers = /(?<![\dX])(?:97[89](?:[-\s‐‑–]?\d){10}|\d(?:[-\s‐‑–]?\d){8}[-\s‐‑–]?[\dX]|\d(?:[-\s‐‑–]?\d){7}[-\s‐‑–]?[\dX])(?![\dX])/giu

/** The ISBNs of a text, digits only; programs put those of several editions into one field. */
export const isbnsIn = (text: string): string[] =>
  [...text.matchAll(numbers)].map(([found]) => {
    const digits = found.replace(/[\s\-‐‑–]/gu, '').toUpperCase()
    return digits.length === 9 && isIsbn(`0${digits}`) ? `0${digits}` : digits
  })

/** Whether the last digit is the one that the others ask for (ISO 2108). */
function isIsbn(isbn: string): boolean {
  const digits = [...isbn].map((digit) => (digit === 'X' ? 10 : Number(digit)))
  if (digits.length === 10) return digits.reduce((sum, digit, i) => sum + digit * (10 - i), 0) % 11 === 0
  return digits.length === 13 && digits.reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0
}

/** A DOI without what people and programs put before and behind it. */
export function readDoi(written: string, remark: Say): string {
  const text = written
    .trim()
    .replace(/^<(.*)>$/u, '$1')
    .replace(/&(amp|lt|gt);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '')
  const [, before = '', doi = text] = /^(.*?)(10\.\d{4,9}(?:\.\d+)*\/\S+)/u.exec(text) ?? []
  const isAddress = /^https?:/iu.test(before)
  const decoded = isAddress && /%[\da-f]{2}/iu.test(doi) ? decode(doi) : doi
  const bare = decoded.replace(/[.,;]+$/u, '')
  const more = text.slice(before.length + doi.length).trim()
  if (more !== '') remark(`DOI: only one has a place; left out: ${more}`)
  return bare
}

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** An address as browsers follow it: what cannot stand in one is percent-encoded, and said. */
export function readUrl(written: string, remark: Say): string {
  const text = written
    .trim()
    .replace(/^<(.*)>$/u, '$1')
    .replace(/&amp;/gu, '&')
  const [first = '', ...others] = text.split(/[\s;,]+(?=https?:\/\/)/iu)
  if (others.length > 0) remark(`URL: only one has a place; left out: ${others.join(', ')}`)
  const withScheme = /^(?:www\.|[\w-]+(?:\.[\w-]+)+\/)/iu.test(first) ? `http://${first}` : first
  const encoded = withScheme.replace(/[\s<>"{}|\\^`]/gu, encodeURIComponent).replace(/%(?![\da-f]{2})/giu, '%25')
  if (encoded !== first) remark(`URL: “${first}” is written as “${encoded}”`)
  return encoded
}
