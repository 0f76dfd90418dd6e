/** Warnings while a build runs: the first of a kind is told at once, and of the others how many there were. */
export type RepeatedWarnings = {
  /** Whether this one is the first of its kind, and so to be told. */
  readonly isFirst: (message: string) => boolean
  /** A line for each kind that came again. */
  readonly others: () => string[]
}

export function repeatedWarnings(): RepeatedWarnings {
  const kinds = new Map<string, { readonly first: string; count: number }>()
  return {
    isFirst: (message) => {
      const kind = kindOf(message)
      const known = kinds.get(kind)
      if (known) known.count += 1
      else kinds.set(kind, { first: message, count: 1 })
      return !known
    },
    others: () =>
      [...kinds.values()].flatMap(({ first, count }) =>
        count === 1 ? [] : [`${(count - 1).toLocaleString('en-GB')} more like “${shortened(first)}”; with --verbose all are shown.`],
      ),
  }
}

/** A message without what differs in those of one kind: what is quoted, paths and numbers. */
const kindOf = (message: string) => message.replace(/“[^”]*”|"[^"]*"|'[^']*'|`[^`]*`|\S*\/\S*|\d+/gu, '…')

function shortened(message: string): string {
  const [line = ''] = message.trim().split('\n')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
