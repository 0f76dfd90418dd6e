import { construct } from './construct.ts'

/** Letters above the line: `<sup>…</sup>`. */
export const sup = construct('sup', { isPlain: true })

/** Letters below the line: `<sub>…</sub>`. */
export const sub = construct('sub', { isPlain: true })
