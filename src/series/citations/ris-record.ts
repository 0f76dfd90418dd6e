import type { SourceName } from '../../model/files/source-file.ts'
import { familyOf } from '../../model/names.ts'
import { oneLine } from './one-line.ts'

/** A line of a RIS record: its tag and its value; one without a value is left out. */
export type RisLine = readonly [tag: string, value: string | undefined]

/** A record: its type, its lines, each one line whatever its value says, and its end. Lines end in CR LF. */
export function risRecord(type: string, lines: readonly RisLine[]): string {
  const written = lines.flatMap(([tag, value]) => {
    const line = oneLine(value ?? '')
    return line ? `${tag}  - ${line}` : []
  })
  return [`TY  - ${type}`, ...written, 'ER  - ', ''].join('\r\n')
}

/**
 * Family name, given names, suffix, as commas part them; a body as it is called. The format knows no particle: it stands
 * with the family name. A comma inside one of them would part it, and there is no way to write one.
 */
export function risName(name: SourceName): string {
  if ('literal' in name) return name.literal
  const [family = '', given = '', suffix = ''] = [familyOf(name), name.given, name.suffix].map((part) => part?.replaceAll(',', ' '))
  return suffix ? `${family}, ${given}, ${suffix}` : [family, given].filter(Boolean).join(', ')
}
