import type { Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx'
import { SKIP, visit } from 'unist-util-visit'
import { digestOf } from '../../manuscript/files.ts'
import { formatOf } from '../../manuscript/pictures/read-pixels.ts'
import { slugOf } from '../name-source.ts'
import type { Loss } from './read-text.ts'

/** A picture as a file of the manuscript. */
export type TakenPicture = { readonly path: string; readonly bytes: Uint8Array }

/**
 * Makes of the pictures of a text `<Figure>`s after the blocks they stand in, and says which are left out. One without words
 * for those who do not see it has the name of its file for them, of which the check speaks. Changes the tree.
 *
 * @param bytesOf the picture at an address that the text names, where there is one
 * @param taken the pictures that there are, by their names in `pictures/`, with their digests; the new ones are added
 */
export function placeFigures(
  tree: Root,
  part: string,
  bytesOf: ReadonlyMap<string, Uint8Array>,
  taken: Map<string, string>,
  losses: Loss[],
): TakenPicture[] {
  const names = new Map<string, string>()
  const files: TakenPicture[] = []
  const figureOf = (image: Image): MdxJsxFlowElement[] => {
    const bytes = bytesOf.get(image.url)
    const ending = bytes && endingOf(bytes)
    const called = `“${(image.alt || image.url).slice(0, 80)}”`
    if (!bytes || !ending) {
      losses.push({ place: `the picture ${called}`, says: bytes ? 'left out: it is in no format that pages show' : whyMissing(image.url) })
      return []
    }
    const digest = digestOf(bytes)
    const name = names.get(image.url) ?? nameOf(image.url, part, ending, (one) => (taken.get(one) ?? digest) === digest)
    if (!taken.has(name)) files.push({ path: `pictures/${name}`, bytes })
    names.set(image.url, name)
    taken.set(name, digest)
    const alt = altOf(image)
    losses.push({
      place: `the picture ${called}`,
      says: `taken as pictures/${name}${alt === '' ? '; write into “alt” what it shows, for those who do not see it' : ''}`,
    })
    const { caption, id } = (image.data ?? {}) as { caption?: PhrasingContent[]; id?: string }
    return [
      {
        type: 'mdxJsxFlowElement',
        name: 'Figure',
        attributes: Object.entries({ ...(id && { id }), src: name, alt: alt || name }).map(([property, value]) => ({
          type: 'mdxJsxAttribute',
          name: property,
          value,
        })),
        children: caption && caption.length > 0 ? [{ type: 'paragraph', children: caption }] : [],
      },
    ]
  }
  tree.children = tree.children.flatMap((block): RootContent[] => {
    const images = takeImages(block)
    if (block.type === 'footnoteDefinition') {
      for (const { alt, url } of images)
        losses.push({ place: `the picture “${(alt || url).slice(0, 80)}”`, says: 'left out: a note has no pictures' })
      return [block]
    }
    const isEmpty = block.type === 'paragraph' && images.length > 0 && block.children.every(isBlank)
    return [...(isEmpty ? [] : [block]), ...images.flatMap(figureOf)]
  })
  return files
}

/** What a picture shows, in the words of the document; the name of a file is none. */
const altOf = ({ alt }: Image): string => {
  const words = (alt ?? '').replace(/[\s"]+/gu, ' ').trim()
  return /^\S*\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|emf|wmf)$|^(?:image|img|picture|bild|grafik)?\s*\d*$/iu.test(words) ? '' : words
}

const isBlank = (node: Paragraph['children'][number]) => node.type === 'break' || (node.type === 'text' && node.value.trim() === '')

/** Pictures in a block, which are taken out of it; a link around one goes with it. */
function takeImages(block: RootContent): Image[] {
  const images: Image[] = []
  visit(block, (node, at, parent) => {
    if (node.type !== 'image' || !parent || at === undefined) return undefined
    images.push(node)
    parent.children.splice(at, 1)
    return [SKIP, at]
  })
  visit(block, 'link', (node, at, parent) => {
    if (images.length === 0 || node.children.length > 0 || !parent || at === undefined) return undefined
    parent.children.splice(at, 1)
    return [SKIP, at]
  })
  return images
}

const whyMissing = (url: string) =>
  /^https?:/iu.test(url)
    ? `left out: nothing is fetched. Save ${url.slice(0, 200)} into “pictures” and name it with <Figure>`
    : 'left out: it is not in the document or beside it. Put it into “pictures” and name it with <Figure>'

function endingOf(bytes: Uint8Array): string | undefined {
  const format = formatOf(bytes)
  if (format) return format === 'jpeg' ? 'jpg' : format
  return /<svg[\s>]/u.test(new TextDecoder().decode(bytes.subarray(0, 2_000))) ? 'svg' : undefined
}

/** The name that the writer gave it, unless a program did. */
function nameOf(url: string, part: string, ending: string, isFree: (name: string) => boolean): string {
  const stem = slugOf(
    url
      .split(/[?#]/u)[0]
      ?.split(/[\\/]/u)
      .at(-1)
      ?.replace(/\.\w+$/u, '') ?? '',
  ).slice(0, 60)
  const isOwn = stem !== '' && !/^(?:image|img|picture|pict|bild|graphic|grafik|photo|media|figure|file|[\da-f]{16,})?-?\d*$/u.test(stem)
  for (let n = 1; ; n++) {
    const name = isOwn ? `${stem}${n > 1 ? `-${n}` : ''}.${ending}` : `${part}-${n}.${ending}`
    if (isFree(name)) return name
  }
}
