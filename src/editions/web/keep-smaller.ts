import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import MagicString from 'magic-string'
import { attribute, type Element, elementsOf, parsePage, urlsInSet } from '../html.ts'
import { filesIn } from '../site-files.ts'

/**
 * Takes the forms of pictures away that save no bytes: a format whose largest picture is not smaller than those that
 * follow it. What no page names any more is no part of the site.
 *
 * @param site folder of the site, its links still beginning at the root
 */
export async function keepSmaller(site: URL): Promise<void> {
  const named = new Set<string>()
  const left = new Set<string>()
  for (const path of await filesIn(site)) {
    if (!path.endsWith('.html')) continue
    const file = new URL(encodeURI(path), site)
    const html = await readFile(file, 'utf8')
    if (!html.includes('<picture')) continue
    const edited = new MagicString(html)
    for (const picture of elementsOf(parsePage(html))) {
      if (picture.tagName !== 'picture') continue
      const forms = [...elementsOf(picture)].filter(({ tagName }) => tagName === 'source' || tagName === 'img')
      const sizes = await Promise.all(forms.map(async (form) => Math.max(...(await Promise.all(urlsOf(form).map((url) => sizeOf(url, site)))))))
      for (const [i, form] of forms.entries()) {
        const isWorth = form.tagName === 'img' || (sizes[i] ?? 0) < Math.min(...sizes.slice(i + 1))
        for (const url of urlsOf(form)) (isWorth ? named : left).add(url)
        if (!isWorth && form.sourceCodeLocation) edited.remove(form.sourceCodeLocation.startOffset, form.sourceCodeLocation.endOffset)
      }
    }
    if (edited.hasChanged()) await writeFile(file, edited.toString())
  }
  await Promise.all([...left].filter((url) => !named.has(url)).map((url) => rm(fileOf(url, site), { force: true })))
}

const urlsOf = (form: Element) => (form.tagName === 'img' ? [attribute(form, 'src') ?? ''] : urlsInSet(attribute(form, 'srcset') ?? ''))

const fileOf = (url: string, site: URL) => new URL(`.${url}`, site)

const sizeOf = async (url: string, site: URL) => (await stat(fileOf(url, site))).size
