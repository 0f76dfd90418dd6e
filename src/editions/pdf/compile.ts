import { readFile } from 'node:fs/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFace } from '../book-faces.ts'
import type { Book, Composed } from './compose-book.ts'

/** PDF/UA-1 for reading; PDF/A-3a for keeping, which may hold other files. */
export type Standard = 'ua-1' | 'a-3a'

const faceNames = ['regular', 'italic', 'bold', 'boldItalic', 'displayMedium', 'display'] as const

/**
 * Sets a book as PDF, once for all the standards it shall keep: the same to the byte for the same book.
 *
 * @param readPicture a file of the site by its path from the root
 * @param bibliography CSL-JSON, to be attached
 * @throws Error with what the compiler says, also where it has found no more than a reason to warn: a face it lacks is one
 */
export async function compileBook<const Standards extends readonly Standard[]>(
  { book, found }: Composed,
  standards: Standards,
  readPicture: (path: string) => Promise<Buffer>,
  bibliography?: Buffer,
): Promise<{ [Index in keyof Standards]: Buffer }> {
  const template = await readFile(new URL('book.typ', import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: await Promise.all(faceNames.map(readFace)) }] })
  const add = (path: string, content: Buffer) => compiler.mapShadow(`${workspace}${path}`, content)
  const whole: Book = bibliography ? { ...book, attachment: book.title } : book
  add('/book.json', Buffer.from(JSON.stringify(whole)))
  if (bibliography) add('/bibliography.json', bibliography)
  for (const [path, svg] of found.drawings) add(path, Buffer.from(svg))
  for (const [path, from] of found.pictures) add(path, await readPicture(from))
  const compiled = compiler.compile({ mainFileContent: template })
  const problems = compiled.takeDiagnostics()
  const told = problems ? compiler.fetchDiagnostics(problems).map(({ message }: { message: string }) => message) : []
  const { result } = compiled
  if (!result || told.length > 0) throw new Error(`the typesetter says: ${told.join('; ') || 'nothing'}`)
  return standards.map((pdfStandard) => compiler.pdf(result, { pdfStandard })) as { [Index in keyof Standards]: Buffer }
}

/** A folder that is not there: the compiler reads nothing but what it is given. */
const workspace = '/pamphlet-book'
