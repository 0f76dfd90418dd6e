/** The text of a bibliography’s entry, in which `&`, `<` and `>` are written as numbers. */
export const textOfHtml = (html: string): string => html.replace(/<[^>]*>/gu, '').replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
