import { ledgerByPages, type PageLedger } from '../../manuscript/page-ledger.ts'
import { manuscriptFolder, readOneFile } from '../files.ts'
import { ledgerPath, readLedger } from './ledger.ts'

/** The pages that were published and are gone, from the root of the site; they stay out of the site’s map. */
export async function readRetiredPages(): Promise<string[]> {
  const ledger = readLedger(await readOneFile(manuscriptFolder(), ledgerPath)).value
  return Object.keys(ledger?.retired ?? {}).filter((address) => !address.includes('#'))
}

let last: { readonly text: string; readonly ledgerOf: (page: string) => PageLedger } | undefined

/** What has been published on a page, for the render pass. The ledger is read each time, and taken apart when it has changed. */
export async function readPageLedger(page: string): Promise<PageLedger> {
  const files = await readOneFile(manuscriptFolder(), ledgerPath)
  const text = files[0]?.text ?? ''
  if (last?.text !== text) last = { text, ledgerOf: ledgerByPages(readLedger(files).value ?? { published: {}, retired: {} }) }
  return last.ledgerOf(page)
}
