/**
 * The abbreviations that a document type declares, as Illustrator does for the addresses of namespaces; none that stands
 * for another one, for a file, or for much, so that a picture cannot grow when it is read.
 *
 * @param doctype what stands between `<!DOCTYPE` and its end
 * @returns nothing where it declares anything else
 */
export function entitiesOf(doctype: string): Readonly<Record<string, string>> | undefined {
  const [, subset = ''] = /\[([\s\S]*)\]\s*$/u.exec(doctype) ?? []
  const entities: Record<string, string> = {}
  const rest = subset
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s*>/gu, (_, name, double, single) => {
      if (!(name in entities) && !['lt', 'gt', 'amp', 'quot', 'apos'].includes(name)) entities[name] = double ?? single
      return ''
    })
  return rest.trim() === '' && Object.keys(entities).length <= 50 ? entities : undefined
}
