/**
 * A title and its subtitle, which a colon parts from it; nothing where there is none. Whatever stands in brackets or
 * quotation marks is not taken apart: “Lenin [On Lenin: Notes towards a Biography]” is one title.
 */
export function divideTitle(title: string): [main: string, sub: string | undefined] {
  const colon = marksOutside(title).find(({ mark, rest }) => mark === ':' && /^\s+\S/u.test(rest))
  const main = colon && title.slice(0, colon.index).trimEnd()
  return colon && main ? [main, colon.rest.trimStart()] : [title, undefined]
}

const openers = new Set('([{“«„')
const closers = new Set(')]}”»')

type Mark = { readonly mark: string; readonly index: number; readonly rest: string }

/** The colons that stand in no brackets and no quotation. */
function marksOutside(title: string): Mark[] {
  let depth = 0
  return [...title.matchAll(/[:()[\]{}“”«»„]/gu)].flatMap(({ 0: mark, index }) => {
    if (openers.has(mark)) depth += 1
    if (closers.has(mark)) depth -= 1
    const divides = depth === 0 && !closers.has(mark)
    return divides ? [{ mark, index, rest: title.slice(index + 1) }] : []
  })
}
