import type { ManuscriptFile } from '../../model/facts.ts'
import type { Ledger } from '../../model/ledger.ts'
import { splitAddress } from './page-ledger.ts'

/** The ledger, or, once it is long, all of it that is of no part. */
export const ledgerPath = 'permalinks.json'

/** What of a long ledger is of one part. */
export const ledgerPathOfPart = (part: string): string => `permalinks/${part}.json`

export const isLedgerPath = (path: string): boolean => path === ledgerPath || /^permalinks\/[^/]+\.json$/u.test(path)

/** Characters from which on each part has a file of its own: a line is found in a diff of a part, and hardly in one of thirty. */
const longest = 1_000_000

/**
 * The files of a ledger. A short one is one file. A long one has one for each part, which the first file names, so that
 * none can get lost unnoticed; once it is so, it stays so.
 *
 * @param parts names of the parts that are there
 * @param named names of those that the first file has named
 */
export function ledgerFiles(ledger: Ledger, parts: readonly string[], named: readonly string[] = []): ManuscriptFile[] {
  const whole = printLedger(ledger)
  if (named.length === 0 && whole.length <= longest) return [{ path: ledgerPath, text: whole }]
  const known = new Set([...parts, ...named])
  const partOf = (address: string) => {
    const name = splitAddress(address).page.slice(1, -1)
    return known.has(name) ? name : ''
  }
  const published = Map.groupBy(Object.entries(ledger.published), ([address]) => partOf(address))
  const retired = Map.groupBy(Object.entries(ledger.retired), ([address]) => partOf(address))
  const shareOf = (part: string): Ledger => ({
    published: Object.fromEntries(published.get(part) ?? []),
    retired: Object.fromEntries(retired.get(part) ?? []),
  })
  const files = [...new Set([...published.keys(), ...retired.keys(), ...named])].filter((part) => part !== '').sort()
  return [
    ...files.map((part) => ({ path: ledgerPathOfPart(part), text: printLedger(shareOf(part)) })),
    // Last, so that whatever happens while they are written, what it names is there.
    { path: ledgerPath, text: printLedger(shareOf(''), files) },
  ]
}

/**
 * The ledger as a file: one address a line, in the order of the addresses, so that two branches rarely meet in a line.
 *
 * @param parts those that have a file of their own
 */
export function printLedger({ published, retired }: Ledger, parts?: readonly string[]): string {
  const named = parts ? `,\n"parts": [${parts.map((part) => `\n${JSON.stringify(part)}`).join(',')}\n]` : ''
  return `{\n"published": {${printLines(published)}\n},\n"retired": {${printLines(retired)}\n}${named}\n}\n`
}

const printLines = (lines: Readonly<Record<string, object>>) =>
  Object.entries(lines)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, line]) => `\n${JSON.stringify(address)}: ${JSON.stringify(line)}`)
    .join(',')
