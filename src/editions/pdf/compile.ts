import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { keepLater } from '../../kept-results.ts'
import { readFace } from '../book-faces.ts'
import type { Composed } from './compose-book.ts'
import { readFamily } from './scripts.ts'

/** PDF/UA-1 for reading; PDF/A-3a for keeping, which may hold other files. */
export type Standard = 'ua-1' | 'a-3a'

/** Places of a book in the order of its text, `/part-1/#p-x`, each with the page on which it begins, from 1. */
export type Places = readonly (readonly [place: string, page: number])[]

type Printed<Standards extends readonly Standard[]> = {
  /** A file for each standard. */
  readonly files: { [Index in keyof Standards]: Buffer }
  readonly places: Places
  /** The standards that the files do not keep, for what is in them. */
  readonly unkept: readonly Standard[]
  /** Whether every number of a page is that of the page on which it stands. */
  readonly isSettled: boolean
}

/** What is made where a book cannot keep a standard: signs that a script joins can lack the letters they stand for. */
const instead = { 'ua-1': '1.7', 'a-3a': 'a-3b' } as const satisfies Record<Standard, string>

const faceNames = ['regular', 'italic', 'bold', 'boldItalic', 'displayMedium', 'display'] as const

/**
 * Sets a book as PDF, once for all the standards it shall keep: the same to the byte for the same book. It is kept from
 * build to build under all that is in it (decision 94).
 *
 * @param readPicture a file of the site by its path from the root
 * @param bibliography CSL-JSON, to be attached
 * @throws Error with what the compiler says, also where it has found no more than a reason to warn: a face it lacks is one
 */
export async function compileBook<const Standards extends readonly Standard[]>(
  { book, found, fonts }: Composed,
  standards: Standards,
  readPicture: (path: string) => Promise<Buffer>,
  bibliography?: Buffer,
): Promise<Printed<Standards>> {
  const template = await readFile(new URL('book.typ', import.meta.url), 'utf8')
  const modules = await Promise.all(['setting.typ', 'drawings.typ', 'blocks.typ'].map(readModule))
  const pictures = new Map<string, Buffer>()
  for (const [path, from] of found.pictures) pictures.set(path, await readPicture(from))
  const whole = { ...book, ...(bibliography && { attachment: book.title }) }
  const files = new Map([
    ...modules,
    ['/book.json', inBytes(whole)],
    ...found.drawings.entries().map(([path, svg]) => [path, Buffer.from(svg)] as const),
    ...pictures,
  ])
  if (bibliography) files.set('/bibliography.json', bibliography)
  const on = [...files, ...fonts.map((font) => ['font', font] as const)].flatMap(([path, content]) => [
    path,
    createHash('sha256').update(content).digest(),
  ])
  const made = await keepLater('pdf', [template, standards.join(), ...on], async () =>
    compile(template, files, standards, [...fonts, ...(await Promise.all(book.families.map(readFamily))).flat()]),
  )
  return { ...made, files: made.files.map((pdf) => Buffer.from(pdf)) as Printed<Standards>['files'] }
}

/** What the template imports, by its path in the book. */
const readModule = async (name: string) => [`/${name}`, await readFile(new URL(name, import.meta.url))] as const

async function compile(
  template: string,
  inputs: ReadonlyMap<string, Buffer>,
  standards: readonly Standard[],
  others: readonly Buffer[],
): Promise<{ readonly files: Uint8Array[]; readonly places: Places; readonly unkept: Standard[]; readonly isSettled: boolean }> {
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: [...(await Promise.all(faceNames.map(readFace))), ...others] }],
  })
  for (const [path, content] of inputs) compiler.mapShadow(`${workspace}${path}`, content)
  let set = typeset(compiler, template, null)
  // What is chosen by its place, and moves what the next choice stands by, may not come to rest: then it is as it was chosen last.
  for (let tries = 0; tries === 0 || (tries < 2 && !set.isSettled); tries++) set = typeset(compiler, template, choose(compiler, set.result))
  const { result, isSettled } = set
  const [places] = compiler.query(result, { selector: '<places>' }) as [{ readonly value: Places }]
  const unkept: Standard[] = []
  const files = standards.map((pdfStandard) => {
    try {
      return compiler.pdf(result, { pdfStandard })
    } catch (error) {
      if (!`${error}`.includes('missing codepoints')) throw error
      unkept.push(pdfStandard)
      return compiler.pdf(result, { pdfStandard: instead[pdfStandard] })
    }
  })
  // What it has kept in memory is of no use to other books.
  compiler.evictCache(0)
  return { files, places: places.value, unkept, isSettled }
}

type Result = NonNullable<ReturnType<NodeCompiler['compile']>['result']>

/** Sets a book once, as a draft where nothing is chosen yet; whether it came to rest. */
function typeset(
  compiler: NodeCompiler,
  template: string,
  chosen: Chosen | null,
): { readonly result: Result; readonly isSettled: boolean } {
  compiler.mapShadow(`${workspace}/settled.json`, inBytes(chosen))
  const compiled = compiler.compile({ mainFileContent: template })
  const said = [compiled.takeDiagnostics(), compiled.takeWarnings()].flatMap((found) =>
    found ? compiler.fetchDiagnostics(found).map(({ message }: { message: string }) => message) : [],
  )
  const told = said.filter((message) => !message.startsWith(restless))
  const { result } = compiled
  if (!result || told.length > 0) throw new Error(`the typesetter says: ${told.join('; ') || 'nothing'}`)
  return { result, isSettled: said.length === 0 }
}

const restless = 'layout did not converge'

type Chosen = Readonly<Record<'drawings' | 'closers', Readonly<Record<string, unknown>>>>

/** What was chosen when the book was set last. */
function choose(compiler: NodeCompiler, result: Result): Chosen {
  const [{ value }] = compiler.query(result, { selector: '<chosen>' }) as [
    { readonly value: Readonly<Record<'drawings' | 'closers', readonly (readonly [string, unknown])[]>> },
  ]
  return { drawings: Object.fromEntries(value.drawings), closers: Object.fromEntries(value.closers) }
}

const inBytes = (content: object | null) => Buffer.from(JSON.stringify(content))

/** A folder that is not there: the compiler reads nothing but what it is given. */
const workspace = '/pamphlet-book'
