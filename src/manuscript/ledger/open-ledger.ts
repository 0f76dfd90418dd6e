import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import { memoize } from '../../memoize.ts'
import { type Ledger, ledgerSchema } from '../../model/ledger.ts'
import { spanIn } from '../yaml/span-in.ts'
import { type Locate, type ReadYaml, readYaml } from '../yaml/yaml.ts'
import { ledgerByPages, type PageLedger, splitAddress } from './page-ledger.ts'

export const ledgerPath = 'permalinks.json'

/** What is read of a ledger: nothing where there is none, or where it has mistakes; then of each page nothing has been published. */
export type OpenLedger = Partial<ReadYaml<Ledger>> &
  Pick<ReadYaml<Ledger>, 'locate' | 'diagnostics'> & { readonly ofPage: (page: string) => PageLedger }

/** Reads the text of a ledger; with the same text, each page’s share of it is the same object. See decision 22. */
export const openLedger = memoize((text: string | undefined): OpenLedger => {
  const read = text === undefined ? { locate: () => startOfFile, diagnostics: [] } : readLedger(text)
  return { ...read, ofPage: ledgerByPages(('value' in read && read.value) || { published: {}, retired: {} }) }
})

function readLedger(text: string): ReadYaml<Ledger> {
  const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/mu.exec(text)
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length
    const span = { start: { line, column: 1, offset: conflict.index }, end: { line, column: 8, offset: conflict.index + 7 } }
    return { locate: () => span, diagnostics: [diagnose('ledger-conflict', ledgerPath, span, {})] }
  }
  // Reading with places takes a hundred times as long, and a ledger is written by a program.
  const value = parseJson(text)
  const read = () => readYaml(text, ledgerSchema, { file: ledgerPath, code: 'ledger-invalid' })
  if (value === 'damaged') return { locate: () => startOfFile, diagnostics: [damageIn(text)] }
  if (value && countKeys(text) === countEntries(value)) return { value, locate: once(read), diagnostics: checkPages(value, once(read)) }
  const located = read()
  return { ...located, diagnostics: located.diagnostics.map((each) => (each.code === 'yaml-syntax' ? asDamage(each) : each)) }
}

/** Where a text that is no JSON ceases to be it. */
function damageIn(text: string): Diagnostic {
  const end = text.trimEnd().length
  const at = end === 0 ? 0 : Number(/position (\d+)/u.exec(reasonOf(text))?.[1] ?? end - 1)
  const reason = end === 0 ? 'it is empty.' : at >= end - 1 ? 'it ends before it is complete.' : 'from here on it is no JSON.'
  return diagnose('ledger-damaged', ledgerPath, spanIn(text, Math.max(0, Math.min(at, end - 1)), 1), { reason })
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
function asDamage({ span, message }: Diagnostic): Diagnostic {
  return diagnose('ledger-damaged', ledgerPath, span, { reason: message.replace(/^This is not YAML: /u, '') })
}

/** Names of JSON in a text; those that stand twice are counted twice, which its reader passes over. */
const countKeys = (text: string) => [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gu)].filter(([, colon]) => colon !== undefined).length

const countEntries = ({ published, retired }: Ledger) =>
  [published, retired].flatMap((lines) => Object.values(lines)).reduce((sum, line) => sum + 1 + Object.keys(line).length, 2)

/** A place is recorded with the page it is on: where that is missing, lines have been taken out. */
function checkPages({ published }: Ledger, locate: Locate): Diagnostic[] {
  const pages = new Map(Object.keys(published).flatMap((address) => (address.includes('#') ? [[splitAddress(address).page, address]] : [])))
  return [...pages].flatMap(([page = '', place = '']) =>
    Object.hasOwn(published, page) || !isRecorded(page)
      ? []
      : [
          diagnose('ledger-damaged', ledgerPath, locate(['published', place]), {
            reason: `it has “${place}”, but not its page “${page}”: lines have been taken out.`,
          }),
        ],
  )
}

/** The front page, lists and pages of the writer’s own have no line of their own. */
const isRecorded = (page: string) => !['/', '/about/', '/timeline/', '/places/'].includes(page)

/** Reads with places when the first place is asked for. */
function once(read: () => ReadYaml<Ledger>): Locate {
  let located: ReadYaml<Ledger> | undefined
  return (path) => {
    located ??= read()
    return located.locate(path)
  }
}

/** The ledger, or nothing where it has another form. */
function parseJson(text: string): Ledger | 'damaged' | undefined {
  try {
    return ledgerSchema.safeParse(JSON.parse(text)).data
  } catch {
    return 'damaged'
  }
}

/** The ledger as a file: one address a line, in the order of the addresses, so that two branches rarely meet in a line. */
export function printLedger({ published, retired }: Ledger): string {
  return `{\n"published": {${printLines(published)}\n},\n"retired": {${printLines(retired)}\n}\n}\n`
}

const printLines = (lines: Readonly<Record<string, object>>) =>
  Object.entries(lines)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, line]) => `\n${JSON.stringify(address)}: ${JSON.stringify(line)}`)
    .join(',')
