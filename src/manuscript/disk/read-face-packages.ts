import { realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ManuscriptFile } from '../../model/facts.ts'
import { lookIntoFace } from '../faces/look-into-face.ts'
import { readBounded } from './read-bounded.ts'

/**
 * The fonts of the packages of Fontsource that `series.yaml` names, as files of the manuscript: those of the weights that
 * are used. A package is looked for as Node looks for one, from the folder of the manuscript upwards and then from the
 * program; of it nothing but its lists and its fonts is read, and no link is followed out of it. Of what is not installed
 * there are no files.
 *
 * @param folder absolute real path of the manuscript
 * @param series the text of `series.yaml`
 */
export async function readPackagedFaces(
  folder: string,
  series: string,
  digestOf: (bytes: Uint8Array) => string,
): Promise<ManuscriptFile[]> {
  const names = new Set(series.match(/@fontsource(?:-variable)?\/[a-z\d]+(?:-[a-z\d]+)*(?![\w/.-])/gu) ?? [])
  const files: ManuscriptFile[] = []
  for (const name of names) {
    const lies = await findPackage(name, [folder, dirname(fileURLToPath(import.meta.url))])
    if (lies) files.push(...(await readPackage(name, lies, digestOf)))
  }
  return files
}

/** The real folder of a package. Some managers of packages keep it elsewhere, under the same name, and lay a link. */
async function findPackage(name: string, from: readonly string[]): Promise<string | undefined> {
  for (const start of from) {
    for (let folder = start; ; folder = dirname(folder)) {
      const real = await realpath(join(folder, 'node_modules', name)).catch(() => undefined)
      if (real?.endsWith(join(sep, 'node_modules', ...name.split('/')))) return real
      if (dirname(folder) === folder) break
    }
  }
  return undefined
}

/** What of the lists of a package is used: https://fontsource.org/docs/getting-started/font-files */
const metadataSchema = z.object({
  id: z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/u),
  family: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} .&+-]{0,60}$/u),
  defSubset: z.string().regex(/^[a-z\d-]+$/u),
  weights: z.array(z.number()).min(1),
  styles: z.array(z.string()),
  variable: z.union([z.literal(false), z.record(z.string(), z.unknown())]).optional(),
  license: z.object({ type: z.string() }).optional(),
})
const rangesSchema = z.record(
  z.string().regex(/^(?:[a-z\d-]+|\[\d+\])$/u),
  z.string().regex(/^U\+[\dA-F?]+(?:-[\dA-F]+)?(?:,U\+[\dA-F?]+(?:-[\dA-F]+)?)*$/iu),
)

const mostOfLists = 2_000_000
const mostOfFonts = 16_000_000

async function readPackage(name: string, lies: string, digestOf: (bytes: Uint8Array) => string): Promise<ManuscriptFile[]> {
  const refused = (broken: string): ManuscriptFile[] => [{ path: `faces/${name}/metadata.json`, text: '', digest: '', face: { broken } }]
  const metadata = metadataSchema.safeParse(await readList(lies, 'metadata.json'))
  if (!metadata.success) return refused('Its metadata.json is not one of Fontsource.')
  const ranges = rangesSchema.safeParse((await readList(lies, 'unicode.json')) ?? {})
  if (!ranges.success) return refused('Its unicode.json is not one of Fontsource.')
  const { id, family, defSubset, weights, styles, license } = metadata.data
  const isVariable = name.startsWith('@fontsource-variable/')
  const licence = license && (licences[license.type] ?? license.type)
  const subsets = Object.entries(ranges.data)
  const files: ManuscriptFile[] = []
  for (const style of styles.filter((one) => one === 'normal' || one === 'italic')) {
    for (const weight of isVariable ? ['wght'] : weightsFor(weights, style)) {
      for (const [subset, range] of subsets.length > 0 ? subsets : ([[defSubset, undefined]] as const)) {
        const file = `${id}-${subset.replace(/[[\]]/gu, '')}-${weight}-${style}.woff2`
        const read = await readBounded(lies, join('files', file), mostOfFonts)
        // Not every cut has every style.
        if (!('bytes' in read)) continue
        const digest = digestOf(read.bytes)
        const look = await lookIntoFace(read.bytes, digest)
        const face = look.broken === undefined ? { ...look, family, ...(licence && { licence }), ...(range && { range }) } : look
        files.push({ path: `faces/${name}/${file}`, text: '', digest, face, inPackage: join(lies, 'files') })
      }
    }
  }
  return files.length > 0 ? files : refused(isVariable ? 'It has no file with an axis of weights.' : 'It has no fonts.')
}

/** Those of text and bold text, and of titles the heaviest. */
export function weightsFor(weights: readonly number[], style: string): number[] {
  const nearest = (wanted: number) => weights.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? 400
  return [...new Set((style === 'italic' ? [400, 700] : [400, 700, 900]).map(nearest))]
}

async function readList(lies: string, file: string): Promise<unknown> {
  const read = await readBounded(lies, file, mostOfLists)
  if (!('bytes' in read)) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(read.bytes))
  } catch {
    return null
  }
}

/** The licences that Fontsource names, in full. */
const licences: Readonly<Record<string, string>> = {
  'OFL-1.1': 'SIL Open Font License 1.1',
  'Apache-2.0': 'Apache License 2.0',
  'UFL-1.0': 'Ubuntu Font Licence 1.0',
  'CC0-1.0': 'CC0 1.0',
  'CC-BY-4.0': 'CC BY 4.0',
  'CC-BY-SA-4.0': 'CC BY-SA 4.0',
  MIT: 'MIT License',
}
