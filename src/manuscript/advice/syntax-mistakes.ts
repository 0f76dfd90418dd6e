import type { VFileMessage } from 'vfile-message'
import type { Instead } from '../../diagnostics/instead.ts'
import type { Span } from '../../model/facts.ts'
import { vocabulary } from '../../model/kinds/vocabulary.ts'
import { shorten } from '../shorten.ts'
import { lineOffset, spanIn } from '../yaml/span-in.ts'
import { insteadOfBraces } from './instead-of-braces.ts'
import { insteadOfTagName } from './instead-of-tag.ts'
import { isEscaped } from './visible-text.ts'

/** What the parser stumbled over: where it is reported, what was meant, and the signs without which it can read on. */
export type SyntaxMistake = { readonly span: Span; readonly reason: string; readonly instead?: Instead; readonly signs: readonly number[] }

/**
 * Explains why a text is not MDX. The parser’s message is for programmers and its place is where it gave up; the sign
 * that led it there stands before.
 *
 * @param message of micromark-extension-mdx-jsx, -mdx-expression, -mdxjs-esm or mdast-util-mdx-jsx
 */
export function explainSyntax(message: VFileMessage, text: string): SyntaxMistake {
  const { place, source, reason, line, column } = message
  const start = place && 'start' in place ? place.start : place
  const offset = Math.min(text.length, start?.offset ?? lineOffset(text, line ?? 1) + (column ?? 1) - 1)
  const told = { span: spanIn(text, offset, 0), reason: firstClause(reason) }
  if (source?.endsWith('esm')) return { ...told, reason: codeReason, ...ofModule(text, offset) }
  if (source?.endsWith('expression')) {
    const braces = ofBraces(text, offset)
    // Where no end was found, the parser has gone on to the end of all.
    const isEndless = message.ruleId === 'unexpected-eof' && braces.signs[0] !== undefined
    return { ...told, ...(isEndless && { span: spanIn(text, braces.signs[0] ?? offset, 1) }), reason: braceReason, ...braces }
  }
  if (source?.endsWith('mdast-util-mdx-jsx')) return { ...told, ...ofTags(reason, text, offset) }
  return { ...told, ...ofTag(message, text, offset) }
}

const codeReason = 'A paragraph that begins with “export” or “import” is read as code, and this is none.'
const braceReason = 'What stands after “{” is read as code, and this is none.'

// micromark goes on with advice for programmers (“to create a link in MDX, use …”) after the first clause.
const firstClause = (reason: string) =>
  reason
    .replace(/\n[\s\S]*/u, '')
    .replace(/(?: \(note:|, expected an? (?!closing)|, expected `>`)[\s\S]*/u, '')
    .replace(/[.;]?\s*$/u, '.')

type Explained = Pick<SyntaxMistake, 'signs'> & Partial<SyntaxMistake>

function ofModule(text: string, offset: number): Explained {
  const begins = [
    ...text.slice(0, text.indexOf('\n', offset) < 0 ? undefined : text.indexOf('\n', offset)).matchAll(/^(?:export|import)(?=\s)/gmu),
  ]
  const begin = begins.at(-1)
  return begin ? { instead: { kind: 'esm', written: begin[0] }, signs: [begin.index] } : { signs: [] }
}

/** The brace that is open at an offset, with those directly before it and the tag it stands in. */
function ofBraces(text: string, offset: number): Explained {
  const last = openBrace(text, offset)
  if (last < 0) return { signs: [] }
  let at = last
  while (text[at - 1] === '{' && !isEscaped(text, at - 1)) at--
  const signs = Array.from({ length: last - at + 1 }, (_, i) => at + i)
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at)
  const end = last + text.slice(last).search(at < last ? /\}\}|\n|$/u : /\}|\n|$/u) + last - at
  const tag = /<[A-Za-z/][^<>]*$/u.exec(before)
  if (tag) return { instead: { kind: 'property', written: '' }, signs: [at - tag[0].length, ...signsIn(text, at, end)] }
  return { instead: insteadOfBraces(before, text.slice(at + 1, end), text[end] === '}' ? '}' : ''), signs }
}

function openBrace(text: string, offset: number): number {
  let closed = 0
  for (let at = Math.min(offset, text.length - 1); at >= 0; at--) {
    if (text[at] === '}' && at < offset) closed++
    if (text[at] === '{' && !isEscaped(text, at) && closed-- <= 0) return at
  }
  return -1
}

function ofTag({ ruleId }: VFileMessage, text: string, offset: number): Explained {
  const paragraph = text.lastIndexOf('\n\n', offset - 1) + 1
  const curly = /<[A-Za-z][^<>]*?=\s*(?:[“”„‟«»‘’‚‹›″]|"[^"<>\n]*[“”„″]\s*\/?>)/u.exec(text.slice(paragraph, offset + 1))
  if (curly) {
    const at = paragraph + curly.index
    return {
      instead: { kind: 'quotes-in-tag', written: shorten(straighten(text.slice(at, endOfTag(text, at)))) },
      signs: bothTags(text, at),
    }
  }
  const at = lastTag(text, offset)
  if (at < 0) return { signs: [] }
  const rest = text.slice(at + 1, at + 2000)
  const end = endOfTag(text, at)
  if (rest.startsWith('!--')) {
    const close = text.indexOf('-->', at)
    const to = close < 0 ? endOfParagraph(text, at) : close
    return { instead: { kind: 'comment', written: shorten(text.slice(at + 4, to)) }, signs: [at, ...signsIn(text, at + 1, to)] }
  }
  const address = /^(?:https?:\/\/|mailto:)?[^\s<>]+(?=>)/iu.exec(rest)?.[0]
  if (address) {
    // Both signs go, so that the bare address is read as one.
    const signs = [at, at + 1 + address.length]
    if (/^https?:\/\//iu.test(address)) return { instead: { kind: 'address', written: shorten(address) }, signs }
    if (/^[^\s@]+@[^\s@]+$/u.test(address))
      return { instead: { kind: 'address', written: shorten(address.replace(/^mailto:/iu, '')) }, signs }
    if (/^[a-z][a-z0-9+.-]+:/iu.test(address)) return { instead: { kind: 'other-address', written: shorten(address) }, signs }
  }
  const name = /^\/?([A-Za-z][\w.:-]*)/u.exec(rest)?.[1]
  if (name === undefined)
    return { instead: { kind: 'less-than', written: shorten(text.slice(at, at + 12).split('\n')[0] ?? '') }, signs: [at] }
  const signs = bothTags(text, at)
  if (ruleId === 'unexpected-lazy') return { instead: { kind: linesKind(name), written: name }, signs }
  if (!isComponentName(name)) {
    const instead = insteadOfTagName(name)
    const isHtml = instead.kind !== 'html-unknown' && text[end - 1] === '>'
    return { instead: isHtml ? withoutWords(instead) : { kind: 'less-than', written: shorten(`<${name}`) }, signs }
  }
  if (!/=\s*[^\s"'{>]/u.test(text.slice(at, end))) return { instead: { kind: 'tag-unfinished', written: name }, signs }
  return { instead: { kind: 'value-unquoted', written: shorten(text.slice(at, end).replace(/=\s*([^\s"'>/]+)/gu, '="$1"')) }, signs }
}

/** The sign that begins a tag, and the one that begins the tag that closes it. */
function bothTags(text: string, at: number): number[] {
  const name = /^<\/?([A-Za-z][\w.:-]*)/u.exec(text.slice(at, at + 200))?.[1]
  const closing = name === undefined ? -1 : nextClosing(text, at, name)
  return closing < 0 ? [at] : [at, closing]
}

/** Advice on a tag of which the words are not known. */
function withoutWords(instead: Instead): Instead {
  const { kind, written } = instead
  if (kind === 'html-link') return { kind, written: '[…](https://…)' }
  if (kind === 'html-heading') return { kind, written: `${'#'.repeat(Math.max(2, Number(written[1])))} …` }
  if (kind === 'html-plain') return { kind, written: '' }
  return kind === 'component' || kind === 'html-unknown' || kind === 'html-none' ? instead : { kind, written: '…' }
}

/** Tags that do not match: the message names them, and where the other one is. */
function ofTags(reason: string, text: string, offset: number): Explained {
  const opened = /closing tag for `<([^`>]*)>` \((\d+):(\d+)-/u.exec(reason)
  const other = opened ? lineOffset(text, Number(opened[2])) + Number(opened[3]) - 1 : -1
  const name = opened?.[1] ?? ''
  if (opened && reason.startsWith('Unexpected closing tag'))
    return { instead: { kind: 'tag-crossed', written: name }, signs: [other, lastTag(text, offset + 1)] }
  if (opened) {
    const closing = nextClosing(text, other, name)
    const span = spanIn(text, other, Math.max(1, endOfTag(text, other) - other))
    return { span, instead: insteadOfOpen(name, reason, closing >= 0), signs: [other, ...(closing >= 0 ? [closing] : [])] }
  }
  const at = lastTag(text, offset + 1)
  if (at < 0) return { signs: [] }
  const closed = /^<\/\s*([^\s>]*)/u.exec(text.slice(at, at + 200))?.[1] ?? ''
  if (reason.startsWith('Expected the closing tag')) {
    const before = text.slice(0, at)
    const opening = Math.max(...[...before.matchAll(new RegExp(`<${forPattern(closed)}(?=[\\s>])`, 'gu'))].map(({ index }) => index), -1)
    const isSplit = opening >= 0 && before.slice(opening).includes('\n')
    return {
      instead: { kind: isSplit ? linesKind(closed) : 'tag-crossed', written: closed },
      signs: [at, ...(opening >= 0 ? [opening] : [])],
    }
  }
  if (!isComponentName(closed)) return { instead: withoutWords(insteadOfTagName(closed)), signs: [at] }
  return { instead: { kind: 'tag-closed', written: closed }, signs: [at] }
}

function insteadOfOpen(name: string, reason: string, isClosedElsewhere: boolean): Instead {
  if (name === '') return { kind: 'html-nameless', written: '' }
  if (!isComponentName(name)) return withoutWords(insteadOfTagName(name))
  if (isClosedElsewhere) return { kind: /`(?:strong|emphasis|delete|link)`/u.test(reason) ? 'tag-crossed' : linesKind(name), written: name }
  return { kind: isBlock(name) ? 'block-open' : 'tag-open', written: name }
}

const isBlock = (name: string) => Object.hasOwn(vocabulary, name) && vocabulary[name as keyof typeof vocabulary].flows === 'block'

const linesKind = (name: string) => (isBlock(name) ? 'block-lines' : 'tag-lines')

/** Whether it is one of the vocabulary, or is written as such. */
const isComponentName = (name: string) => Object.hasOwn(vocabulary, name) || /^[A-Z]/u.test(name)

function nextClosing(text: string, from: number, name: string): number {
  const next = new RegExp(`<(/?)${forPattern(name)}(?=[\\s>/])`, 'gu')
  next.lastIndex = from + 1
  const found = next.exec(text)
  return found?.[1] === '/' ? found.index : -1
}

function lastTag(text: string, offset: number): number {
  let at = text.lastIndexOf('<', offset - 1)
  while (at > 0 && isEscaped(text, at)) at = text.lastIndexOf('<', at - 1)
  return offset > 0 ? at : -1
}

/** Behind the `>` of a tag, or where its line ends. */
function endOfTag(text: string, at: number): number {
  const end = text.slice(at).search(/>|\n|$/u) + at
  return text[end] === '>' ? end + 1 : end
}

function endOfParagraph(text: string, at: number): number {
  const end = text.slice(at).search(/\r?\n[ \t]*\r?\n/u)
  return end < 0 ? text.length : at + end
}

/** Where in a stretch of a text signs stand that begin tags or braces. */
const signsIn = (text: string, from: number, to: number) => [...text.slice(from, to).matchAll(/[<{]/gu)].map(({ index }) => from + index)

const straighten = (tag: string) => tag.replace(/[“”„‟«»″]|(?<==\s*)[‘’‚‹›]|[‘’‚‹›](?=\s*\/?>)/gu, '"')

const forPattern = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
