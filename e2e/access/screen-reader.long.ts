import { expect, test } from 'playwright/test'
import { Orca } from '../support/orca.ts'
import { realSite, seriesOf } from '../support/sites.ts'

const [part] = seriesOf(realSite).parts
const note = part?.notes.find(({ references }) => references.length === 1)
const missing = Orca.missing()
test.skip(missing.length > 0, `Not installed: ${missing.join(', ')} (apt-get install orca speech-dispatcher dbus xvfb)`)

test('a note is read and left by ear', async ({ browserName: _ }, testInfo) => {
  const orca = await Orca.open(`${realSite.address}${part?.href}`, testInfo.outputPath('orca'), Number(new URL(realSite.address).port) + 21)
  const { page } = orca
  const hears = (words: RegExp) => expect.poll(() => orca.said, { timeout: 20_000 }).toMatch(words)
  try {
    await hears(/Finished loading|Skip to content/u)
    // The reference is told as what it is.
    await orca.after(() => page.locator(`#${note?.references[0]?.id}`).focus())
    await hears(/Note \d+ link/u)
    // The note says what it belongs to before it is read.
    await orca.after(() => page.keyboard.press('Enter'))
    await hears(/Note to: /u)
    await orca.after(() => page.locator(`#note-${note?.id} [role=doc-backlink]`).last().focus())
    await hears(/Back to note \d+ in the text link/u)
    await orca.after(() => page.keyboard.press('Enter'))
    await hears(/Note \d+ visited link/u)
  } finally {
    await orca.close()
  }
})
