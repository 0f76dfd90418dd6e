import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Span } from '../../model/facts.ts'
import { spanIn } from '../yaml/span-in.ts'
import { foreignInSheet, foreignInValue, isInside } from './css-addresses.ts'
import { entitiesOf } from './entities.ts'
import { attributes as allowed, drawn, refused } from './svg-vocabulary.ts'
import { writeAttribute, writeText } from './write-xml.ts'

/** What is wrong with a picture: it cannot be read as what it says it is, or it would run something or ask for another file. */
export type SvgMistake = { readonly span: Span } & (
  | { readonly kind: 'unsafe'; readonly found: string; readonly does: Danger }
  | { readonly kind: 'unreadable'; readonly reason: string }
)

/** What something in a picture would do when somebody opens it. */
export type Danger = 'runs' | 'asks'

export type ReadSvg = {
  readonly mistakes: readonly SvgMistake[]
  /** The picture written anew, with nothing in it but what SVG draws with: the comments and data of drawing programs are gone. */
  readonly clean: string
}

const svgNamespace = 'http://www.w3.org/2000/svg'
const htmlNamespace = 'http://www.w3.org/1999/xhtml'
const xlinkNamespace = 'http://www.w3.org/1999/xlink'
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/** Deeper than any drawing program nests groups. */
const mostLevels = 200

/** After so many, the rest is of the same kind. */
const mostToReport = 20

/** Reads an SVG strictly, as XML with namespaces, and keeps of it what is known to draw and no more. See decision 45. */
export function readSvg(text: string): ReadSvg {
  const wrong = notText(text)
  if (wrong) return { mistakes: [{ kind: 'unreadable', reason: wrong, span: spanIn(text, 0, 1) }], clean: '' }
  const parser = new SaxesParser({ xmlns: true, position: true })
  const mistakes: SvgMistake[] = []
  const written: string[] = []
  const open: { readonly kept: boolean; readonly name: string }[] = []
  const attributeAt = new Map<string, number>()
  let tagAt = 0
  let style: { text: string; at: number } | undefined
  const unsafe = (found: string, does: Danger, at: number, length: number) =>
    void mistakes.push({ kind: 'unsafe', found, does, span: spanIn(text, at, length) })
  const unreadable = (reason: string, at: number) =>
    void mistakes.push({ kind: 'unreadable', reason, span: spanIn(text, Math.max(0, Math.min(at, text.length - 1)), 1) })
  const isKept = () => open.at(-1)?.kept ?? true

  parser.on('error', (error) => {
    throw error
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^(?:utf-?8|us-ascii|ascii)$/iu.test(encoding))
      unreadable(`It says that it is written in ${encoding}; the one encoding that all programs share is UTF-8.`, 0)
  })
  parser.on('processinginstruction', ({ target }) => {
    if (/stylesheet/iu.test(target))
      unsafe(`<?${target}`, 'asks', Math.max(0, text.lastIndexOf(`<?${target}`, parser.position)), target.length + 2)
  })
  parser.on('doctype', (doctype) => {
    const entities = entitiesOf(doctype)
    if (entities) Object.assign(parser.ENTITIES, entities)
    else unsafe('<!DOCTYPE', 'asks', Math.max(0, text.lastIndexOf('<!DOCTYPE', parser.position)), 9)
  })
  parser.on('opentagstart', ({ name }) => {
    tagAt = Math.max(0, text.lastIndexOf(`<${name}`, parser.position))
    attributeAt.clear()
  })
  parser.on('attribute', ({ name }) => {
    attributeAt.set(name, Math.max(tagAt, text.lastIndexOf(name, parser.position - 1)))
  })
  parser.on('opentag', (tag) => {
    if (open.length === 0 && (tag.uri !== svgNamespace || tag.local !== 'svg')) {
      throw new NotSvg(
        tag.local === 'svg'
          ? 'Its first tag does not say what it is: <svg xmlns="http://www.w3.org/2000/svg" …>.'
          : `Its first tag is <${tag.name}>, not <svg>.`,
        tagAt,
      )
    }
    if (open.length === 0 && tag.prefix !== '')
      throw new NotSvg(`Its tags have a prefix, which not all programs read: <${tag.name}>.`, tagAt)
    if (open.length === 0 && !hasSize(tag))
      throw new NotSvg('It does not say how large it is, by “viewBox” or by “width” and “height”.', tagAt)
    if (open.length >= mostLevels) throw new NotSvg(`More than ${mostLevels} things stand inside one another in it.`, tagAt)
    // Illustrator keeps its own form of the drawing in one that no browser shows.
    const isForIllustrator =
      tag.local === 'foreignObject' && tag.attributes.requiredExtensions?.value.startsWith('http://ns.adobe.com/') === true
    if (tag.uri === htmlNamespace || (refused.has(tag.local.toLowerCase()) && !isForIllustrator))
      unsafe(`<${tag.name}>`, 'runs', tagAt, tag.name.length + 1)
    const isOurs = tag.uri === svgNamespace && (drawn.has(tag.local) || tag.local === 'a')
    // A link in a picture leads nowhere from a page: what it is around is drawn all the same.
    const name = tag.local === 'a' ? 'g' : tag.local
    const kept = isKept() && isOurs
    const attributes = judgeAttributes(tag, (attribute, what, does) =>
      unsafe(what, does, attributeAt.get(attribute) ?? tagAt, attribute.length),
    )
    if (kept) {
      const namespace = open.length === 0 ? ` xmlns="${svgNamespace}"` : ''
      written.push(`<${name}${namespace}${[...new Map(attributes)].map((attribute) => writeAttribute(...attribute)).join('')}>`)
    }
    open.push({ kept, name })
    if (tag.local === 'style') style = { text: '', at: parser.position }
  })
  const say = (words: string) => {
    if (style) style.text += words
    if (isKept()) written.push(writeText(words))
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed?.kept) written.push(`</${closed.name}>`)
    if (style && closed?.name === 'style') {
      const foreign = foreignInSheet(style.text)
      if (foreign) unsafe(foreign, 'asks', Math.max(style.at, text.indexOf(foreign.slice(0, 5), style.at)), Math.min(5, foreign.length))
      style = undefined
    }
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof NotSvg) unreadable(error.message, error.at)
    else unreadable(reasonOf(error), parser.position - 1)
  }
  return { mistakes: mistakes.slice(0, mostToReport), clean: mistakes.length > 0 ? '' : `${written.join('').trim()}\n` }
}

class NotSvg extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** The attributes that are published, by their names without prefix; what runs or asks is told. */
function judgeAttributes(
  { local, attributes }: SaxesTagNS,
  tell: (attribute: string, found: string, does: Danger) => void,
): [name: string, value: string][] {
  return Object.values(attributes).flatMap(({ name, local: own, uri, value }): [string, string][] => {
    if (uri === 'http://www.w3.org/2000/xmlns/') return []
    if (/^on/iu.test(own)) tell(name, `${name}="…"`, 'runs')
    if (uri === xmlNamespace) {
      if (own === 'base') tell(name, `${name}="…"`, 'asks')
      return own === 'lang' || own === 'space' ? [[name, value]] : []
    }
    if ((uri === '' || uri === xlinkNamespace) && own === 'href') return judgeAddress(local, name, value, tell)
    if (uri !== '') return []
    const moves = own === 'attributeName' && /href|^on|^style$|^src$/iu.test(value.trim())
    if (moves) tell(name, `${name}="${value}"`, 'runs')
    const isText = /^(?:id|class|lang|role|(?:aria|data)-.*)$/u.test(own)
    const foreign = isText ? undefined : foreignInValue(value)
    if (foreign) tell(name, foreign, 'asks')
    return allowed.has(own) || /^(?:aria|data)-[a-z-]+$/u.test(own) ? [[own, value]] : []
  })
}

function judgeAddress(
  element: string,
  name: string,
  value: string,
  tell: (attribute: string, found: string, does: Danger) => void,
): [string, string][] {
  // As browsers read it: without tabs, line ends and blanks before it.
  const address = value.replace(/[\t\n\r]/gu, '').replace(/^[\0- ]+/u, '')
  if (/^(?:javascript|vbscript|data:(?!image\/(?:png|jpe?g|gif|webp|avif)[;,]))/iu.test(address))
    tell(name, `${name}="${address.slice(0, 40)}…"`, 'runs')
  else if (element === 'a') return []
  else if (!isInside(address)) tell(name, `${name}="${address.slice(0, 60)}"`, 'asks')
  return [['href', address]]
}

const lengthPattern = /^\s*\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:px|pt|pc|mm|cm|in|em|ex)?\s*$/iu

/** Whether pages know how much room to leave. */
function hasSize({ attributes }: SaxesTagNS): boolean {
  const value = (name: string) => attributes[name]?.value ?? ''
  const [, , width = 0, height = 0] = value('viewBox')
    .trim()
    .split(/[\s,]+/u)
    .map(Number)
  return (
    (width > 0 && height > 0) || ['width', 'height'].every((name) => lengthPattern.test(value(name)) && Number.parseFloat(value(name)) > 0)
  )
}

/** Why bytes that were read as UTF-8 cannot be the text of a picture. */
function notText(text: string): string | undefined {
  if (text.startsWith('\x1F')) return 'It is compressed (SVGZ).'
  if (/\uFFFD|\0/u.test(text.slice(0, 4096)) || text.includes('\uFFFD')) return 'It is not text in UTF-8.'
  return undefined
}

/** What the parser says, without the place, which the message has: “unclosed tag: g.” */
const reasonOf = (error: unknown) =>
  `It is not XML: ${String(error instanceof Error ? error.message : error)
    .replace(/^(?:[^:]*:)?\d+:\d+: /u, '')
    .replace(/\.?$/u, '.')}`
