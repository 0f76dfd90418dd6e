import { readFile } from 'node:fs/promises'
import { type DrawingStyles, readDrawingStyles } from './drawing-styles.ts'
import { filesIn } from './site-files.ts'

/** What the style sheets of a finished site say of its drawings. */
export async function readSiteStyles(site: URL): Promise<DrawingStyles> {
  const sheets = (await filesIn(site)).filter((path) => /^_astro\/.+\.css$/u.test(path))
  const all = await Promise.all(sheets.map((path) => readFile(new URL(encodeURI(path), site), 'utf8')))
  return readDrawingStyles(all.join('\n'))
}
