import { stemmer } from 'stemmer'
import { nameKey } from './name-key.ts'

/**
 * Whether a word of a text answers a word that was typed: it begins with it, or is another form of it
 * (M. F. Porter, “An algorithm for suffix stripping”, Program 14, 1980). Pagefind goes further and takes a word for an
 * answer that is only the beginning of the one typed.
 */
export const isKin = (word: string, typed: string): boolean => word.startsWith(typed) || stemmer(word) === stemmer(typed)

/** Whether two words can be one name in different transliterations. */
export const isSameName = (word: string, typed: string): boolean => nameKey(word) === nameKey(typed)
