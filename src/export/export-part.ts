import type { FootnoteDefinition, Nodes, PhrasingContent, RootContent, TableRow } from 'mdast'
import { type Words, wordsOf } from '../locales/words.ts'
import type { Use } from '../manuscript/constructs/construct.ts'
import { attributesOf, childrenOf, isElement } from '../manuscript/nodes.ts'
import { ownNumbers } from '../manuscript/numbered-notes.ts'
import { takeTitle } from '../manuscript/own-title.ts'
import { parseMdx } from '../manuscript/parse.ts'
import { survey } from '../manuscript/survey/survey.ts'
import type { FigureFact, ManuscriptFile } from '../model/facts.ts'
import { fullName } from '../model/names.ts'
import type { Chart, Series, ShownDate } from '../model/series.ts'
import { citeprocLocator } from '../series/citations/locators.ts'
import type { ExportedCitation, ExportedCite, ExportedFigure, ExportedForeign, ExportedPart, ExportedScript } from './exported-part.ts'
import { phrasesOf } from './phrases-of.ts'

/** Makes a part ready for other programs, in the words that the site prints. @param file the file of the part */
export function exportPart(
  series: Series,
  file: ManuscriptFile,
  itemOf: (source: string) => Readonly<Record<string, unknown>>,
): ExportedPart {
  const slug = file.path.replace(/^parts\/|\.mdx$/gu, '')
  const part = series.parts.find((one) => one.slug === slug)
  const { tree: parsed } = parseMdx(file)
  if (!part || !parsed) throw new Error(`The part ${slug} is not in the series.`)
  takeTitle(parsed)
  ownNumbers(parsed, slug, new Map())
  const { tree, notes, components, headings, figures } = survey(parsed)
  for (const { node, id, isFixed } of headings) if (isFixed) node.data = { ...node.data, id } as typeof node.data
  const exporter = new Exporter(series, part, components, [...figures.values()], itemOf)
  return {
    slug,
    title: part.title,
    byline: series.byline,
    language: series.language,
    blocks: exporter.blocks(tree.children),
    notes: notes.map(({ definition, id }) => ({
      ...definition,
      identifier: id,
      label: id,
      children: exporter.blocks(definition.children) as FootnoteDefinition['children'],
    })),
  }
}

class Exporter {
  readonly #series: Series
  readonly #part: Series['parts'][number]
  readonly #figures: ReadonlyMap<string | undefined, FigureFact>
  readonly #uses: ReadonlyMap<Nodes, Use>
  readonly #members: ReadonlyMap<number | undefined, readonly Use[]>
  readonly #itemOf: (source: string) => Readonly<Record<string, unknown>>

  constructor(
    series: Series,
    part: Series['parts'][number],
    uses: readonly Use[],
    figures: readonly FigureFact[],
    itemOf: (source: string) => Readonly<Record<string, unknown>>,
  ) {
    this.#series = series
    this.#part = part
    this.#figures = new Map(figures.map((figure) => [figure.id, figure]))
    this.#uses = new Map(uses.map((use) => [use.node, use]))
    this.#members = Map.groupBy(uses, ({ cluster }) => cluster)
    this.#itemOf = itemOf
  }

  blocks(nodes: readonly Nodes[]): RootContent[] {
    return this.#all(nodes) as RootContent[]
  }

  #all(nodes: readonly Nodes[]): Nodes[] {
    const written: Nodes[] = []
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as Nodes
      const cluster = this.#uses.get(node)?.cluster
      if (cluster === undefined) {
        written.push(...this.#one(node))
        continue
      }
      written.push(this.#cluster(cluster) as unknown as Nodes)
      at = Math.max(at, nodes.indexOf(this.#members.get(cluster)?.at(-1)?.node as Nodes))
    }
    return written
  }

  #one(node: Nodes): Nodes[] {
    // Comments, and notes where they are defined.
    if (/^mdx(?:Flow|Text)Expression$|^mdxjsEsm$/u.test(node.type) || node.type === 'footnoteDefinition') return []
    if (node.type === 'inlineMath') return [{ type: 'inlineCode', value: node.value }]
    if (node.type === 'math') return [{ type: 'code', value: node.value }]
    if (!isElement(node)) return 'children' in node ? [{ ...node, children: this.#all(childrenOf(node)) } as Nodes] : [node]
    const typed = attributesOf(node) as Readonly<Record<string, string>>
    const inside = this.#all(node.children)
    const made = this.#components[node.name ?? '']?.(typed, inside, this.#uses.get(node)?.ordinal ?? 1)
    return (made ?? inside) as Nodes[]
  }

  readonly #components: Readonly<
    Record<string, (typed: Readonly<Record<string, string>>, inside: Nodes[], ordinal: number) => readonly unknown[]>
  > = {
    Source: (typed, inside) => [
      { type: 'citation', cites: [this.#cite(typed)], children: inside as PhrasingContent[], isOwn: true } satisfies ExportedCitation,
    ],
    Term: ({ id }, inside) => (inside.length > 0 ? inside : [text(this.#series.terms.find((term) => term.id === id)?.label ?? '')]),
    See: ({ id = '' }, inside) => (inside.length > 0 ? inside : [text(this.#seen(id))]),
    CalendarDate: (_, inside, ordinal) => [...inside, ...dateWords(this.#part.dates[ordinal - 1], inside.length > 0)],
    Foreign: ({ lang = '' }, inside) => [{ type: 'foreign', lang, children: inside as PhrasingContent[] } satisfies ExportedForeign],
    Certainty: ({ level }, inside) => {
      const words = wordsOf(this.#series)
      const said = words.say('certainty.because', { level: words.say(`certainty.${level as 'low'}`) })
      return [text(`${said} `), ...inside]
    },
    sup: (_, inside) => [{ type: 'script', kind: 'sup', children: inside as PhrasingContent[] } satisfies ExportedScript],
    sub: (_, inside) => [{ type: 'script', kind: 'sub', children: inside as PhrasingContent[] } satisfies ExportedScript],
    Quotation: (typed, inside) => [this.#quotation(typed, inside)],
    Epigraph: (typed, inside) => [this.#quotation(typed, inside)],
    Verse: (_, inside) => blocksOf(inside).map(inLines),
    Aside: ({ title }, inside) => [
      ...(title ? [{ type: 'paragraph', children: [{ type: 'strong', children: [text(title)] }] }] : []),
      ...blocksOf(inside),
    ],
    PullQuote: () => [],
    Figure: ({ src = '', alt = '' }, inside) => [{ type: 'figure', src, alt, caption: inlineOf(inside) } satisfies ExportedFigure],
    Audio: recordingBlocks,
    Video: recordingBlocks,
    Chart: ({ id }) => {
      const chart = this.#series.charts.find((one) => one.id === id)
      return chart ? chartBlocks(chart, wordsOf(this.#series)) : []
    },
  }

  /** What a cross-reference says on the site. */
  #seen(id: string): string {
    const words = wordsOf(this.#series)
    const figure = this.#figures.get(id)
    if (figure) return words.say(`part.${figure.kind}`, { number: figure.number })
    return words.say('site.quote', { words: this.#part.sections.find((section) => section.id === id)?.title ?? id })
  }

  #cluster(number: number): ExportedCitation {
    const printed = this.#part.clusters[number - 1]
    const html = (printed?.citations ?? []).map(
      ({ id, after }) => `${this.#part.citations.find((one) => one.id === id)?.html ?? ''}${after}`,
    )
    return {
      type: 'citation',
      cites: (this.#members.get(number) ?? []).map(({ node }) => this.#cite(attributesOf(node))),
      children: phrasesOf(`${printed?.before ?? ''}${html.join('')}`),
      isOwn: false,
    }
  }

  #cite(typed: Readonly<Record<string, string | true>>): ExportedCite {
    const { id, locator, prefix, suffix } = typed as Readonly<Record<string, string | undefined>>
    const read = locator === undefined ? undefined : citeprocLocator(locator, this.#series.language)
    const isSimple = read?.label !== undefined && read.locator !== undefined && read.suffix === undefined && !read.locator.includes(',')
    return {
      source: id ?? '',
      item: this.#itemOf(id ?? ''),
      ...(locator && { locator }),
      ...(isSimple && { csl: { label: read.label ?? '', locator: read.locator ?? '' } }),
      ...(prefix && { prefix }),
      ...(suffix && { suffix }),
      ...(typed['suppress-author'] === true && { suppressesAuthor: true as const }),
    }
  }

  /** A quotation and below it whose words they are, as the site has it. */
  #quotation(typed: Readonly<Record<string, string>>, inside: Nodes[]): RootContent {
    const { source: id = '', locator, speaker: term, by } = typed
    const source = this.#series.sources.find((one) => one.id === id)
    const author = source?.author?.[0] && fullName(source.author[0])
    const speaker = this.#series.terms.find((one) => one.id === term)?.name ?? by ?? author
    const isByAuthor = by === undefined && (term === undefined || speaker === author)
    const said = !isByAuthor && author && speaker ? wordsOf(this.#series).say('part.attribution', { speaker, author }) : (speaker ?? '')
    const citation: ExportedCitation = {
      type: 'citation',
      cites: [this.#cite({ id, ...(locator && { locator }) })],
      children: [{ type: 'emphasis', children: [text(source?.title ?? '')] }, ...(locator ? [text(`, ${locator}`)] : [])],
      isOwn: false,
    }
    const attribution = {
      type: 'paragraph',
      children: [text(`— ${said === '' ? '' : `${said}, `}`), citation as unknown as PhrasingContent],
    } as const
    return { type: 'blockquote', children: [...blocksOf(inside), attribution] } as RootContent
  }
}

const text = (value: string) => ({ type: 'text' as const, value })

function dateWords(date: ShownDate | undefined, hasOwnWords: boolean): PhrasingContent[] {
  if (!date) return []
  const { about, text: words, newStyle, isDual, year } = date
  if (hasOwnWords) return []
  return [text(`${about ? `${about} ` : ''}${words}${newStyle && isDual ? ` (${newStyle})` : ''}${year ? ` ${year}` : ''}`)]
}

const inlineOf = (nodes: readonly Nodes[]): PhrasingContent[] =>
  nodes.flatMap((node, i) =>
    node.type === 'paragraph' ? [...(i > 0 ? [text(' ')] : []), ...(node.children as PhrasingContent[])] : [node as PhrasingContent],
  )

/** What stands in a quotation as blocks: words on a line of their own are a paragraph. */
const blocksOf = (nodes: readonly Nodes[]): Nodes[] =>
  nodes.some(({ type }) => type === 'text' || type === 'emphasis')
    ? [{ type: 'paragraph', children: nodes as PhrasingContent[] }]
    : [...nodes]

/** The lines of a stanza end where they end in the file. */
function inLines<N extends Nodes>(node: N): N {
  if (!('children' in node)) return node
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text'
      ? child.value.split('\n').flatMap((value, i): Nodes[] => [...(i > 0 ? [{ type: 'break' } as const] : []), text(value)])
      : [inLines(child)],
  )
  return { ...node, children } as N
}

/** A recording cannot be printed: what it is, and what stands below it. */
const recordingBlocks = ({ alt = '' }: Readonly<Record<string, string>>, inside: Nodes[]): Nodes[] => [
  { type: 'paragraph', children: [text(`[${alt}]`)] },
  ...blocksOf(inside),
]

function chartBlocks(chart: Chart, words: Words): RootContent[] {
  const figure = (value: number | { about: number } | null) =>
    value === null ? '–' : typeof value === 'number' ? String(value) : `c. ${value.about}`
  const rows =
    chart.kind === 'answers'
      ? [
          ['', ...chart.questions],
          ...chart.rows.map(({ label, answers }) => [label, ...answers.map((answer) => words.say(`charts.${answer}`))]),
        ]
      : chart.kind === 'shares'
        ? [['', ...chart.series], ...chart.rows.map(({ label, values }) => [label, ...values.map(figure)])]
        : [['', chart.unit], ...chart.rows.map(({ label, low, high }) => [label, `${figure(low)}–${figure(high)}`])]
  return [
    { type: 'paragraph', children: [{ type: 'strong', children: [text(chart.title)] }] },
    {
      type: 'table',
      children: rows.map(
        (cells): TableRow => ({ type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })) }),
      ),
    },
  ]
}
