import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { printDiagnostics } from '../diagnostics/print.ts'
import { readEnvironment } from '../environment.ts'
import { exportPart } from '../export/export-part.ts'
import { type WordPicture, writeDocx } from '../export/write-docx.ts'
import { writeMarkdown } from '../export/write-markdown.ts'
import { nameOfFolder, readFiles } from '../manuscript/files.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { buildSeries } from '../series/build-series.ts'
import { toCslJson } from '../series/citations/csl-json.ts'
import { latestDay } from '../series/days-of-build.ts'

export type ExportOptions = { readonly format: 'docx' | 'md'; readonly out?: string; readonly overwrites?: true }

/**
 * Writes a part for people who work with other programs, into the folder where the command was given unless `out` says
 * otherwise. Nothing that is there is overwritten unasked.
 */
export async function runExport(
  folder: string,
  slug: string,
  { format, out, overwrites }: ExportOptions,
): Promise<{ readonly said?: string; readonly problem?: string }> {
  const files = await readFiles(folder)
  const { series, diagnostics } = buildSeries(files, latestDay(readEnvironment(), Date.now()), { showsDrafts: true })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (!series)
    return { problem: `${printDiagnostics(errors, files, nameOfFolder(folder))}\nCorrect what is here first; nothing was written.` }
  const file = files.find(({ path }) => path === `parts/${slug}.mdx`)
  if (!file || !series.parts.some((part) => part.slug === slug))
    return { problem: `There is no part “${slug}”. There are: ${series.parts.map((part) => part.slug).join(', ')}.` }
  const part = exportPart(series, file, (id) => {
    const source = series.sources.find((one) => one.id === id)
    return source ? toCslJson(id, source) : {}
  })
  const target = out ?? `${slug}.${format}`
  const pictures = picturesIn(part.blocks)
  const wanted = [target, ...(format === 'md' ? pictures.map((name) => join(dirname(target), 'pictures', name)) : [])]
  for (const path of overwrites ? [] : wanted)
    if (await isThere(path))
      return { problem: `${path} is there already, and stays as it is. “--overwrite” replaces it; “--out” names another.` }
  await mkdir(dirname(target), { recursive: true })
  if (format === 'md') {
    await writeFile(target, writeMarkdown(part))
    for (const [i, name] of pictures.entries()) {
      const copy = wanted[i + 1] ?? name
      await mkdir(dirname(copy), { recursive: true })
      await writeFile(copy, await readFile(join(folder, 'pictures', name)))
    }
    return { said: wanted.map((path) => `${path} is written.`).join('\n') }
  }
  const shown = new Map<string, WordPicture>()
  for (const name of pictures) {
    const picture = await wordPicture(folder, name, files)
    if (picture) shown.set(name, picture)
  }
  await writeFile(target, await writeDocx(part, (src) => shown.get(src)))
  const left = pictures.filter((name) => !shown.has(name)).map((name) => `\npictures/${name} is left out: Word cannot show it.`)
  return { said: `${target} is written.${left.join('')}` }
}

const picturesIn = (blocks: readonly object[]): string[] => [
  ...new Set(
    [...JSON.stringify(blocks).matchAll(/"type":"figure","src":("(?:[^"\\]|\\.)*")/gu)].map(([, src = '""']) => JSON.parse(src) as string),
  ),
]

async function wordPicture(folder: string, name: string, files: readonly ManuscriptFile[]): Promise<WordPicture | undefined> {
  const pixels = files.find(({ path }) => path === `pictures/${name}`)?.pixels
  const type = { png: 'png', jpeg: 'jpg', gif: 'gif' }[pixels?.format ?? ''] as WordPicture['type'] | undefined
  if (!pixels || pixels.broken !== undefined || !type) return undefined
  return { type, bytes: await readFile(join(folder, 'pictures', name)), width: pixels.width, height: pixels.height }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
