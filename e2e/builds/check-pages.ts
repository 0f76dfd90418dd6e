import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { expect, type TestInfo } from 'playwright/test'
import { manuscripts, picture } from '../../src/testing/good-input/manuscripts.ts'
import { filesOf, htmlOf, project, type Site, seriesOf } from '../support/sites.ts'
import { build } from './builds.ts'

export type File = { readonly path: string; readonly text: string }

export function writeManuscript(files: readonly File[], content: string) {
  for (const { path, text } of files) {
    const file = join(content, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, path.startsWith('pictures/') ? picture : text)
  }
}

/** Builds a manuscript into a folder of the test. */
export async function publish(files: readonly File[], testInfo: TestInfo, circumstances: Readonly<Record<string, string>> = {}) {
  const content = testInfo.outputPath('content')
  writeManuscript(files, content)
  const site: Site = { name: 'generated', folder: testInfo.outputPath('site'), address: '' }
  const { code, output } = await build(content, site.folder, { circumstances }).done
  expect(code, output).toBe(0)
  return site
}

/**
 * Builds so many small manuscripts, and expects of their pages what is expected of any. Side by side in one series: a build
 * for each would take minutes, and find no more.
 */
export async function expectGoodPages(count: number, testInfo: TestInfo) {
  const prefixes = Array.from({ length: count }, (_, i) => `m${i + 1}`)
  const [files = []] = fc.sample(manuscripts(prefixes), { seed: 1905, numRuns: 1 })
  const site = await publish(files, testInfo)
  expect(await mistakesIn(site)).toEqual([])
  expect(lostPlacesIn(site)).toEqual([])
}

const validator = new HtmlValidate(new FileSystemConfigLoader())

/** What is wrong in the HTML of every page, card and single file. */
export const mistakesIn = (site: Site) =>
  mistakesOn(
    site,
    filesOf(site).filter((path) => path.endsWith('.html')),
  )

/** What is wrong in the HTML of some pages or files of a site. */
export async function mistakesOn(site: Site, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    // Named as a file of the project, whose settings are meant.
    const { results } = await validator.validateString(htmlOf(site, path), join(project, 'page.html'))
    found.push(
      ...results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
      ),
    )
  }
  return found
}

/** Addresses that the series names and its pages do not have. */
export const lostPlacesIn = (site: Site): string[] =>
  seriesOf(site).parts.flatMap(({ href, sections, paragraphs, notes }) => {
    const ids = new Set([...htmlOf(site, href).matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id))
    const named = [
      ...sections.map(({ id }) => id),
      ...paragraphs.map(({ key }) => `p-${key}`),
      ...notes.flatMap(({ id, references }) => [`note-${id}`, ...references.map((reference) => reference.id)]),
    ]
    return named.filter((id) => !ids.has(id)).map((id) => `${href}#${id}`)
  })

export const wordsOf = (html: string) =>
  html
    .replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
