import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** What no bare address can be without, by the name of the construct of GFM that reads it. */
const addresses = { emailAutolink: /@/u, wwwAutolink: /www\./iu, protocolAutolink: /https?:/iu } as const
const names = Object.keys(addresses) as (keyof typeof addresses)[]

const parsers = new Map<string, ReturnType<typeof parserWithout>>()

/** What no row that says how the columns of a table are set can be without. */
const table = /\||:-|-:/u

/** What no address can be without that is only found in the words as they are read: a reference, `&#64;`, may stand for any sign. */
const addressInWords = /@|&|www|https?:/iu

/**
 * The parser of a text, which reads MDX and GFM. It looks for bare addresses where the text can have any: at each word
 * that may begin one, micromark’s tokens are split and joined again, and in a paragraph of 20,000 notes that takes
 * seven times as long as all else. Likewise it knows formulas and tables where there can be any: each paragraph would be
 * read once more as the head of one.
 */
export function parserFor(text: string): ReturnType<typeof parserWithout> {
  const left = [
    ...names.filter((name) => !addresses[name].test(text)),
    ...(table.test(text) ? [] : ['table']),
    ...(addressInWords.test(text) ? [] : [transform]),
  ]
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

/** The function of mdast-util-gfm-autolink-literal that looks for addresses in the words of a tree. */
const transform = 'transformGfmAutolinkLiterals'

/** Unified plugin: takes constructs and transforms out, by their names. */
function leaveOut(this: Processor, left: readonly string[]) {
  const isMeant = (named: object) => !('name' in named && left.includes(String(named.name)))
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data()
  for (const constructs of micromarkExtensions.flatMap(({ text = {}, flow = {} }) => [text, flow])) {
    for (const [code, some] of Object.entries(constructs)) constructs[code as unknown as number] = [some ?? []].flat().filter(isMeant)
  }
  for (const extension of fromMarkdownExtensions.flat(2)) {
    if (extension.transforms) extension.transforms = extension.transforms.filter(isMeant)
  }
}
