import { attribute, type Element, elementsOf } from '../html.ts'

/**
 * What the roles of the site (DPUB-ARIA 1.1) are called in EPUB (EPUB 3 Structural Semantics Vocabulary 1.1), for readers
 * that show notes in a pop-up.
 */
const types: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-backlink': 'backlink',
  'doc-biblioref': 'biblioref',
  'doc-glossref': 'glossref',
  'doc-endnotes': 'endnotes',
  'doc-glossary': 'glossary',
  'doc-bibliography': 'bibliography',
  'doc-epigraph': 'epigraph',
  'doc-pagebreak': 'pagebreak',
}

/** Gives elements with a role the type that EPUB knows them by, and notes theirs. */
export function addTypes(main: Element): void {
  for (const element of elementsOf(main)) {
    const type = types[attribute(element, 'role') ?? '']
    if (type) addType(element, type)
    if (type !== 'endnotes') continue
    for (const note of elementsOf(element)) if (/^note-/u.test(attribute(note, 'id') ?? '')) addType(note, 'endnote')
  }
}

const addType = (element: Element, value: string) => element.attrs.push({ prefix: 'epub', name: 'type', value })
