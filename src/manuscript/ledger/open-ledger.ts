import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import { memoize } from '../../memoize.ts'
import type { ManuscriptFile, Span } from '../../model/facts.ts'
import { type Ledger, type LedgerFile, ledgerFileSchema } from '../../model/ledger.ts'
import { spanIn } from '../yaml/span-in.ts'
import { type Locate, type ReadYaml, readYaml } from '../yaml/yaml.ts'
import { isLedgerPath, ledgerPath, ledgerPathOfPart } from './ledger-files.ts'
import { ledgerByPages, type PageLedger, splitAddress } from './page-ledger.ts'

/** Where a line of the ledger stands: of an address under “published” or “retired”. */
export type LocateLine = (kind: keyof Ledger, address: string, ...field: string[]) => { readonly file: string; readonly span: Span }

/** What is read of a ledger: nothing where there is none, or where it has mistakes; then of each page nothing has been published. */
export type OpenLedger = {
  readonly value?: Ledger
  /** The parts that have a file of their own. */
  readonly parts: readonly string[]
  readonly locate: LocateLine
  readonly diagnostics: readonly Diagnostic[]
  readonly ofPage: (page: string) => PageLedger
}

/**
 * Reads a ledger from its files; with the same texts, each page’s share of it is the same object. See decisions 22 and 57.
 *
 * @param files of the manuscript; those that are of no ledger are passed over
 */
export function openLedger(files: readonly ManuscriptFile[]): OpenLedger {
  const ours = files.filter(({ path, fault }) => isLedgerPath(path) && fault === undefined)
  const reads = ours.map(({ path, text }) => readOne(path, path, text))
  return merge('', reads.length, ...reads)
}

type ReadFile = Partial<ReadYaml<LedgerFile>> & Pick<ReadYaml<LedgerFile>, 'locate' | 'diagnostics'> & { readonly path: string }

const readOne = memoize((path: string, text: string): ReadFile => ({ path, ...readLedger(path, text) }))

/** What stands in two files, as after a merge of two branches of which one has divided the ledger, counts as the part’s file has it. */
const merge = memoize((_count: number, ...reads: readonly ReadFile[]): OpenLedger => {
  const first = reads.find(({ path }) => path === ledgerPath)
  const others = reads.filter((read) => read !== first)
  const inOrder = [...(first ? [first] : []), ...others]
  const isWhole = inOrder.every(({ value }) => value !== undefined) && inOrder.length > 0
  const published: Record<string, Ledger['published'][string]> = {}
  const retired: Record<string, Ledger['retired'][string]> = {}
  for (const { value } of inOrder) {
    Object.assign(published, value?.published)
    Object.assign(retired, value?.retired)
  }
  const parts = first?.value?.parts ?? []
  const missing = first ? parts.flatMap((part, i) => (others.some(({ path }) => path === ledgerPathOfPart(part)) ? [] : [{ part, i }])) : []
  const locate: LocateLine = (kind, address, ...field) => {
    const read = inOrder.toReversed().find(({ value }) => value && Object.hasOwn(value[kind], address)) ?? first
    return read ? { file: read.path, span: read.locate([kind, address, ...field]) } : { file: ledgerPath, span: startOfFile }
  }
  const ledger = { published, retired }
  return {
    ...(isWhole && { value: ledger }),
    parts,
    locate,
    diagnostics: [
      ...inOrder.flatMap(({ diagnostics }) => diagnostics),
      ...missing.map(({ part, i }) =>
        diagnose('ledger-damaged', ledgerPath, first?.locate(['parts', i]) ?? startOfFile, {
          reason: `it names “${ledgerPathOfPart(part)}”, which is not there.`,
        }),
      ),
      ...(isWhole ? checkPages(ledger, locate) : []),
    ],
    ofPage: ledgerByPages(isWhole ? ledger : { published: {}, retired: {} }),
  }
})

function readLedger(path: string, text: string): ReadYaml<LedgerFile> {
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/mu.exec(text)
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length
    const span = { start: { line, column: 1, offset: conflict.index }, end: { line, column: 8, offset: conflict.index + 7 } }
    return { locate: () => span, diagnostics: [diagnose('ledger-conflict', path, span, {})] }
  }
  // Reading with places takes a hundred times as long, and a ledger is written by a program.
  const value = parseJson(text)
  const read = () => readYaml(text, ledgerFileSchema, { file: path, code: 'ledger-invalid' })
  if (value === 'damaged') return { locate: () => startOfFile, diagnostics: [damageIn(path, text)] }
  if (value && countKeys(text) === countEntries(value)) return { value, locate: once(read), diagnostics: [] }
  const located = read()
  return { ...located, diagnostics: located.diagnostics.map((each) => (each.code === 'yaml-syntax' ? asDamage(each) : each)) }
}

/** Where a text that is no JSON ceases to be it. */
function damageIn(path: string, text: string): Diagnostic {
  const end = text.trimEnd().length
  const at = end === 0 ? 0 : Number(/position (\d+)/u.exec(reasonOf(text))?.[1] ?? end - 1)
  const reason = end === 0 ? 'it is empty.' : at >= end - 1 ? 'it ends before it is complete.' : 'from here on it is no JSON.'
  return diagnose('ledger-damaged', path, spanIn(text, Math.max(0, Math.min(at, end - 1)), 1), { reason })
}

function reasonOf(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

/** What the reader of YAML says of a file that a program writes. */
function asDamage({ file, span, message }: Diagnostic): Diagnostic {
  return diagnose('ledger-damaged', file, span, { reason: message.replace(/^This is not YAML: /u, '') })
}

/** Names of JSON in a text; those that stand twice are counted twice, which its reader passes over. */
function countKeys(text: string): number {
  let count = 0
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gu)) if (colon !== undefined) count += 1
  return count
}

const countEntries = (file: LedgerFile) =>
  [file.published, file.retired]
    .flatMap((lines) => Object.values(lines))
    .reduce((sum, line) => sum + 1 + Object.keys(line).length, Object.keys(file).length)

/** A place is recorded with the page it is on: where that is missing, lines have been taken out. */
function checkPages({ published }: Ledger, locate: LocateLine): Diagnostic[] {
  const pages = new Map(Object.keys(published).flatMap((address) => (address.includes('#') ? [[splitAddress(address).page, address]] : [])))
  return [...pages].flatMap(([page = '', place = '']) => {
    if (Object.hasOwn(published, page) || !isRecorded(page)) return []
    const { file, span } = locate('published', place)
    return [diagnose('ledger-damaged', file, span, { reason: `it has “${place}”, but not its page “${page}”: lines have been taken out.` })]
  })
}

/** The front page, lists and pages of the writer’s own have no line of their own. */
const isRecorded = (page: string) => !['/', '/about/', '/timeline/', '/places/', '/hours/'].includes(page)

/** Reads with places when the first place is asked for. */
function once(read: () => ReadYaml<LedgerFile>): Locate {
  let located: ReadYaml<LedgerFile> | undefined
  return (path) => {
    located ??= read()
    return located.locate(path)
  }
}

/** The ledger, or nothing where it has another form. */
function parseJson(text: string): LedgerFile | 'damaged' | undefined {
  try {
    return ledgerFileSchema.safeParse(JSON.parse(text)).data
  } catch {
    return 'damaged'
  }
}
