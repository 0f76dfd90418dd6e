import { readFileSync } from 'node:fs'

/** A style of the CSL project (https://citationstyles.org) as XML, by its file name in `csl/` without ending. See decision 21. */
export const readCslStyle = (name: string): string => readFileSync(new URL(`csl/${name}.csl`, import.meta.url), 'utf8')
