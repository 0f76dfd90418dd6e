import type { SourceName } from '../model/files/source-file.ts'
import { isPlain, readLatex } from './bibtex/read-latex.ts'

/** Names of a field, with what there was in it that is no name, and how a list that is not BibTeX’s was read. */
export type ReadNames = { readonly names: readonly SourceName[]; readonly says: readonly string[]; readonly unknown: readonly string[] }

const andOthers =
  /^(?:and\s+)?(?:et\.?\s+al(?:ii|iae|ia)?\.?|others|u\.\s?a\.|и др\.|y otros|e altri|and others|\[et al\.?\]|\(et al\.?\)|…|\.\.\.)$/iu
const particles =
  /^(?:v(?:an|on|on der|om|er)|d[aeiou]|d(?:al|as|el|ella|elle|ello|en|er|es|os)|z(?:u|ur|um)|l[aeo]|les|t(?:e|en|er|er)|o[fp]|af|av|auf|aus|y|e|al|el|ibn|bin|ben|bar|bat|abu|st)$/iu
const suffixes = /^(?:Jr|Sr|Jun|Sen|Junior|Senior|I{2,3}|IV|V|VI{0,3}|Esq|fils|père|PhD|MD)\.?$/u

/**
 * Names of BibTeX (Patashnik, “BibTeXing”, 1988, section 4) and of BibLaTeX (`family=…, given=…`): parted by “and”, a
 * body in braces. People part them by semicolons, commas and “&” as well, and that is read too, and said.
 */
export function readBibtexNames(written: string): ReadNames {
  const says: string[] = []
  const unknown: string[] = []
  const flat = written
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[;,]+|[;,]+$/gu, '')
  const parts = splitOutside(flat, /^\s+and\s+/iu).flatMap((part) => partsOf(part.trim(), says))
  const names = parts.flatMap((part): SourceName[] => {
    const read = (text: string) => {
      const { text: found, unknown: more } = readLatex(text)
      unknown.push(...more)
      return found
    }
    const others = / (?:et\.? al\.?|и др\.|u\. ?a\.)$/iu.exec(part)
    if (andOthers.test(part)) {
      says.push('“and others” has no place')
      return []
    }
    if (others) says.push('“and others” has no place')
    const name = nameOf(others ? part.slice(0, others.index).replace(/,$/u, '') : part, read)
    if (name && 'literal' in name && isBody(part) && wholeGroup(part) === undefined)
      says.push(`“${name.literal}” is read as a body, not as a person`)
    if (!name && part !== '') says.push('a name without letters has no place')
    return name ? [name] : []
  })
  return { names, says: [...new Set(says)], unknown }
}

/** A list of names that stands where one name should. */
function partsOf(part: string, says: string[]): string[] {
  const read = (names: string[], by: string) => {
    says.push(`“${part}” is read as ${names.length} names, parted by ${by}`)
    return names
  }
  const bySemicolon = splitOutside(part, /^\s*;\s*/u).filter(Boolean)
  if (bySemicolon.length > 1) return read(bySemicolon, 'semicolons').flatMap((name) => withoutAnd(name))
  const withAnd = splitOutside(part, /^\s*,?\s+(?:\\?&|\{\\&\})\s+/u)
  if (withAnd.length > 1 && withAnd.every((name) => isPerson(name) || isListOfPersons(name))) {
    return read(
      withAnd.flatMap((name) => listOf(name) ?? [name]),
      '“&”',
    )
  }
  const byComma = listOf(part)
  return byComma ? read(byComma, 'commas') : [part]
}

const withoutAnd = (name: string) => splitOutside(name.replace(/^and\s+/iu, ''), /^\s+(?:\\?&)\s+/u)

const isListOfPersons = (part: string) => listOf(part) !== undefined

/** “Ada Orr, Tim Roe, Bo Lee” or “Orr, A., Roe, T.”: more names than BibTeX’s commas allow for one. */
function listOf(part: string): string[] | undefined {
  const pieces = splitOutside(part, /^\s*,\s*/u).filter(Boolean)
  if (pieces.length < 3 || part.includes('=')) return undefined
  const persons = pieces.filter((piece) => !andOthers.test(piece))
  if (persons.length < 2) return undefined
  const others = persons.length < pieces.length ? ['others'] : []
  if (persons.every((piece) => /\S\s+\S/u.test(piece)) && persons.length > 1) return [...persons, ...others]
  const isInPairs = persons.length % 2 === 0 && persons.every((piece, i) => (i % 2 === 1 ? isGiven(piece) : !areInitials(piece)))
  if (isInPairs && persons.length > 2)
    return [...persons.flatMap((piece, i) => (i % 2 === 0 ? [`${piece}, ${persons[i + 1]}`] : [])), ...others]
  if (others.length > 0) return [persons.join(', '), ...others]
  return undefined
}

const areInitials = (piece: string) => /^(?:\p{Lu}\.?[ -]?){1,4}$/u.test(piece)

/** Initials or given names, as behind a family name. */
const isGiven = (piece: string) => areInitials(piece) || /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]*){0,2}$/u.test(piece)

/** “Board of Lights”, which is no name of a person with a particle. */
const isBody = (text: string) => /\s(?:of|for|the|and)\s/u.test(text)

/** A name in a list with “&”: bodies have that in their own names. */
const isPerson = (name: string) =>
  !/\b(?:of|the|for|co|company|sons|bros|brothers|press|society|board|institute|ltd|inc)\b/iu.test(name) &&
  (/^[^,]+, ?[^,]+$/u.test(name) || /^\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]+){1,3}$/u.test(name))

/** Parts a text where a pattern matches outside of braces. */
function splitOutside(text: string, pattern: RegExp): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\' && depth > 0) at++
    else if (sign === '{') depth++
    else if (sign === '}') depth--
    if (depth !== 0 || (sign !== undefined && !/[\s,;{]/u.test(sign))) continue
    const match = pattern.exec(text.slice(at, at + 40))
    if (!match) continue
    parts.push(text.slice(from, at))
    from = at + match[0].length
    at = from - 1
  }
  return [...parts, text.slice(from)].map((part) => part.trim())
}

function nameOf(written: string, read: (text: string) => string): SourceName | undefined {
  const text = written.trim()
  const inBraces = wholeGroup(text)
  if (inBraces !== undefined) return literal(read(inBraces))
  if (/^(?:family|given|prefix|suffix|given-i|useprefix)\s*=/iu.test(text)) return namedParts(text, read)
  const pieces = splitOutside(text, /^\s*,\s*/u)
  const [first = '', second = '', third] = pieces
  if (third !== undefined) return person(...von(first), read(third), read(second), read)
  if (pieces.length === 2) {
    if (second === '') return literal(read(first))
    if (suffixes.test(second) && /\s/u.test(first)) return inOrder(first, read, read(second))
    return person(...von(first), read(second), undefined, read)
  }
  return isBody(first) ? literal(read(first)) : inOrder(first, read)
}

/** The text of braces that hold all of it. */
function wholeGroup(text: string): string | undefined {
  if (!text.startsWith('{') || !text.endsWith('}') || /^\{\\[^A-Za-z]/u.test(text)) return undefined
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at === text.length - 1 ? text.slice(1, -1) : undefined
  }
  return undefined
}

const wordsOf = (text: string) => splitOutside(text, /^[\s~]+/u).filter(Boolean)

/** A word in small letters, as the particle of a name is; what is in braces says nothing of it. */
const isSmall = (word: string) =>
  /^\p{Ll}/u.test(isPlain(word) ? word : word.startsWith('{') && !word.startsWith('{\\') ? '' : readLatex(word).text)

/** “van der Berg” as particle and family name. */
function von(text: string): [particle: string, family: string] {
  const words = wordsOf(text)
  const last = words.slice(0, -1).findLastIndex(isSmall)
  // “Castell de Rubí”: what begins with a capital is the family name from there on.
  return isSmall(words[0] ?? '') && last >= 0 ? [words.slice(0, last + 1).join(' '), words.slice(last + 1).join(' ')] : ['', text]
}

/** “Ada van der Berg”: given names, particle, family name. */
function inOrder(text: string, read: (text: string) => string, suffix?: string): SourceName | undefined {
  const words = wordsOf(text)
  if (suffix === undefined && words.length > 2 && suffixes.test(words.at(-1) ?? ''))
    return inOrder(words.slice(0, -1).join(' '), read, read(words.at(-1) ?? ''))
  if (words.length <= 1) return words.length === 0 ? undefined : person('', text, '', suffix, read)
  const start = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isSmall(word))
  // “ada orr” is a person who writes so; “van orr” is a family.
  if (words.length === 2 && words.every(isSmall) && !particles.test(words[0] ?? ''))
    return person('', words[1] ?? '', read(words[0] ?? ''), suffix, read)
  const isAllFamily = isSmall(words[0] ?? '')
  if (isAllFamily) return person(...von(text), '', suffix, read)
  if (start < 0) return person('', words.at(-1) ?? '', read(words.slice(0, -1).join(' ')), suffix, read)
  return person(...von(words.slice(start).join(' ')), read(words.slice(0, start).join(' ')), suffix, read)
}

function person(
  particle: string,
  family: string,
  given: string,
  suffix: string | undefined,
  read: (text: string) => string,
): SourceName | undefined {
  const [name, before] = [read(family), read(particle)]
  if (!/[\p{L}\p{N}]/u.test(name + given)) return undefined
  if (name === '') return literal(given)
  return {
    family: name,
    ...(given && { given }),
    ...(before && { 'non-dropping-particle': before }),
    ...(suffix && { suffix }),
  }
}

function namedParts(text: string, read: (text: string) => string): SourceName | undefined {
  const parts = new Map(
    splitOutside(text, /^\s*,\s*/u).map((part): [string, string] => {
      const [name = '', ...value] = part.split('=')
      return [
        name.trim().toLowerCase(),
        read(
          value
            .join('=')
            .trim()
            .replace(/^"(.*)"$/u, '$1'),
        ),
      ]
    }),
  )
  const family = parts.get('family') ?? ''
  const [given, particle, suffix] = ['given', 'prefix', 'suffix'].map((name) => parts.get(name))
  if (family === '') return given ? literal(given) : undefined
  return { family, ...(given && { given }), ...(particle && { 'non-dropping-particle': particle }), ...(suffix && { suffix }) }
}

const literal = (text: string): SourceName | undefined => (/[\p{L}\p{N}]/u.test(text) ? { literal: text } : undefined)

/**
 * One name of RIS: “Family, Given, Suffix”; without a comma it is a body, and so it is with one at its end. A particle in
 * small letters before the family name is one, for the format has no other place for it.
 */
export function readRisNames(written: string): ReadNames {
  const says: string[] = []
  const bySemicolon = written.split(/\s*;\s*/u).filter(Boolean)
  const list = bySemicolon.length > 1 ? bySemicolon : written.split(/\s+and\s+(?=[^,]+,|\p{Lu}\.)/u)
  const names = list.length > 1 && list.every((name) => /,|^\p{Lu}/u.test(name)) ? list : [written]
  if (names.length > 1) says.push(`“${written}” is read as ${names.length} names`)
  return {
    says,
    unknown: [],
    names: names.flatMap((name): SourceName[] => {
      const [family = '', given = '', ...rest] = name.split(',').map((part) => part.trim())
      if (andOthers.test(name.trim())) {
        says.push('“and others” has no place')
        return []
      }
      if (!/[\p{L}\p{N}]/u.test(family + given)) {
        says.push('a name without letters has no place')
        return []
      }
      const suffix = rest.filter(Boolean).join(', ')
      if (given === '' && suffix === '') return [{ literal: family }]
      const [, particle, main = ''] = /^((?:\p{Ll}[\p{L}’'.-]*\s+)+)(\p{Lu}.*)$/u.exec(family) ?? [undefined, undefined, family]
      return [
        { family: main, ...(given && { given }), ...(particle && { 'non-dropping-particle': particle.trim() }), ...(suffix && { suffix }) },
      ]
    }),
  }
}
