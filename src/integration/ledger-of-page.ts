import { manuscriptFolder, readOneFile } from '../manuscript/files.ts'
import { ledgerPath, openLedger } from '../manuscript/ledger/open-ledger.ts'
import type { PageLedger } from '../manuscript/ledger/page-ledger.ts'

/** The pages that were published and are gone, from the root of the site; they stay out of the site’s map. */
export async function readRetiredPages(): Promise<string[]> {
  const { value } = await open()
  return Object.keys(value?.retired ?? {}).filter((address) => !address.includes('#'))
}

/** What has been published on a page, for the render pass. The ledger is read each time, and taken apart when it has changed. */
export const readPageLedger = async (page: string): Promise<PageLedger> => (await open()).ofPage(page)

async function open() {
  const [file] = await readOneFile(manuscriptFolder(), ledgerPath)
  return openLedger('', file?.text)
}
