import { diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import { ledgerByPages, type PageLedger } from '../../manuscript/page-ledger.ts'
import { type Locate, type ReadYaml, readYaml } from '../../manuscript/yaml.ts'
import { type Ledger, ledgerSchema } from '../../model/ledger.ts'
import { remember } from '../remember.ts'

export const ledgerPath = 'permalinks.json'

/** What is read of a ledger: nothing where there is none, or where it has mistakes; then of each page nothing has been published. */
export type OpenLedger = Partial<ReadYaml<Ledger>> & Pick<ReadYaml<Ledger>, 'locate' | 'diagnostics'> & { readonly ofPage: (page: string) => PageLedger }

/** Reads the text of a ledger; with the same text, each page’s share of it is the same object. */
export const openLedger = remember((text: string | undefined): OpenLedger => {
  const read = text === undefined ? { locate: () => startOfFile, diagnostics: [] } : readLedger(text)
  return { ...read, ofPage: ledgerByPages(('value' in read && read.value) || { published: {}, retired: {} }) }
})

function readLedger(text: string): ReadYaml<Ledger> {
  const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/mu.exec(text)
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length
    const span = { start: { line, column: 1, offset: conflict.index }, end: { line, column: 8, offset: conflict.index + 7 } }
    return { locate: () => span, diagnostics: [diagnose('ledger-conflict', ledgerPath, span, {})] }
  }
  // Reading with places takes a hundred times as long, and a ledger is written by a program.
  const value = parseJson(text)
  const read = () => readYaml(text, ledgerSchema, { file: ledgerPath, code: 'ledger-invalid' })
  return value ? { value, locate: once(read), diagnostics: [] } : read()
}

/** Reads with places when the first place is asked for. */
function once(read: () => ReadYaml<Ledger>): Locate {
  let located: ReadYaml<Ledger> | undefined
  return (path) => {
    located ??= read()
    return located.locate(path)
  }
}

function parseJson(text: string): Ledger | undefined {
  try {
    return ledgerSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
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
