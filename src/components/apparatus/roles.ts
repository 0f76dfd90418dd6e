/**
 * The roles of the Digital Publishing WAI-ARIA Module 1.1 (https://www.w3.org/TR/dpub-aria-1.1/) that the pages use.
 * Astro’s types know only the roles of WAI-ARIA itself, so they pass here as one of those.
 */
export const dpub = {
  backlink: 'doc-backlink',
  biblioref: 'doc-biblioref',
  bibliography: 'doc-bibliography',
  endnotes: 'doc-endnotes',
  epigraph: 'doc-epigraph',
  glossary: 'doc-glossary',
  glossref: 'doc-glossref',
  noteref: 'doc-noteref',
} as unknown as Record<'backlink' | 'biblioref' | 'bibliography' | 'endnotes' | 'epigraph' | 'glossary' | 'glossref' | 'noteref', 'none'>
