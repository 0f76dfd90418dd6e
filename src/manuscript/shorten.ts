import { cutEnd } from '../model/cut.ts'

const longest = 120

/** Words of a text for a message, in one line and not too many. */
export const shorten = (words: string): string => cutEnd(words.replace(/\s+/gu, ' ').trim(), longest)
