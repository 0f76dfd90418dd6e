import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** What no bare address can be without, by the name of the construct of GFM that reads it. */
const addresses = { emailAutolink: /@/u, wwwAutolink: /www\./iu, protocolAutolink: /https?:/iu } as const
const names = Object.keys(addresses) as (keyof typeof addresses)[]

const parsers = new Map<string, ReturnType<typeof parserWithout>>()

/**
 * The parser of a text, which reads MDX and GFM. It looks for bare addresses where the text can have any: at each word
 * that may begin one, micromark’s tokens are split and joined again, and in a paragraph of 20,000 notes that takes
 * seven times as long as all else. Likewise it knows formulas where there can be any.
 */
export function parserFor(text: string): ReturnType<typeof parserWithout> {
  const left = names.filter((name) => !addresses[name].test(text))
  const hasFormulas = text.includes('$$')
  const key = `${left.join()} ${hasFormulas}`
  const parser = parsers.get(key) ?? parserWithout(left, hasFormulas)
  parsers.set(key, parser)
  return parser
}

// One dollar is a sum of money: a formula stands between two.
const parserWithout = (left: readonly string[], hasFormulas: boolean) =>
  unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use(hasFormulas ? [[remarkMath, { singleDollarTextMath: false }]] : [])
    .use(leaveOut, left)

/** Unified plugin: takes constructs out of the running text. */
function leaveOut(this: Processor, left: readonly string[]) {
  for (const { text } of this.data().micromarkExtensions ?? []) {
    for (const [code, constructs] of Object.entries(text ?? {})) {
      if (text && constructs) text[code as unknown as number] = [constructs].flat().filter(({ name }) => !left.includes(name ?? ''))
    }
  }
}
