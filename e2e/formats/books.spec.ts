import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { checkEpub } from '../../src/testing/check-epub.ts'
import { elementsIn, readPdf, type StructureElement, wordsIn } from '../../src/testing/pdf/read-pdf.ts'
import { htmlOf, sites } from '../support/sites.ts'

type Book = {
  readonly slug: string
  readonly parts: readonly {
    readonly href: string
    readonly slug: string
    readonly title: string
    readonly sections: readonly { readonly title: string }[]
    readonly notes: readonly { readonly id: string; readonly text: string }[]
    readonly paragraphs: readonly { readonly key: string; readonly text: string }[]
  }[]
  readonly terms: readonly { readonly href: string; readonly definition: string }[]
}

/** Without spaces, which fall away at the ends of lines, and without addresses, which stand in notes on paper alone. */
const signs = (text: string) => text.replace(/<https?:[^>]*>/gu, '').replace(/[\s\u{ad}\u{200b}\u{2060}]/gu, '')

/** What a page says in its text and its notes, without numbers, drawings and controls. Runs in a browser. */
function wordsOfPage(html: string): { readonly text: string; readonly notes: readonly string[] } {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const furniture = 'svg, script, template, style, button, [hidden], .reference, .backlinks, .skip-link, .retired, a[type="text/csv"]'
  for (const element of page.querySelectorAll(furniture)) element.remove()
  const endnotes = page.querySelector('[role=doc-endnotes]')
  const notes = [...(endnotes?.querySelectorAll('li[id^=note-]') ?? [])].map(({ textContent }) => textContent)
  endnotes?.remove()
  return { text: page.querySelector('.text')?.textContent ?? '', notes }
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

for (const site of sites) {
  const series = JSON.parse(readFileSync(join(site.folder, 'series.json'), 'utf8')) as Book
  const read = (path: string) => readFileSync(join(site.folder, path))

  test(`the e-book of ${site.name} is whole, and has every note, paragraph and term of it`, () => {
    const { mistakes, texts } = checkEpub(read(`downloads/${series.slug}.epub`))
    expect(mistakes).toEqual([])
    const on = (href: string) => texts.get(`EPUB${href}index.xhtml`)
    const missing = series.parts.flatMap(({ href, notes, paragraphs }) => {
      const [text, ids] = [letters(on(href)?.text ?? ''), on(href)?.ids ?? []]
      return [
        ...notes
          .filter((note) => !text.includes(letters(note.text)) || !ids.includes(`note-${note.id}`))
          .map(({ id }) => `${href}#note-${id}`),
        ...paragraphs.filter(({ key }) => !ids.includes(`p-${key}`)).map(({ key }) => `${href}#p-${key}`),
      ]
    })
    for (const { href, definition } of series.terms) if (!letters(on(href)?.text ?? '').includes(letters(definition))) missing.push(href)
    expect(missing).toEqual([])
  })

  test(`the parts of ${site.name} are on paper word for word, and so is every note`, async ({ page }) => {
    for (const part of series.parts) {
      const onSite = await page.evaluate(wordsOfPage, htmlOf(site, part.href))
      const { structure } = readPdf(read(`${part.href}${part.slug}.pdf`))
      const isApart = ({ role }: StructureElement) => /^(?:Note|Lbl|Figure)$/u.test(role)
      expect(signs(wordsIn(structure, isApart))).toContain(signs(onSite.text))
      const notes = [...elementsIn(structure, /^Note$/u)].map((note) => signs(wordsIn(note, isApart)))
      expect(notes.toSorted()).toEqual(onSite.notes.map(signs).toSorted())
    }
  })

  test(`the books on paper of ${site.name} are tagged: notes, headings, links, drawings with what they show; and in no face but their own`, () => {
    const notes = series.parts.reduce((sum, part) => sum + part.notes.length, 0)
    const sections = series.parts.flatMap((part) => part.sections.map(({ title }) => title))
    for (const suffix of ['.pdf', '-a4.pdf', '-a.pdf']) {
      const { structure, links, faces, pages, bookmarks } = readPdf(read(`downloads/${series.slug}${suffix}`))
      const all = [...elementsIn(structure)]
      const having = (role: string) => all.filter((element) => element.role === role)
      expect(having('Note').length, suffix).toBe(notes)
      const headings = all
        .filter(({ role }) => /^H[1-6]$/u.test(role))
        .map((heading) => wordsIn(heading, ({ role }) => role !== 'Span' && role !== 'Em'))
      const said = new Set(headings.map(signs))
      const untold = [...series.parts.map((part) => part.title), ...sections].filter((title) => !said.has(signs(title)))
      expect(untold, suffix).toEqual([])
      // The heading of the contents is no bookmark.
      expect(bookmarks.length, suffix).toBe(headings.length - 1)
      expect(
        having('Figure').filter(({ alternative }) => !/\p{L}{2}/u.test(alternative ?? '')),
        suffix,
      ).toEqual([])
      expect(having('Figure').length, suffix).toBeGreaterThan(2)
      const targets = all.flatMap((element) => element.links)
      expect(targets.length, suffix).toBe(links)
      // What the contents say is where they lead.
      const misled = having('TOCI').filter((entry) => {
        const [target] = [...elementsIn(entry)].flatMap((element) => element.links)
        return typeof target !== 'number' || target + 1 !== Number(/\d+$/u.exec(wordsIn(entry).trim())?.[0])
      })
      expect(
        misled.map((entry) => wordsIn(entry)),
        suffix,
      ).toEqual([])
      const lost = targets.filter((target) => (typeof target === 'number' ? target >= pages : !/^https?:/u.test(String(target))))
      expect(lost, suffix).toEqual([])
      expect(faces.filter((name) => !/^(?:Vollkorn|SofiaSansExtraCondensed|Amiri|NotoSerifHebrew)-/u.test(name))).toEqual([])
      expect(faces.length).toBeGreaterThan(3)
    }
  })

  test(`the text of ${site.name} for programs has each note once`, () => {
    for (const part of series.parts) {
      const text = read(`${part.href}index.md`).toString()
      const defined = [...text.matchAll(/^\[\^([^\]]+)\]:/gmu)].map(([, id]) => id)
      expect(defined.toSorted()).toEqual(part.notes.map(({ id }) => id).toSorted())
    }
    expect(read('llms.txt').toString()).toContain(`${series.parts[0]?.href.slice(1)}index.md`)
  })
}
