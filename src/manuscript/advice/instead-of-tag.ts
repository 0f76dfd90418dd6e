import { toString as textOf } from 'mdast-util-to-string'
import type { Instead } from '../../diagnostics/instead.ts'
import { vocabulary } from '../../model/kinds/vocabulary.ts'
import { attributesOf, type Element } from '../nodes.ts'
import { shorten } from '../shorten.ts'

const kinds: Readonly<Record<string, Instead['kind']>> = Object.fromEntries(
  (
    [
      ['html-break', 'br wbr'],
      ['html-rule', 'hr'],
      ['html-bold', 'b strong'],
      ['html-emphasis', 'i em u ins mark cite var dfn'],
      ['html-strike', 's del strike'],
      ['html-code', 'code tt kbd samp'],
      ['html-link', 'a'],
      ['html-picture', 'img picture image'],
      ['html-quotation', 'blockquote q quote'],
      ['html-note', 'footnote note fn ref endnote'],
      ['html-heading', 'h1 h2 h3 h4 h5 h6'],
      ['html-list', 'ul ol li dl dt dd menu'],
      ['html-table', 'table thead tbody tfoot tr td th caption col colgroup'],
      ['html-code-block', 'pre'],
      ['html-term', 'abbr acronym'],
      ['html-date', 'time'],
      [
        'html-plain',
        'p div span section article aside header footer main nav center font small big figure figcaption details summary bdi bdo ruby rt rp rb address hgroup label nobr',
      ],
      [
        'html-none',
        'script style iframe embed object video audio source track canvas svg math form input button select option textarea link meta base html head body title template slot map area applet frame frameset marquee noscript',
      ],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
)

const components: ReadonlyMap<string, string> = new Map(Object.keys(vocabulary).map((name) => [name.toLowerCase(), name]))

/** What to write instead of a tag that is none of the vocabulary, with the words it stands around. */
export function insteadOfTag(element: Element): Instead {
  const { name } = element
  if (name === null) return { kind: 'html-nameless', written: '' }
  const { href, src } = attributesOf(element)
  const words = shorten(textOf(element)) || '…'
  const instead = insteadOfTagName(name)
  if (instead.kind === 'html-link') return { kind: 'html-link', written: `[${words}](${typeof href === 'string' ? href : 'https://…'})` }
  if (instead.kind === 'html-picture')
    return { kind: 'html-picture', written: typeof src === 'string' ? (src.split('/').at(-1) ?? src) : '…' }
  if (instead.kind === 'html-heading') return { kind: 'html-heading', written: `${'#'.repeat(Math.max(2, Number(name[1])))} ${words}` }
  if (instead.kind === 'html-plain') return { kind: 'html-plain', written: name === 'span' || name === 'font' ? words : '' }
  return instead.written === name && /^html-(?!none|unknown)/u.test(instead.kind) ? { ...instead, written: words } : instead
}

/** The same, where only the tag’s name is known. */
export function insteadOfTagName(name: string): Instead {
  const component = components.get(name.toLowerCase())
  // A table in HTML is no caption with a table.
  if (component !== undefined && component !== name && name !== 'table') return { kind: 'component', written: component }
  const kind = Object.hasOwn(kinds, name.toLowerCase()) ? kinds[name.toLowerCase()] : undefined
  return { kind: kind ?? 'html-unknown', written: name }
}
