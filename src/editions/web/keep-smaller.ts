import MagicString from 'magic-string'
import { at } from '../edition-error.ts'
import { attribute, type Element, elementsOf, parseToEdit, urlsInSet } from '../html.ts'
import { fileAt, filesIn, readText, removeFile, sizeOf, writeInto } from '../site-files.ts'

/**
 * Takes the forms of pictures away that save no bytes: a format whose largest picture is not smaller than those that
 * follow it. What nothing names is no part of the site: not these, and not the files as the writer’s camera wrote them,
 * which may tell where and when.
 *
 * @param site folder of the site, its links still beginning at the root
 */
export async function keepSmaller(site: URL): Promise<void> {
  const paths = filesIn(site)
  const pictures = new Set(paths.filter((path) => /^_astro\/.+\.(?:avif|gif|jpe?g|png|svg|webp)$/u.test(path)))
  if (pictures.size === 0) return
  for (const path of paths) {
    if (!path.endsWith('.html')) continue
    const file = fileAt(site, path)
    const html = readText(file)
    if (!html.includes('<picture')) continue
    const edited = new MagicString(html)
    await at(`/${path}`, () => leaveLarger(html, edited, site))
    if (edited.hasChanged()) writeInto(file, edited.toString())
  }
  for (const path of paths.filter((path) => /\.(?:html|css|m?js)$/u.test(path))) {
    const text = readText(fileAt(site, path))
    for (const picture of pictures)
      if (text.includes(picture.slice('_astro/'.length)) || text.includes(encodeURI(picture.slice('_astro/'.length))))
        pictures.delete(picture)
  }
  for (const picture of pictures) removeFile(fileAt(site, picture))
}

/** Takes the larger forms out of a page. @throws where a form has no file, or a picture no form for all browsers */
function leaveLarger(html: string, edited: MagicString, site: URL) {
  for (const picture of elementsOf(parseToEdit(html))) {
    if (picture.tagName !== 'picture') continue
    const forms = elementsOf(picture).filter(({ tagName }) => tagName === 'source' || tagName === 'img')
    if (forms.at(-1)?.tagName !== 'img') throw new Error('A <picture> does not end with an <img>, the form for all browsers.')
    const sizes = forms.map((form) => Math.max(...urlsOf(form).map((url) => sizeOf(new URL(`.${url}`, site)))))
    for (const [i, form] of forms.entries()) {
      const isWorth = form.tagName === 'img' || (sizes[i] ?? 0) < Math.min(...sizes.slice(i + 1))
      if (!isWorth && form.sourceCodeLocation) edited.remove(form.sourceCodeLocation.startOffset, form.sourceCodeLocation.endOffset)
    }
  }
}

const urlsOf = (form: Element) => (form.tagName === 'img' ? [attribute(form, 'src') ?? ''] : urlsInSet(attribute(form, 'srcset') ?? ''))
