import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { findBrowser, findWholeBrowser } from '../support/browser.ts'
import { type Site, seriesOf, sites } from '../support/sites.ts'

// What other programs make of the books. What is not installed is said.

const run = (command: string, ...given: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(command, given, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: findWholeBrowser() ?? findBrowser() ?? '' },
  })
  return { status, said: `${stdout}${stderr}`, stdout }
}
const isThere = (command: string) => run(command, '--version').status !== null

const filesIn = ({ folder }: Site, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))
const epubOf = (site: Site) => filesIn(site, '.epub')[0] ?? ''

/** Words without hyphens, which may stand at the ends of lines. */
const wordsIn = (text: string) =>
  Map.groupBy(text.replace(/[-\u{ad}\u{2010}\u{2011}]\s*/gu, '').match(/\p{L}+|\p{N}+/gu) ?? [], (word) => word)

/** Without figures, among which are the numbers of notes. */
const letters = (text: string) => text.replace(/\P{L}/gu, '')

for (const site of sites) {
  const { parts } = seriesOf(site)

  test(`qpdf finds nothing wrong with the files of the books on paper of ${site.name}`, () => {
    test.skip(!isThere('qpdf'), 'qpdf is not installed (Debian: qpdf)')
    for (const file of filesIn(site, '.pdf')) expect(run('qpdf', '--check', file), file).toMatchObject({ status: 0 })
  })

  test(`Poppler reads every word of ${site.name} in its parts on paper`, () => {
    test.skip(!isThere('pdftotext'), 'Poppler is not installed (Debian: poppler-utils)')
    for (const part of parts) {
      const onPaper = wordsIn(run('pdftotext', join(site.folder, `${part.href}${part.slug}.pdf`), '-').stdout)
      const onSite = wordsIn([...part.paragraphs, ...part.notes].map(({ text }) => text).join('\n'))
      const fewer = [...onSite].filter(([word, found]) => (onPaper.get(word)?.length ?? 0) < found.length).map(([word]) => word)
      // A word that is broken at the end of a page has the foot of it between its halves.
      expect(fewer.length, fewer.join(' ')).toBeLessThan(3)
    }
  })

  test(`calibre reads the e-book of ${site.name}, with every note`, () => {
    test.skip(!isThere('ebook-convert'), 'calibre is not installed (Debian: calibre)')
    const home = mkdtempSync(join(tmpdir(), 'pamphlet-calibre-'))
    const { status, said } = run('ebook-convert', epubOf(site), join(home, 'book.txt'))
    expect(status, said).toBe(0)
    const text = letters(readFileSync(join(home, 'book.txt'), 'utf8'))
    expect(parts.flatMap(({ notes }) => notes.filter((note) => !text.includes(letters(note.text))).map(({ id }) => id))).toEqual([])
    rmSync(home, { recursive: true })
  })

  test(`Ace finds nothing in the e-book of ${site.name} that keeps anybody from reading it`, () => {
    test.skip(!isThere('ace-cli'), 'Ace is not installed (npm install -g @daisy/ace-cli)')
    const home = mkdtempSync(join(tmpdir(), 'pamphlet-ace-'))
    const { status, said } = run('ace-cli', '--force', '--silent', '--outdir', home, epubOf(site))
    expect(status, said).toBe(0)
    const { assertions } = JSON.parse(readFileSync(join(home, 'report.json'), 'utf8')) as {
      assertions: readonly { 'earl:testSubject': { url: string }; assertions: readonly { 'earl:test': { 'dct:title': string } }[] }[]
    }
    const found = assertions.flatMap((of) =>
      of.assertions.map((each) => `${of['earl:testSubject'].url}: ${each['earl:test']['dct:title']}`),
    )
    expect(found).toEqual([])
    rmSync(home, { recursive: true })
  })
}
