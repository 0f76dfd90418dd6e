import { Scalar } from 'yaml'

/** Where in a file the sign of a value stands: from its first character to behind its last, which for escapes are several. */
export type SignPlace = { readonly from: number; readonly to: number }

/**
 * The places of the signs of a text in YAML, sign by sign, whichever way it is typed: plain, in quotation marks, or as a
 * block; in one line or several. White space that is no such sign in the file (where lines are folded) has no place.
 *
 * @returns nothing where the text of the file cannot be followed
 */
export function placesOfSigns(yaml: string, scalar: Scalar): readonly (SignPlace | undefined)[] | undefined {
  const { value, type, range } = scalar
  if (typeof value !== 'string' || !range) return undefined
  const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE
  let at = startOfText(yaml, range[0], type)
  const end = range[1] - (isQuoted ? 1 : 0)
  const places: (SignPlace | undefined)[] = []
  for (const sign of value.split('')) {
    if (/\s/u.test(sign) && sign !== '\u00A0') {
      const isTyped = yaml[at] === sign && sign === ' '
      places.push(isTyped ? { from: at, to: at + 1 } : undefined)
      if (isTyped) at++
      continue
    }
    at = afterWhiteSpace(yaml, at, end, type)
    const length = lengthOfSign(yaml, at, sign, type)
    if (length === 0 || at + length > end) return undefined
    places.push({ from: at, to: at + length })
    at += length
  }
  return places
}

/** Behind the quotation mark, or the line with the sign of a block. */
function startOfText(yaml: string, from: number, type: Scalar.Type | undefined): number {
  if (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) return from + 1
  const isBlock = type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL
  return isBlock ? yaml.indexOf('\n', from) + 1 : from
}

/** Past white space and, between double quotation marks, the backslash that joins two lines. */
function afterWhiteSpace(yaml: string, from: number, end: number, type: Scalar.Type | undefined): number {
  let at = from
  while (at < end) {
    if (/[ \t\r\n]/u.test(yaml[at] ?? '')) at++
    else if (type === Scalar.QUOTE_DOUBLE && yaml[at] === '\\' && /[\r\n]/u.test(yaml[at + 1] ?? '')) at++
    else break
  }
  return at
}

/** How many characters of the file are the sign; 0 where it is another, or an escape that is longer than one sign. */
function lengthOfSign(yaml: string, at: number, sign: string, type: Scalar.Type | undefined): number {
  if (type === Scalar.QUOTE_SINGLE && sign === "'") return yaml.startsWith("''", at) ? 2 : 0
  if (type === Scalar.QUOTE_DOUBLE && yaml[at] === '\\') return yaml[at + 1] === sign ? 2 : 0
  return yaml[at] === sign ? 1 : 0
}
