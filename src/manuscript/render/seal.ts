/**
 * A text as it is handed to Astro: one line that begins with a quotation mark. Astro’s MDX plugin looks for front matter
 * by itself before the first plugin of ours, reads it with another parser, and imports the `layout` it names; here it
 * finds none, whatever the text says.
 */
export const seal = (text: string): string => JSON.stringify(text)

/** The text in a seal. What comes without one, the reading pass has not read. */
export function unseal(sealed: string): string {
  const text: unknown = sealed.startsWith('"') ? JSON.parse(sealed) : undefined
  if (typeof text !== 'string') throw new TypeError('Only texts that the reading pass has read are rendered; this file came another way.')
  return text
}
