import type { Nodes, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Dialect } from '../../diagnostics/dialects.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { nodesOf, spanOf } from '../nodes.ts'
import { shorten } from '../shorten.ts'
import { spanIn } from '../yaml/span-in.ts'
import { hidden, isEscaped, linesOf, type VisibleText, visibleTextsOf } from './visible-text.ts'

/**
 * Finds signs of other dialects of Markdown and of other markup, which would be printed as they are typed, or mean
 * something else: the inline notes, citations and fenced blocks of Pandoc, the links and comments of wikis, BBCode,
 * LaTeX, directives of reStructuredText. Signs in code, and those behind a backslash, are meant. See decision 39.
 */
export function checkDialects(tree: Root, file: ManuscriptFile): Diagnostic[] {
  const { path, text } = file
  const found: Found[] = [
    ...(text.startsWith('+++') ? [{ kind: 'toml', written: '+++', at: 0, length: 3 } as const] : []),
    ...findTildes(tree, text),
  ]
  let isFenceOpen = false
  for (const block of visibleTextsOf(tree, text)) {
    const inLines = findInLines(block, isFenceOpen)
    isFenceOpen = inLines.isFenceOpen
    const own = [...findWhole(block, text), ...inLines.found, ...findInText(block, text), ...findEntities(block, text)]
    // What was found first says what the sign is: the bracket of a link without address is none of a citation.
    for (const sign of own) if (!found.some(({ at, length }) => sign.at < at + length && at < sign.at + sign.length)) found.push(sign)
  }
  return found.map(({ at, length, kind, written }) =>
    diagnose('other-dialect', path, spanIn(text, at, length), { kind, written: shorten(written) }),
  )
}

/** A sign, and where in the file it stands. */
type Found = Dialect & { readonly at: number; readonly length: number }

type Sign = { readonly kind: Dialect['kind']; readonly pattern: RegExp; readonly written?: (typed: string) => string }

/** A sign with what it is never without: where that is not, nothing is looked for. */
type SignWith = Sign & { readonly needs: string }

const toc = /^(?:\[\[?_?(?:toc|contents)_?\]\]?|@\[toc\].*)$/iu

/** In running text. None looks at a stretch of text again from each of its signs: that would take minutes in a long line. */
const signs: readonly SignWith[] = [
  { kind: 'inline-note', needs: '^[', pattern: /\^\[(?!\^)/gu },
  { kind: 'citation', needs: '@', pattern: /\[(?:[^[\]\n@]*[\s;(])?-?@[\p{L}_][^[\]\n]*\]/gu, written: asSources },
  { kind: 'citation', needs: '@', pattern: /(?<![\p{L}\p{N}.@/_-])@\p{L}[\p{L}_:-]*\d{4}[a-z]?(?![\p{L}\p{N}])/gu, written: asSources },
  { kind: 'raised', needs: '^', pattern: /(?<![\p{L}\p{N})])[\p{L}\p{N})]+\^[\p{L}\p{N}.,+−–-]{1,20}\^|\^\d{1,3}\^(?=\p{L})/gu },
  { kind: 'marked', needs: '==', pattern: /(?<!=)==(?=[^\s=])[^=\n]*(?<=[^\s=])==(?!=)/gu },
  { kind: 'wiki-link', needs: '[[', pattern: /!?\[\[[^[\]\n]+\]\]/gu },
  { kind: 'mathematics', needs: '$', pattern: /(?<![\p{L}\p{N}$])\$(?=[^\s$])(?=[^$\n]*[=\\^_])[^$\n]*?(?<=[^\s$\\])\$(?!\d)/gu },
  { kind: 'wiki-comment', needs: '%%', pattern: /(?<!\d)%%[^%\n]+%%/gu },
  {
    kind: 'bbcode',
    needs: '[',
    pattern:
      /\[(b|i|u|s|quote|code|size|color|center|sup|sub|list)(?:=[^[\]\n]{0,200})?\][\s\S]{0,200}?\[\/\1\]|\[(?:url|img)(?:=[^[\]\n]*)?\]|\[url=[^\s[]*/giu,
  },
  { kind: 'link-undefined', needs: '][', pattern: /\[(?![\^#@])[^[\]\n]+\]\[(?!#)[^[\]\n]*\]/gu },
  {
    kind: 'latex',
    needs: '\\',
    pattern:
      /\\(?:ldots|dots|noindent|par|newline|pagebreak|newpage|clearpage|smallskip|medskip|bigskip|quad|qquad|item|LaTeX|TeX|maketitle|tableofcontents|centering)(?![A-Za-z])/gu,
  },
  { kind: 'directive', needs: ':', pattern: /footnote:\[[^\]\n]{0,400}\]?|(?<![\p{L}\p{N}]):[a-z][\w-]*:(?=\0)/gu },
]

/** At the beginning of a line. */
const lineSigns: readonly Sign[] = [
  { kind: 'admonition', pattern: /^(?:(?:!!!|\?\?\?)\+?[ \t]+\w+.*|\[![A-Za-z]\w*\][-+]?)/u },
  { kind: 'wiki-heading', pattern: /^(={2,6})[ \t].*[ \t]\1[ \t]*$/u },
  { kind: 'heading', pattern: /^(?:#{2,}(?![#\s])|#{7,}[ \t]).*/u },
  { kind: 'directive', pattern: /^(?:\.\.[ \t]+[A-Za-z][\w-]*::.*|#\+[A-Za-z_]+:.*|::[a-z][\w-]*[[{].*)/u },
]

function findInText({ typed, offset }: VisibleText, text: string): Found[] {
  return signs
    .filter(({ needs }) => typed.includes(needs))
    .flatMap(({ kind, pattern, written = (as: string) => as }) =>
      [...typed.matchAll(pattern)].flatMap((match) => {
        if (kind !== 'latex' && isEscaped(typed, match.index)) return []
        const at = offset + match.index
        const as = text.slice(at, at + match[0].length)
        return [{ kind: toc.test(as) ? ('contents' as const) : kind, written: written(as), at, length: as.length }]
      }),
    )
    .concat(findBrokenLinks({ typed, offset }, text))
}

/** Where a link would end that none began: there is a space in its address, or another link in its words. */
function findBrokenLinks({ typed, offset }: Pick<VisibleText, 'typed' | 'offset'>, text: string): Found[] {
  return [...typed.matchAll(/\]\(/gu)].flatMap(({ index }) => {
    const at = offset + index
    const written = /^\]\([^)\n]*\)?/u.exec(text.slice(at, at + 400))?.[0] ?? ''
    const isAddress = /^\]\(<?\s*(?:https?:|www\.|[./#]|[^\s()]*(?:[/#]|\.\p{L}{2,}))/u.test(written) || /\.\p{L}{2,4}\)$/u.test(written)
    return isAddress && !isEscaped(typed, index) ? [{ kind: 'link-broken-off' as const, written, at, length: written.length }] : []
  })
}

function findInLines({ node, typed, offset, before }: VisibleText, wasFenceOpen: boolean): { found: Found[]; isFenceOpen: boolean } {
  let isFenceOpen = wasFenceOpen
  if (node.type !== 'paragraph') return { found: [], isFenceOpen }
  const lines = linesOf(typed)
  const found = lines.flatMap(({ line, at }, i): Found[] => {
    const place = { at: offset + at, length: line.length }
    if (/^:{3,}/u.test(line)) {
      const isEnd = isFenceOpen && /^:+\s*$/u.test(line)
      isFenceOpen = !isEnd
      return isEnd ? [] : [{ kind: 'fence', written: line, ...place }]
    }
    const term = i > 0 ? lines[i - 1]?.line : wordsOnOneLine(before)
    if (/^:[ \t]+\S/u.test(line) && term) return [{ kind: 'definition', written: term.replaceAll(hidden, '').trim(), ...place }]
    const sign = lineSigns.find(({ pattern }) => pattern.test(line))
    return sign ? [{ kind: sign.kind, written: line.replaceAll(hidden, '…'), ...place }] : []
  })
  return { found: [...found, ...findRows(lines, offset)], isFenceOpen }
}

/** Lines with bars that are no table. */
function findRows([first]: readonly { line: string; at: number }[], offset: number): Found[] {
  if (!first || !/^\|[ \t]/u.test(first.line)) return []
  const bars = first.line.trim().replace(/\\\|/gu, '').split('|').length - 1
  const place = { at: offset + first.at, length: first.line.length }
  return bars > 1
    ? [{ kind: 'table-line', written: `|${'---|'.repeat(bars - 1)}`, ...place }]
    : [{ kind: 'verse', written: first.line, ...place }]
}

/** Whole paragraphs that are a sign. */
function findWhole({ node, typed, offset }: VisibleText, text: string): Found[] {
  const written = text.slice(offset, offset + typed.length).trim()
  if (node.type !== 'paragraph' || written.includes('\n')) return []
  const place = { written, at: offset, length: written.length }
  if (toc.test(written)) return [{ kind: 'contents', ...place }]
  return /^#\p{Lu}\S*(?: \S+){1,9}$/u.test(written) && !/[.!?…,;:]$/u.test(written) ? [{ kind: 'heading', ...place }] : []
}

/** Names of characters that are none: Markdown leaves them as they are typed. */
function findEntities({ node, typed, offset }: VisibleText, text: string): Found[] {
  if (!typed.includes('&')) return []
  const values = nodesOf(node, 'text').map(({ value }) => value)
  return [
    ...typed.matchAll(
      /&(?:[A-Za-z][A-Za-z0-9]{1,31};|#(?:\d{2,7}|x[\da-f]{2,6})(?![\da-f;])|(?:nbsp|shy|[mn]dash|hellip|amp|lt|gt|quot|apos|[lr]aquo|[lr][sd]quo|thinsp|times|deg)(?![A-Za-z0-9;]))/giu,
    ),
  ].flatMap(({ 0: written, index }) => {
    const isLiteral = !isEscaped(typed, index) && values.some((value) => value.includes(written))
    return isLiteral && text.startsWith(written, offset + index)
      ? [{ kind: 'entity' as const, written, at: offset + index, length: written.length }]
      : []
  })
}

/** GFM strikes through what stands between single tildes, too. */
function findTildes(tree: Root, text: string): Found[] {
  const found: Found[] = []
  for (const node of nodesOf(tree, 'delete')) {
    const { start, end } = spanOf(node)
    const struck = text.slice(start.offset, end.offset)
    if (!/^~(?!~)/u.test(struck)) continue
    const [before = ''] = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start.offset - 20), start.offset)) ?? []
    const [after = ''] = /^[\p{L}\p{N}]*/u.exec(text.slice(end.offset, end.offset + 20)) ?? []
    found.push({ kind: 'lowered', written: before + struck + after, at: start.offset, length: struck.length })
  }
  return found
}

/** `[see @orr1999, p. 33; @reed1919]` in the components of the series. */
function asSources(citation: string): string {
  return [...citation.matchAll(/([^@;[]*?)(-?)@([\p{L}_][\p{L}\p{N}_:-]*)(?:,?\s+([^;\]]*))?/gu)]
    .map(([, before = '', minus, key = '', after = '']) => {
      const id = key
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/-$/u, '')
      const prefix = before.trim()
      const [locator, more] = [after.trim() && ` locator="${after.trim()}"`, prefix && ` prefix="${prefix}"`]
      return `<Source id="${id}"${locator}${more}${minus ? ' suppress-author' : ''}/>`
    })
    .join('; ')
}

const wordsOnOneLine = (node: Nodes | undefined): string | undefined => {
  if (node?.type !== 'paragraph' || node.position?.start.line !== node.position?.end.line) return undefined
  const [first] = node.children
  return first?.type === 'text' && node.children.length === 1 ? first.value : undefined
}
