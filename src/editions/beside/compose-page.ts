import MagicString from 'magic-string'
import { serializeOuter } from 'parse5'
import { attribute, type Document, type Element, elementsOf, escapeAttribute, parsePage, parseToEdit, textOf } from '../html.ts'
import { moveOriginal, moveTranslation } from './move-block.ts'
import { pairBlocks } from './pair-blocks.ts'
import { classesOf, isFormer, readBlocks, type TextBlock } from './read-blocks.ts'

/** The pages that one is made of, as HTML. */
export type Pages = {
  /** Rendered, with a place for the texts below the names of their languages. */
  readonly frame: string
  /** The part’s page in the original, finished: its links are relative. */
  readonly original: string
  /** The same in the translation, rendered: its links begin at the root. */
  readonly translation: string
  /** Where either is on its site: `/part-1/`. */
  readonly part: string
  /** From the page to the root of the original’s site: `../../../`. */
  readonly up: string
}

/** A page, and the files of the original’s site that it shows: `/_astro/tower.svg`. */
export type Composed = { readonly html: string; readonly files: readonly string[] }

/**
 * A page on which the original and its translation stand side by side, paragraph by paragraph.
 *
 * @throws where a page has not what it should have
 */
export function composePage({ frame, original, translation, part, up }: Pages): Composed {
  const page = parseToEdit(frame)
  const [place] = withClass(page, 'beside')
  const sides = withClass(page, 'side-name')
  const [head] = elementsOf(page).filter(({ tagName }) => tagName === 'head')
  if (!place?.sourceCodeLocation?.endTag || !head?.sourceCodeLocation?.endTag || sides.length !== 2)
    throw new Error('It has no place for an original and its translation.')
  const texts = [parsePage(original), parsePage(translation)] as const
  const [theirs, own] = [readBlocks(texts[0]), readBlocks(texts[1])]
  const files = new Set<string>()
  const ids = { original: idsIn(theirs), translation: idsIn(own) }
  for (const { element } of theirs) moveOriginal(element, { part, ids: ids.original, up, files })
  for (const { element } of own) moveTranslation(element, { part, ids: ids.translation })
  const [first, second] = sides.map((side) => openingOf(side))
  const rows = pairBlocks(theirs, own).map((pair) => {
    const cells = [cell('original', first, pair.original), cell('translation', second, pair.translation)]
    return `<div class="pair">${cells.join('')}</div>`
  })
  const edited = new MagicString(frame)
  edited.appendLeft(place.sourceCodeLocation.endTag.startOffset, rows.join('\n'))
  for (const [i, side] of sides.entries()) {
    const title = texts[i] && elementsOf(texts[i]).find(({ tagName }) => tagName === 'h1')
    const end = side.sourceCodeLocation?.endTag?.startOffset
    if (title && end !== undefined) edited.appendLeft(end, ` <cite>${escapeText(textOf(title).trim())}</cite>`)
  }
  const known = new Set(sheetsOf(page).map((sheet) => attribute(sheet, 'href')))
  const missing = sheetsOf(texts[1]).filter((sheet) => !known.has(attribute(sheet, 'href')))
  edited.appendLeft(head.sourceCodeLocation.endTag.startOffset, missing.map((sheet) => serializeOuter(sheet)).join(''))
  return { html: edited.toString(), files: [...files] }
}

const cell = (side: string, attributes: string | undefined, block: TextBlock | undefined) =>
  block ? `<div class="text" data-side="${side}"${attributes}>${writeBlock(block.element)}</div>` : ''

/** As pages are written, in which what is hidden has an attribute without a value. */
const writeBlock = (block: Element) => serializeOuter(block).replace(/(?<=<[a-z][^<>]*) hidden=""(?=[^<>]*>)/gu, ' hidden')

/** The language of a side and its direction, as its name has them. */
const openingOf = (side: Element) => ['lang', 'dir'].map((name) => ` ${name}="${escapeAttribute(attribute(side, name) ?? '')}"`).join('')

const idsIn = (blocks: readonly TextBlock[]): ReadonlySet<string> =>
  new Set(
    blocks
      .flatMap(({ element }) => [element, ...elementsOf(element)])
      .flatMap((element) => (isFormer(element) ? [] : (attribute(element, 'id') ?? []))),
  )

const withClass = (page: Document, name: string) => elementsOf(page).filter((element) => classesOf(element).includes(name))

const sheetsOf = (page: Document) => elementsOf(page).filter((element) => attribute(element, 'rel') === 'stylesheet')

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
