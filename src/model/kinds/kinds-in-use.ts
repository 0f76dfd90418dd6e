/** The kinds of which a series has something: those of the program in their order, then the writer’s own as they come. */
export const kindsInUse = <K extends string>(known: readonly K[], used: readonly K[]): K[] =>
  [...new Set([...known, ...used])].filter((kind) => used.includes(kind))
