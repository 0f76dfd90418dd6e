import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { checkEpub } from '../../src/testing/check-epub.ts'
import { sites } from '../support/sites.ts'

type Book = {
  readonly slug: string
  readonly parts: readonly {
    readonly href: string
    readonly slug: string
    readonly notes: readonly { readonly id: string; readonly text: string }[]
    readonly paragraphs: readonly { readonly key: string; readonly text: string }[]
  }[]
  readonly terms: readonly { readonly href: string; readonly definition: string }[]
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

  test(`the books on paper of ${site.name} have each note as a note, and no face but their own`, () => {
    const notes = series.parts.reduce((sum, part) => sum + part.notes.length, 0)
    for (const suffix of ['.pdf', '-a4.pdf', '-a.pdf']) {
      const pdf = read(`downloads/${series.slug}${suffix}`).toString('latin1')
      expect([...pdf.matchAll(/\/S\s*\/Note\b/gu)].length, suffix).toBe(notes)
      const faces = new Set([...pdf.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([\w-]+)/gu)].map(([, name = '']) => name))
      expect([...faces].filter((name) => !/^(?:Vollkorn|SofiaSansExtraCondensed)-/u.test(name))).toEqual([])
      expect(faces.size).toBeGreaterThan(3)
    }
    for (const part of series.parts) expect(existsSync(join(site.folder, `${part.href}${part.slug}.pdf`)), part.slug).toBe(true)
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
