import { type DrawingStyles, readDrawingStyles } from './drawing-styles.ts'
import { fileAt, filesIn, readText } from './site-files.ts'

/** What the style sheets of a finished site say of its drawings. */
export function readSiteStyles(site: URL): DrawingStyles {
  const sheets = filesIn(site).filter((path) => /^_astro\/.+\.css$/u.test(path))
  return readDrawingStyles(sheets.map((path) => readText(fileAt(site, path))).join('\n'))
}
