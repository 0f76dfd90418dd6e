import type { Words } from './words.ts'

/** How a language writes a share of a hundred, with 0 in the place of the number: “0%”, “0 %”, “%0”. A page hands it to its scripts. */
export const formOfPercent = (words: Words): string => words.number(0, { style: 'percent', numberingSystem: 'latn' })

/**
 * In a browser: a share in that form. `Intl` would say the same, and takes a slow phone 60 to 100 ms to be asked the first time.
 *
 * @param share from 0 to 1
 */
export const inPercent = (form: string, share: number): string => form.replace('0', String(Math.round(100 * share)))
