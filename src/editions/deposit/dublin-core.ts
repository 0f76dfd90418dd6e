import { fullName } from '../../model/names.ts'
import type { Series } from '../../model/series.ts'
import { escapeXml } from '../xhtml.ts'

/**
 * A series in the fifteen elements of Dublin Core, in the form in which libraries exchange them
 * (https://www.openarchives.org/OAI/openarchivesprotocol.html#dublincore).
 *
 * @param address where it is published; missing where nobody has said
 * @param formats media types of what is deposited
 */
export function dublinCoreRecord(series: Series, address: string | undefined, formats: readonly string[]): string {
  const { edition, rights } = series
  const elements: [name: string, value: string | undefined][] = [
    ['title', series.title],
    ...series.authors.map((author): [string, string] => ['creator', fullName(author)]),
    ['publisher', series.publisher],
    ['description', series.description],
    ['date', edition.date],
    ['type', 'Text'],
    ...formats.map((format): [string, string] => ['format', format]),
    ['identifier', address],
    ['identifier', `urn:sha256:${edition.hash}`],
    ['language', series.language],
    ['rights', rights.name],
    ['rights', rights.url],
  ]
  const lines = elements.flatMap(([name, value]) => (value ? [`  <dc:${name}>${escapeXml(value)}</dc:${name}>`] : []))
  return `<?xml version="1.0" encoding="UTF-8"?>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
${lines.join('\n')}
</oai_dc:dc>
`
}
