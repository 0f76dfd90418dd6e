/** Markup as data: a text, or an element’s name, its attributes and what is in it. For pages that may make no markup of a text. */
export type Markup = string | readonly [name: string, attributes: Readonly<Record<string, string>>, content: readonly Markup[]]
