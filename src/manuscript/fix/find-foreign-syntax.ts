import type { Edit } from './edits.ts'

const address = /<(https?:\/\/[^\s<>"']+)>/gu
const idInBraces = /^(?:#{1,6}[ \t].*\S)[ \t]*(\{#([\p{L}\p{N}_-]+)\})[ \t]*\r?$/u

/**
 * What Markdown writes otherwise elsewhere and MDX cannot read: addresses in angle brackets and ids in braces behind
 * headings. The text is looked at line by line, for there is no tree of it yet; code is passed over.
 */
export function findForeignSyntax(text: string): Edit[] {
  const edits: Edit[] = []
  let fence = ''
  let at = 0
  for (const line of text.split('\n')) {
    const mark = /^[ \t]*(?:>[ \t]?)*(`{3,}|~{3,})/u.exec(line)?.[1] ?? ''
    if (fence) fence = mark.startsWith(fence) ? '' : fence
    else if (mark) fence = mark
    else {
      const heading = idInBraces.exec(line)
      if (heading) {
        const from = at + line.lastIndexOf(heading[1] ?? '')
        edits.push({ from, to: from + (heading[1]?.length ?? 0), text: `[#${heading[2]}]` })
      }
      for (const { 0: found, 1: url = '', index } of withoutCode(line).matchAll(address))
        edits.push({ from: at + index, to: at + index + found.length, text: isPlain(line, index, found) ? url : linkTo(url) })
    }
    at += line.length + 1
  }
  return edits
}

/** A line with blanks for what stands between backticks. */
const withoutCode = (line: string) => line.replace(/(`+)[^`].*?\1/gu, (code) => ' '.repeat(code.length))

/** Whether the address becomes a link by itself: with nothing before or behind it that it could be taken to go on with. */
const isPlain = (line: string, index: number, found: string) =>
  /(?:^|[\s(*_])$/u.test(line.slice(0, index)) &&
  /^(?:$|\s|[.,;!?](?:\s|$))/u.test(line.slice(index + found.length)) &&
  /[\p{L}\p{N}/]>$/u.test(found)

const linkTo = (url: string) => {
  const shown = url.replace(/^https?:\/\//u, '').replace(/\/$/u, '')
  return `[${shown.replace(/[[\]*_`\\]/gu, '\\$&')}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`
}
