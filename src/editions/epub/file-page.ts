import { directionOf } from '../../locales/languages.ts'
import { type BookPage, textOf } from '../book-page.ts'
import { attribute, type Element, elementsOf } from '../html.ts'
import { escapeXml, writeXhtml } from '../xhtml.ts'
import { type Places, rewriteLinks } from './links.ts'
import { addTypes } from './semantics.ts'

/** A page of the book as a file of XHTML. */
export function filePage(page: BookPage, bodyType: string, styles: string, places: Places): string {
  rewriteLinks(page.main, page.path, places)
  addTypes(page.main)
  for (const element of elementsOf(page.main)) forReaders(element)
  const inside = page.main.childNodes
    .map((child) => ('tagName' in child ? writeXhtml(child) : 'value' in child ? escapeXml(child.value) : ''))
    .join('')
  return composeFile({ title: page.title, language: page.language, bodyType, styles, inside })
}

/** A file of XHTML. @param styles the style sheet, from the file */
export function composeFile(file: {
  readonly title: string
  readonly language: string
  readonly bodyType: string
  readonly styles: string
  readonly inside: string
}): string {
  const language = escapeXml(file.language)
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"${directionOf(file.language) === 'rtl' ? ' dir="rtl"' : ''}>
<head><meta charset="utf-8"/><title>${escapeXml(file.title)}</title><link rel="stylesheet" type="text/css" href="${escapeXml(file.styles)}"/></head>
<body epub:type="${file.bodyType}">
${file.inside}
</body>
</html>
`
}

/** Languages are said in both ways, and drawings are such as SVG 1.1 knows. */
function forReaders(element: Element) {
  element.attrs = element.attrs.filter(({ name }) => !name.startsWith('data-'))
  if (element.namespaceURI === 'http://www.w3.org/2000/svg') return drawingForReaders(element)
  const language = attribute(element, 'lang')
  if (language !== undefined) element.attrs.push({ prefix: 'xml', name: 'lang', value: language })
}

function drawingForReaders(element: Element) {
  const order = attribute(element, 'paint-order')
  const isGroup = element.tagName === 'svg' && attribute(element, 'role') === 'group'
  element.attrs = element.attrs.filter(({ name }) => name !== 'paint-order' && !(isGroup && name === 'role'))
  if (order !== undefined) element.attrs.push({ name: 'style', value: `paint-order:${order}` })
  if (element.tagName === 'a')
    element.attrs.push({ prefix: 'xlink', name: 'title', value: attribute(element, 'aria-label') ?? textOf(element) })
}

/** All ids on a page. */
export const idsOf = (main: Element): Set<string> => new Set(elementsOf(main).flatMap((element) => attribute(element, 'id') ?? []))
