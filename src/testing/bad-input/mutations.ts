import fc from 'fast-check'
import { textIn } from '../../manuscript/files.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { snippets } from './snippets.ts'

/** One thing that goes wrong with a manuscript: what it is called, and the files with it done. */
export type Mutation = { readonly name: string; readonly apply: (files: readonly ManuscriptFile[]) => ManuscriptFile[] }

/** A place in a file that may be of any length. */
const share = fc.double({ min: 0, max: 1, noNaN: true })

/** What may be typed: by hand, by a cat, by a program; or what is known to be difficult. */
const typed = fc.oneof(
  fc.constantFrom(...snippets),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'[]^:<>/{}*_`#|-&"\'\\!~=\n\t '), maxLength: 12 }),
)

/** From one to three things that go wrong together. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: inText() }, { weight: 1, arbitrary: ofFiles() }),
  {
    minLength: 1,
    maxLength: 3,
  },
)

/** The manuscript after all of them, as it is read from a disk. */
export const mutate = (files: readonly ManuscriptFile[], steps: readonly Mutation[]): ManuscriptFile[] =>
  steps.reduce((changed, { apply }) => apply(changed), [...files]).map(({ path, text }) => ({ path, text: textIn(Buffer.from(text)) }))

function inText(): fc.Arbitrary<Mutation> {
  const place = fc.record({ file: share, at: share, length: fc.oneof(fc.nat(12), fc.nat(400)) })
  return fc.oneof(
    edit('delete', place, (text, at, length) => text.slice(0, at) + text.slice(at + length)),
    edit('double', place, (text, at, length) => text.slice(0, at + length) + text.slice(at)),
    edit(
      'swap',
      place,
      (text, at, length) =>
        text.slice(0, at) + text.slice(at + length, at + 2 * length) + text.slice(at, at + length) + text.slice(at + 2 * length),
    ),
    edit('truncate', place, (text, at) => text.slice(0, at)),
    typed.chain((words) =>
      edit(`insert ${JSON.stringify(words.slice(0, 40))}`, place, (text, at) => text.slice(0, at) + words + text.slice(at)),
    ),
    typed.chain((words) =>
      edit(
        `overwrite with ${JSON.stringify(words.slice(0, 40))}`,
        place,
        (text, at, length) => text.slice(0, at) + words + text.slice(at + length),
      ),
    ),
    edit('delete a line', place, (text, at) => withoutLine(text, at)),
    edit('indent a line', place, (text, at) => `${text.slice(0, lineStart(text, at))}  ${text.slice(lineStart(text, at))}`),
    edit('line ends of Windows', place, (text) => text.replaceAll('\n', '\r\n')),
    edit('line ends of the old Macintosh', place, (text) => text.replaceAll('\n', '\r')),
    edit('all in one line', place, (text) => text.replaceAll('\n', ' ')),
    edit('empty', place, () => ''),
  )
}

type Place = { readonly file: number; readonly at: number; readonly length: number }

function edit(
  name: string,
  places: fc.Arbitrary<Place>,
  change: (text: string, at: number, length: number) => string,
): fc.Arbitrary<Mutation> {
  return places.map(({ file, at, length }) => ({
    name,
    apply: (files) => {
      const chosen = pick(files, file)
      return files.map(({ path, text }) =>
        path === chosen ? { path, text: change(text, Math.floor(at * text.length), length) } : { path, text },
      )
    },
  }))
}

function ofFiles(): fc.Arbitrary<Mutation> {
  const change = (name: string, apply: Mutation['apply']): Mutation => ({ name, apply })
  const names = fc.oneof(
    fc.constantFrom(
      'parts/part-3.mdx',
      'parts/part-1.mdx/x.mdx',
      'Parts/part-1.mdx',
      'parts/part 1.mdx',
      'parts/__proto__.mdx',
      'glossary/constructor.mdx',
    ),
    fc.constantFrom(
      'sources/x.yml',
      'sources/.yaml',
      'README.md',
      'glossary/deep/er.mdx',
      'pictures/a.exe',
      'charts/x.mdx',
      'series.yml',
      'parts/notes.mdx',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).map((name) => `glossary/${name.replaceAll('/', '')}.mdx`),
  )
  return fc.oneof(
    share.map((at) => change('lose a file', (files) => files.filter(({ path }) => path !== pick(files, at)))),
    fc.tuple(share, names).map(([at, name]) =>
      change(`rename a file to ${name}`, (files) => {
        const chosen = pick(files, at)
        return files.filter(({ path }) => path !== name).map(({ path, text }) => ({ path: path === chosen ? name : path, text }))
      }),
    ),
    fc
      .tuple(share, names)
      .map(([at, name]) =>
        change(`copy a file to ${name}`, (files) => [
          ...files.filter(({ path }) => path !== name),
          { path: name, text: textOf(files, pick(files, at)) },
        ]),
      ),
    fc.tuple(share, share).map(([one, other]) =>
      change('swap two files', (files) => {
        const [first, second] = [pick(files, one), pick(files, other)]
        const swapped: Record<string, string> = { [first]: textOf(files, second), [second]: textOf(files, first) }
        return files.map(({ path, text }) => ({ path, text: swapped[path] ?? text }))
      }),
    ),
  )
}

const textOf = (files: readonly ManuscriptFile[], path: string) => files.find((file) => file.path === path)?.text ?? ''

/** The path of a file: every second time a part, since in parts there is most to go wrong. */
function pick(files: readonly ManuscriptFile[], at: number): string {
  const parts = files.filter(({ path }) => path.startsWith('parts/'))
  const from = at < 0.5 && parts.length > 0 ? parts : files
  return from[Math.min(from.length - 1, Math.floor((at < 0.5 ? at * 2 : at * 2 - 1) * from.length))]?.path ?? ''
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1

function withoutLine(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(0, lineStart(text, at)) + (end < 0 ? '' : text.slice(end + 1))
}
