import { wordsOf } from '../../locales/words.ts'
import { entryOfGroup } from '../../model/place-groups.ts'
import type { Series } from '../../model/series.ts'
import { tellProgress } from '../../progress.ts'
import { type BookPage, keepOfBookPage } from '../book-page.ts'
import { at } from '../edition-error.ts'
import { orderPages } from '../page-order.ts'
import { readSeries } from '../read-series.ts'
import { filesIn, writeInto } from '../site-files.ts'
import { readSiteStyles } from '../site-styles.ts'
import { markdownOf } from './to-markdown.ts'

/**
 * Writes the text of every page as Markdown beside it, `part-1/index.md`, and `llms.txt`, which lists them. See decision 77.
 *
 * @param site folder of the finished site
 * @param address where it is published, with a slash at its end; missing where nobody has said
 * @returns how many pages there are
 */
export async function writeTexts(site: URL, address: string | undefined): Promise<number> {
  const series = readSeries(site)
  const styles = readSiteStyles(site)
  const paths = filesIn(site)
    .filter((path) => path.endsWith('.html'))
    .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/u, '')}`)
  const order = orderPages(paths, series)
  const titles = new Map<string, string>()
  for (const [i, path] of order.entries()) {
    tellProgress(i, order.length)
    const { title, text } = await at(path, async () =>
      keepOfBookPage(site, path, styles, windowWidth, {
        step: 'page-text',
        on: [JSON.stringify(factsOf(series)), address ?? ''],
        make: (page) => ({ title: page.title, text: textOfPage(page, series, address) }),
      }),
    )
    titles.set(path, title)
    writeInto(new URL(`.${path.replace(/\.html$/u, '/')}index.md`.replace('//', '/'), site), text)
  }
  writeInto(new URL('llms.txt', site), listOfTexts(series, titles, address))
  return order.length
}

/** In rem; of a drawing only its words are taken. */
const windowWidth = 64

/** What the top of a page says of its series. */
const factsOf = ({ title, byline, edition, rights }: Series) => ({
  series: title,
  author: byline,
  version: edition.version,
  date: edition.date,
  license: rights.url,
})

/** A page as Markdown, with what it is and where it is from at its top. */
export function textOfPage(page: BookPage, series: Series, address: string | undefined): string {
  const { license, ...facts } = factsOf(series)
  const head = {
    title: page.title,
    ...facts,
    language: page.language,
    license,
    ...(address ? { url: new URL(page.path.slice(1), address).href } : {}),
  }
  // A string in JSON is one in YAML (YAML 1.2, §1.2).
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${markdownOf(page.main)}`
}

/** The list of the texts as https://llmstxt.org/ has it. */
function listOfTexts(series: Series, titles: ReadonlyMap<string, string>, address: string | undefined): string {
  const words = wordsOf(series)
  const link = (path: string, title: string, more?: string) => {
    const file = `${path.slice(1)}index.md`
    return `- [${title.replace(/[[\]\\]/gu, '\\$&')}](${address ? new URL(file, address).href : file})${more ? `: ${more}` : ''}`
  }
  const below = (index: string) =>
    [...titles].filter(([path]) => path.startsWith(index) && !entryOfGroup(path)).map(([path, title]) => link(path, title))
  const listed = (path: string) => series.parts.some(({ href }) => href === path) || /^\/(?:glossary|sources)\//u.test(path)
  const sections: [string, string[]][] = [
    [words.say('home.parts'), series.parts.map(({ href, title, description }) => link(href, title, description))],
    [words.say('site.about'), [...titles].filter(([path]) => !listed(path)).map(([path, title]) => link(path, title))],
    [words.say('site.glossary'), below('/glossary/')],
    [words.say('site.sources'), below('/sources/')],
  ]
  const lists = sections.flatMap(([title, links]) => (links.length > 0 ? [`## ${title}\n\n${links.join('\n')}\n`] : []))
  return `# ${series.title}\n\n> ${series.description}\n\n${series.byline}. ${series.rights.name}: ${series.rights.url}\n\n${lists.join('\n')}`
}
