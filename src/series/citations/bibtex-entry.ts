import type { SourceName } from '../../model/files/source-file.ts'
import { familyOf } from '../../model/names.ts'
import { oneLine } from './one-line.ts'

/** A value of BibTeX as it stands behind the equals sign: in braces, all braces in it paired. */
export type BibtexValue = string

/** Running text: whatever means something to TeX is written as the sign that it is. */
export const bibtexText = (value: string): BibtexValue => `{${inTex(value)}}`

/** Running text in a field that BibLaTeX reads as a list, such as that of the publisher: “and” would part it, but not in braces. */
export const bibtexListed = (value: string): BibtexValue => (/\b(?:and|others)\b/iu.test(value) ? `{{${inTex(value)}}}` : bibtexText(value))

/** A title: inner braces keep the capitals as they are published, whatever a style does to titles. */
export const bibtexTitle = (title: string): BibtexValue => `{{${inTex(title)}}}`

/** What is no text in TeX, such as dates, DOIs and addresses; what even there means something to TeX is percent-encoded. */
export const bibtexVerbatim = (value: string): BibtexValue => `{${oneLine(value).replace(/[{}\\$^]/gu, encodeURIComponent)}}`

/**
 * Names, each in the form “von Last, Jr, First” (Patashnik, “BibTeXing”, 1988, section 4); a body in braces of its own.
 * A particle is told from the family name by its small letters, so one in capitals stands with the name.
 */
export const bibtexNames = (names: readonly SourceName[]): BibtexValue => `{${names.map(nameOf).join(' and ')}}`

function nameOf(name: SourceName): string {
  if ('literal' in name) return `{${inTex(name.literal)}}`
  const particle = oneLine(name['non-dropping-particle'] ?? '')
  const [suffix, given] = [oneLine(name.suffix ?? ''), oneLine(name.given ?? '')]
  // Without given names all is one, or the words before the last would be taken for them.
  const whole = familyOf(name)
  if (!given) return suffix || /\s/u.test(whole) ? `{${inTex([whole, suffix].filter(Boolean).join(', '))}}` : protect(whole)
  const isParticle = /^\p{Ll}[\p{L}’'.-]*(?: \p{Ll}[\p{L}’'.-]*)*$/u.test(particle) && !/\b(?:and|others)\b/u.test(particle)
  const last = isParticle ? `${particle} ${protect(name.family)}` : protect(whole)
  return [last, suffix && protect(suffix), protect(given)].filter(Boolean).join(', ')
}

/**
 * In braces where the words would be taken for something else than one part of one name: by a comma, “and”, “others”, a
 * small first letter, an equals sign (by which Biber knows names in named parts), or a sign of TeX.
 */
function protect(name: string): string {
  const written = inTex(name)
  const isPlain = written === oneLine(name) && !/[,="]|\b(?:and|others)\b/iu.test(name) && !/(?:^|\s)[^\p{L}\s]*\p{Ll}/u.test(name)
  return isPlain ? written : `{${written}}`
}

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
}

/** Two hyphens, apostrophes or backticks side by side would become another sign; `{}` between them keeps them what they are. */
const inTex = (value: string) =>
  oneLine(value)
    .replace(/[\\{}~^&%$#_<>|]/gu, (sign) => escapes[sign] ?? `\\${sign}`)
    .replace(/(?<=([-'`]))\1/gu, '{}$&')
