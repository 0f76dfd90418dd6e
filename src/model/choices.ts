/**
 * What a reader can choose, by the name of the choice; the value that stands where nothing was chosen is the empty
 * string, and is kept nowhere.
 */
export const readerChoices = {
  theme: ['light', 'dark', 'sepia'],
  size: ['small', 'large', 'larger', 'largest'],
  notes: ['cards'],
  calendar: ['old', 'new', 'both'],
  align: ['justified'],
} as const satisfies Record<string, readonly string[]>

export type ReaderChoices = Readonly<Record<string, readonly string[]>>
