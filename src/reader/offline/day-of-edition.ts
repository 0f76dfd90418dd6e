import { inWords } from '../../locales/say-count.ts'
import type { Edition } from '../../model/series.ts'

/** The day of an edition in the language of the page: “3 December 2026”. */
export const dayOf = ({ date }: Edition): string => inWords(new Date(`${date}T00:00:00`))
