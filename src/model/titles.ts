/**
 * A title and its subtitle, which a colon parts from it; nothing where there is none. Whatever stands in brackets or
 * quotation marks is not taken apart: “Lenin [On Lenin: Notes towards a Biography]” is one title.
 */
export function divideTitle(title: string): [main: string, sub: string | undefined] {
  const colon = marksOutside(title).find(({ mark, rest }) => mark === ':' && /^\s+\S/u.test(rest))
  const main = colon && title.slice(0, colon.index).trimEnd()
  return colon && main ? [main, colon.rest.trimStart()] : [title, undefined]
}

/**
 * A title without its subtitle, which begins after a colon, or after a question or an exclamation that a capital follows:
 * the mark then belongs to what stays. A title of several questions stays whole, for nobody can tell it from a question
 * with a subtitle.
 */
export function mainTitleOf(title: string): string {
  const [main] = divideTitle(title)
  const [first, ...others] = marksOutside(main).filter(({ mark }) => mark !== ':')
  return first && others.length === 0 && /^\s+\p{Lu}/u.test(first.rest) ? main.slice(0, first.index + 1) : main
}

const openers = new Set('([{“«„')
const closers = new Set(')]}”»')

type Mark = { readonly mark: string; readonly index: number; readonly rest: string }

/** The colons and the marks of question and exclamation that stand in no brackets and no quotation. */
function marksOutside(title: string): Mark[] {
  let depth = 0
  return [...title.matchAll(/[:?!()[\]{}“”«»„]/gu)].flatMap(({ 0: mark, index }) => {
    if (openers.has(mark)) depth += 1
    if (closers.has(mark)) depth -= 1
    const divides = depth === 0 && !closers.has(mark)
    return divides ? [{ mark, index, rest: title.slice(index + 1) }] : []
  })
}
