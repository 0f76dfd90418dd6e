import type { Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import { writeYaml } from '../manuscript/yaml/edit-yaml.ts'
import type { ExportedCitation, ExportedCite, ExportedFigure, ExportedForeign, ExportedPart, ExportedScript } from './exported-part.ts'

/**
 * A part as Pandoc’s Markdown (https://pandoc.org/MANUAL.html): notes under their ids, citations as `[@source, p. 5]`, figures
 * as pictures with a caption, words of other languages with their tag. The importer reads all of it back.
 */
export function writeMarkdown({ title, byline, language, blocks, notes }: ExportedPart): string {
  const fields = writeYaml({ title, author: byline, lang: language })
  const text = markdownOf({ type: 'root', children: [...blocks] })
  const written = notes.map((note) => markdownOf({ type: 'root', children: [note] }).trim())
  return `---\n${fields}---\n\n${text.trim()}\n${written.length > 0 ? `\n${written.join('\n\n')}\n` : ''}`
}

type Handle = NonNullable<Options['handlers']>[keyof NonNullable<Options['handlers']>]

const handlers = {
  citation: ((node: ExportedCitation, _, state, info) => {
    const [first] = node.cites
    if (!node.isOwn || !first) return `[${node.cites.map(cite).join('; ')}]`
    const attributes = Object.entries({ source: first.source, locator: first.locator }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}="${value.replaceAll('"', '”')}"`],
    )
    return `[${state.containerPhrasing(node as never, info)}]{${attributes.join(' ')}}`
  }) as Handle,
  foreign: ((node: ExportedForeign, _, state, info) => `[${state.containerPhrasing(node as never, info)}]{lang=${node.lang}}`) as Handle,
  script: ((node: ExportedScript, _, state, info) =>
    `<${node.kind}>${state.containerPhrasing(node as never, info)}</${node.kind}>`) as Handle,
  figure: ((node: ExportedFigure, _, state, info) => {
    const alt = node.alt.replaceAll('"', '”').replace(/\s+/gu, ' ')
    const caption = state.containerPhrasing({ type: 'paragraph', children: node.caption } as never, info)
    return `![${caption || state.safe(alt, info)}](pictures/${encodeURI(node.src)})${caption === '' ? '' : `{alt="${alt}"}`}`
  }) as Handle,
}

function cite({ source, locator, prefix, suffix, suppressesAuthor }: ExportedCite): string {
  const place = locator === undefined ? '' : /^(?:pp?|chs?|vol|fol|para)\. [\w–-]+$/u.test(locator) ? `, ${locator}` : `, {${locator}}`
  const after = suffix === undefined ? '' : /^[,.;:]/u.test(suffix) ? suffix : ` ${suffix}`
  return `${prefix ? `${prefix} ` : ''}${suppressesAuthor ? '-' : ''}@${source}${place}${after}`
}

const markdownOf = (tree: Root): string =>
  toMarkdown(withHeadingIds(tree) as Root, {
    extensions: [gfmToMarkdown({ firstLineBlank: false })],
    handlers: handlers as unknown as NonNullable<Options['handlers']>,
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
  })

/** Ids that the writer has fixed, as Pandoc has them. */
const withHeadingIds = (tree: Root): Root => ({
  ...tree,
  children: tree.children.map((node): RootContent => {
    const id = node.type === 'heading' ? (node.data as { id?: string } | undefined)?.id : undefined
    if (node.type !== 'heading' || id === undefined) return node
    return { ...node, children: [...node.children, { type: 'html', value: ` {#${id}}` }] }
  }),
})
