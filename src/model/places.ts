type Addressed = { readonly href: string }

/**
 * Tells in which part a place stands, by its address, `/part-1/#p-x`; nothing where it stands on another page. It reads the parts once, as
 * a series may have a thousand, and a work ten thousand places where it is cited.
 */
export function partOfPlace<Part extends Addressed>(parts: readonly Part[]): (place: Addressed) => Part | undefined {
  const byHref = new Map(parts.map((part) => [part.href, part]))
  return ({ href }) => byHref.get(href.replace(/[?#].*$/u, ''))
}
