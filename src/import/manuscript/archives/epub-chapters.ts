/** A chapter of a book for e-readers: what its contents call it, and the files from it to the next entry of the contents. */
export type BookChapter = { readonly title: string; readonly files: readonly string[] }

/** Words that a chapter has on average; what is shorter are sections of one text. */
const fewWords = 800

/**
 * The chapters of a book by its contents: none where it is one text.
 *
 * @param entries the contents without what is below an entry: the file each leads to, and its words
 * @param order the files of the book in their order
 * @param wordsIn how many words a file has
 */
export function chaptersOf(
  entries: readonly { readonly file: string; readonly title: string }[],
  order: readonly string[],
  wordsIn: (file: string) => number,
): BookChapter[] {
  const starts = entries
    .map((entry) => ({ ...entry, at: order.indexOf(entry.file) }))
    .filter(({ at, file }, i) => at >= 0 && entries.findIndex((other) => other.file === file) === i)
    .sort((a, b) => a.at - b.at)
  const chapters = starts
    .map(({ title, at }, i) => ({ title, files: order.slice(at, starts[i + 1]?.at) }))
    .filter(({ title, files }) => !isNoChapter.test(title.trim()) && count(files, wordsIn) > 100)
  const words = chapters.reduce((sum, { files }) => sum + count(files, wordsIn), 0)
  return chapters.length > 1 && words >= chapters.length * fewWords ? chapters : []
}

const count = (files: readonly string[], wordsIn: (file: string) => number) => files.reduce((sum, file) => sum + wordsIn(file), 0)

const isNoChapter =
  /^(?:(?:front |back )?cover|title(?: page)?|half[- ]title(?: page)?|(?:table of )?contents|copyright(?: page)?|colophon|imprint|(?:end|foot)?notes|bibliography|works cited|references|index|landmarks|list of (?:figures|tables|illustrations)|umschlag|titel(?:seite)?|inhalt(?:sverzeichnis)?|impressum|anmerkungen|literatur(?:verzeichnis)?|register|couverture|table des matières|bibliographie|portada|índice|notas|bibliografía)$/iu

/** An entry of the contents, from 1 down; what is but a heading over others leads nowhere. */
export type ContentsEntry = { readonly depth: number; readonly href?: string; readonly title: string }

/** The entries of the contents of EPUB 3, a document of navigation. */
export function entriesOfNav(xhtml: string): ContentsEntry[] {
  const nav = /<nav\b[^>]*\btoc\b[^>]*>([\s\S]*?)<\/nav\s*>/iu.exec(xhtml)?.[1] ?? ''
  const entries: ContentsEntry[] = []
  let depth = 0
  const pattern =
    /<(\/?)ol\b[^>]*>|<a\b[^>]*?\bhref\s*=\s*["']([^"']*)["'][^>]*>([\s\S]*?)<\/a\s*>|<li\b[^>]*>\s*<span\b[^>]*>([\s\S]*?)<\/span\s*>/giu
  for (const [, closes, href, words, heading] of nav.matchAll(pattern)) {
    if (href !== undefined) entries.push({ depth, href, title: wordsOf(words ?? '') })
    else if (heading !== undefined) entries.push({ depth, title: wordsOf(heading) })
    else depth += closes === '/' ? -1 : 1
  }
  return entries
}

/** The same of EPUB 2 (NCX). */
export function entriesOfNcx(ncx: string): ContentsEntry[] {
  const entries: ContentsEntry[] = []
  let [depth, title] = [0, '']
  const pattern = /<(\/?)(?:\w+:)?navPoint\b|<(?:\w+:)?text\s*>([^<]*)<|<(?:\w+:)?content\b[^>]*?\bsrc\s*=\s*["']([^"']*)["']/giu
  for (const [, closes, words, href] of ncx.matchAll(pattern)) {
    if (words !== undefined) title = wordsOf(words)
    else if (href === undefined) depth += closes === '/' ? -1 : 1
    else if (depth > 0) entries.push({ depth, href, title })
  }
  return entries
}

/** The entries at the top; those below a heading, or below a page with nothing but the title of a part of the book, in its place. */
export function atTop(entries: readonly ContentsEntry[], isBare: (href: string) => boolean): ContentsEntry[] {
  const top: ContentsEntry[] = []
  let deepest = 1
  for (const [i, entry] of entries.entries()) {
    if (entry.depth > deepest) continue
    const isOver = (entries[i + 1]?.depth ?? 0) > entry.depth && (entry.href === undefined || isBare(entry.href))
    deepest = isOver ? entry.depth + 1 : entry.depth
    if (!isOver) top.push(entry)
  }
  return top
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,6})|(\w+));/giu, (whole, decimal?: string, hex?: string, name?: string) =>
      name === undefined ? String.fromCodePoint(Number.parseInt(decimal ?? hex ?? '32', decimal ? 10 : 16)) : (signs[name] ?? whole),
    )
    .replace(/\s+/gu, ' ')
    .trim()
