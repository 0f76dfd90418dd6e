import type { ManuscriptFile } from '../../model/facts.ts'
import { readOneFile } from '../files.ts'
import { ledgerPath, ledgerPathOfPart } from './ledger-files.ts'
import { openLedger } from './open-ledger.ts'

/** The files of a manuscript’s ledger, without the rest of it; none before the first publication. */
export async function readLedgerFiles(manuscript: string): Promise<ManuscriptFile[]> {
  const first = await readOneFile(manuscript, ledgerPath)
  const parts = await Promise.all(openLedger(first).parts.map((part) => readOneFile(manuscript, ledgerPathOfPart(part))))
  return [...first, ...parts.flat()]
}
