import { stringify } from 'yaml'
import type { Message } from '../../locales/catalogue.ts'

/** A catalogue as the file of a manuscript that holds it: `words/<language>.yaml`. */
export const printWords = (catalogue: Readonly<Record<string, Readonly<Record<string, Message>>>>): string =>
  stringify(catalogue, { lineWidth: 0 })
