type Numbered = { readonly number: number; readonly title: string }
type InParts = { readonly parts: readonly unknown[] }

/** What a part is called in lists: “Part 1: The lamp”; where it is all there is, by its title alone. */
export const titleOfPart = ({ number, title }: Numbered, { parts }: InParts): string =>
  parts.length > 1 ? `Part ${number}: ${title}` : title

/** What stands before the title of a part that is written by itself: “Part 1: ”; nothing where it is all there is. */
export const prefixOfPart = ({ number }: Pick<Numbered, 'number'>, { parts }: InParts): string =>
  parts.length > 1 ? `Part ${number}: ` : ''
