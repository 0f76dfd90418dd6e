/**
 * Things one after another with the comma of a language between them: neither the last nor the one before has an “and”, so that
 * names, facts of a work and words that were asked for stay what they are.
 *
 * @param language BCP 47
 */
export const rowOf = (things: readonly string[], language: string): string => things.join(commas[language.slice(0, 2)] ?? ', ')

const commas: Readonly<Record<string, string>> = { ar: '، ', fa: '، ', ur: '، ', ja: '、', zh: '、' }
