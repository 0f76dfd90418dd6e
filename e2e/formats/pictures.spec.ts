import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { expect, test } from 'playwright/test'
import { filesOf, htmlOf, tinySite } from '../support/sites.ts'

const read = (path: string) => readFileSync(join(tinySite.folder, path))
const isPicture = (path: string) => /^\/_astro\/.+\.(?:avif|gif|jpe?g|png|svg|webp)$/u.test(path)

test('a photograph has its size, and is offered in forms that save bytes, the smallest first', () => {
  const html = htmlOf(tinySite, '/about/')
  const [picture = ''] = /<picture>.*?<\/picture>/su.exec(html) ?? []
  // The camera stored it lying, to be shown upright.
  expect(picture).toMatch(/<img src="[^"]+\.jpeg" alt="A white tower[^"]*" [^>]*width="800" height="1200">/u)
  const sources = [...picture.matchAll(/<source type="image\/(\w+)" srcset="([^"]+)" sizes="[^"]+">/gu)].map(([, type, set = '']) => ({
    type,
    urls: set.split(/,\s*/u),
  }))
  expect(sources.map(({ type, urls }) => [type, urls.map((url) => url.split(' ')[1])])).toEqual([
    ['avif', ['480w', '800w']],
    ['webp', ['480w', '800w']],
  ])
  const sizes = [...sources.map(({ urls }) => urls.at(-1)?.split(' ')[0] ?? ''), /<img src="([^"]+)"/u.exec(picture)?.[1] ?? ''].map(
    (url) => read(join('about', url)).length,
  )
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
})

test('of a photograph nothing is published that its camera wrote, and not the file itself', () => {
  const pictures = filesOf(tinySite).filter(isPicture)
  expect(pictures.filter((path) => path.includes('night'))).toHaveLength(5)
  for (const path of pictures) expect(read(path).toString('latin1'), path).not.toMatch(/Exif|GPS|Lamna Camera/u)
  const pages = filesOf(tinySite)
    .filter((path) => path.endsWith('.html'))
    .map((path) => read(path).toString())
  expect(pictures.filter((path) => !pages.some((page) => page.includes(path.slice('/_astro/'.length))))).toEqual([])
})

test('copies carry one form of each picture, the one for all programs; what is kept on a device carries all', () => {
  const archive = unzipSync(read('/downloads/lamna-light-offline.zip'))
  expect(new TextDecoder().decode(archive['lamna-light-offline/about/index.html'])).toMatch(
    /<picture><img src="\.\.\/_astro\/night[^"]+\.jpeg"/u,
  )
  expect(
    Object.keys(archive)
      .filter((path) => path.includes('/night'))
      .map((path) => path.slice(path.lastIndexOf('.'))),
  ).toEqual(['.jpeg'])
  const single = read('/downloads/lamna-light.html').toString()
  expect(single).toMatch(/<picture><img src="data:image\/jpeg;base64,/u)
  expect(single).not.toMatch(/<source\b|srcset=/u)
  const list = gunzipSync(read(filesOf(tinySite).find((path) => /^\/keep\/.*\.list$/u.test(path)) ?? '')).toString()
  for (const path of filesOf(tinySite).filter(isPicture)) expect(list).toContain(`"${path.slice(1)}"`)
})

test('a drawing is published without what does not draw', () => {
  const [path = ''] = filesOf(tinySite).filter((file) => file.endsWith('.svg') && isPicture(file))
  expect(read(path).toString()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 640 400"[^>]*>[^!?]*<\/svg>\n$/u)
})

test('the scripts of the single file are in ASCII', () => {
  const single = read('/downloads/lamna-light.html').toString()
  for (const [, script = ''] of single.matchAll(/<script>(.*?)<\/script>/gsu)) expect(/[^\n\t -~]/u.exec(script)?.[0]).toBeUndefined()
})

test('a browser takes the smallest form that it knows, and leaves its room before it is there', async ({ page }) => {
  await page.goto(`${tinySite.address}/about/`)
  const picture = page.getByRole('img', { name: 'A white tower on a dark rock' })
  const before = await picture.boundingBox()
  expect((before?.height ?? 0) / (before?.width ?? 1)).toBeCloseTo(1.5, 1)
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((element: HTMLImageElement) => (element.complete && element.naturalWidth > 0 ? element.currentSrc : '')))
    .toMatch(/\.avif$/u)
})
