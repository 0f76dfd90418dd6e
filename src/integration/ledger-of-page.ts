import { readOneFile } from '../manuscript/files.ts'
import { ledgerPath, openLedger } from '../manuscript/ledger/open-ledger.ts'
import type { PageLedger } from '../manuscript/ledger/page-ledger.ts'

/** The pages that were published and are gone, from the root of the site; they stay out of the site’s map. */
export async function readRetiredPages(manuscript: string): Promise<string[]> {
  const { value } = await open(manuscript)
  return Object.keys(value?.retired ?? {}).filter((address) => !address.includes('#'))
}

/** What has been published on a page, for the render pass. The ledger is read each time, and taken apart when it has changed. */
export const readPageLedger =
  (manuscript: string) =>
  async (page: string): Promise<PageLedger> =>
    (await open(manuscript)).ofPage(page)

async function open(manuscript: string) {
  const [file] = await readOneFile(manuscript, ledgerPath)
  return openLedger('', file?.text)
}
