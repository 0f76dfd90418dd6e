import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project } from '../support/sites.ts'
import { build } from './builds.ts'

test('one essay on another subject, with a preface, a page, a draft and looks of its own, is a whole site', async ({
  browserName: _,
}, testInfo) => {
  test.setTimeout(600_000)
  const site = testInfo.outputPath('site')
  const { code, output } = await build(join(project, 'e2e/stranger'), site).done
  expect(output).toMatch(/^Done /mu)
  expect(code).toBe(0)
  const page = (path: string) => readFileSync(join(site, path, 'index.html'), 'utf8')
  const pages = ['', 'preface', 'the-bakehouse', 'colophon', 'recipes', 'glossary', 'timeline', 'places', 'about', 'notes']
  for (const path of pages) {
    expect(page(path)).not.toMatch(/\bPart 1\b|Rye<|not finished|Petrograd|Russia|Strike, demonstration/u)
    // The accent of the series, its icon and its own style sheet are on every page.
    expect(page(path)).toMatch(/--red:light-dark\(#7a3b12/u)
    expect(page(path)).toMatch(/<link rel="icon" href="[^"]*loaf\.[^"]*svg"/u)
    expect(page(path)).toContain('font-style:italic')
    // What is said last holds.
    expect(page(path).lastIndexOf('--red:light-dark(#7a3b12')).toBeGreaterThan(page(path).lastIndexOf('#a31515'))
  }
  expect(page('')).toMatch(/Preface[\s\S]*The bakehouse[\s\S]*Colophon/u)
  expect(page('')).toMatch(/<nav[\s\S]*>\s*Text\s*<[\s\S]*>\s*Recipes\s*<[\s\S]*https:\/\/example\.org\/sarn\//u)
  expect(page('the-bakehouse')).toContain('Mali Prys, Hywel Rees')
  expect(page('about')).toMatch(/Edited by[\s\S]*The Sarn Book Club[\s\S]*Translated by[\s\S]*Hywel Rees/u)
  // What is said in recordings can be read, also where nothing plays; a page plays nothing of another host.
  expect(page('the-bakehouse')).toMatch(/<meta[^>]*media-src 'self'/u)
  expect(page('the-bakehouse')).toMatch(/<audio controls preload="none" src="[^"]*\.mp3"[\s\S]*<track kind="captions"[^>]*\.vtt/u)
  expect(page('the-bakehouse')).toMatch(
    /Sound recording \(MP3, 8 kB\)[\s\S]*<b>Mali Prys<\/b> The loaf goes in on the left, and comes out/u,
  )
  // The text refers to them by their numbers, and a short paragraph before a heading begins with no large letter.
  expect(page('the-bakehouse')).toMatch(/<a href="[^"]*#oven-bell"[^>]*>Audio 1<\/a>/u)
  expect(page('the-bakehouse')).toMatch(/<figure class="recording sound"[\s\S]*id="oven-bell"[\s\S]*Audio 1<\/b>[\s\S]*id="oven-floor"/u)
  expect(page('colophon')).toMatch(/<p[^>]* data-short/u)
  const text = readFileSync(join(site, 'the-bakehouse/index.md'), 'utf8')
  expect(text).toMatch(/\[A loaf crosses the oven floor\]\([^)]*\.mp4\)[\s\S]*The loaf goes in on the left/u)
  expect(page('about')).not.toContain('<audio')
  expect(page('glossary')).toMatch(/Breads[\s\S]*Rye loaf|Ovens[\s\S]*Lower oven/u)
  expect(page('places')).toMatch(/The lower bakehouse[\s\S]*Oven house\b[\s\S]*The ford[\s\S]*Way or crossing/u)
  expect(readFileSync(join(site, 'feed.xml'), 'utf8')).toContain('<uri>https://orcid.org/0000-0002-1825-0097</uri>')
})

test('the guide to the program is a site of the program', async ({ browserName: _ }, testInfo) => {
  test.setTimeout(600_000)
  const site = testInfo.outputPath('guide')
  const { code, output } = await build(join(project, 'guide'), site).done
  expect(code, output).toBe(0)
  const texts = readFileSync(join(site, 'texts/index.html'), 'utf8')
  // What is typed stands there as code, and below it what comes of it.
  expect(texts).toMatch(/code-keyword/u)
  expect(texts).toMatch(/<span class="line indent-1">and filled before the frost;/u)
  expect(texts).toMatch(/<b class="figure-number">Table 1<\/b>/u)
  expect(texts).toMatch(/<math alttext="t"><mi>t<\/mi><\/math>/u)
  expect(texts).not.toMatch(/\sstyle="/u)
})
