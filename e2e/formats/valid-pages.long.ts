import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { expect, test } from 'playwright/test'
import { mistakesIn } from '../builds/check-pages.ts'
import { sites } from '../support/sites.ts'

type Message = { readonly type: string; readonly message: string; readonly url?: string; readonly extract?: string }

/** CSS that browsers have and the checker of this year does not know; the styles of the single file stand in the page. */
const newerThanTheChecker =
  /^CSS: “(?:position-area|anchor-name|position-anchor|position-try-order|position-try-fallbacks|paint-order)”: Property .* doesn't exist\.$/u
/** The checker shows but so many characters before what it stumbled over. */
const highlight = /ighlight\(search\)/u
const isKnown = ({ message, extract = '' }: Message) =>
  newerThanTheChecker.test(message) || (message === 'CSS: Parse Error.' && highlight.test(extract))

const hasJava = spawnSync('java', ['-version']).error === undefined
const checker: string = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')

for (const site of sites) {
  test(`the HTML of every page, card and single file of ${site.name} is valid`, async () => {
    expect(await mistakesIn(site)).toEqual([])
  })

  test(`the Nu Html Checker finds no error on any page of ${site.name}, the single file included`, () => {
    test.skip(!hasJava, 'the checker needs Java 11 or newer (Debian: default-jre-headless)')
    test.setTimeout(10 * 60_000)
    const { stderr } = spawnSync('java', ['-Xss8m', '-jar', checker, '--skip-non-html', '--format', 'json', '--errors-only', site.folder], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    const { messages }: { messages: Message[] } = JSON.parse(stderr)
    expect(
      messages
        .filter((message) => !isKnown(message))
        .map(({ url = '', message, extract }) => `${url.slice(-80)} ${message} ${extract?.slice(0, 200)}`),
    ).toEqual([])
  })
}
