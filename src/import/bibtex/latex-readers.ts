type Tools = {
  readonly argument: () => string
  readonly verbatim: () => string
  readonly lost: string[]
  readonly quote: (read: () => string) => string
}

/** Commands with arguments of which not simply the first stays. */
export const readers: Readonly<Record<string, (tools: Tools) => string>> = {
  textquote: ({ argument, quote }) => quote(argument),
  enquote: ({ argument, quote }) => quote(argument),
  mkbibquote: ({ argument, quote }) => quote(argument),
  uppercase: ({ argument }) => argument().toUpperCase(),
  MakeUppercase: ({ argument }) => argument().toUpperCase(),
  MakeTextUppercase: ({ argument }) => argument().toUpperCase(),
  lowercase: ({ argument }) => argument().toLowerCase(),
  MakeLowercase: ({ argument }) => argument().toLowerCase(),
  textsuperscript: ({ argument }) => shifted(argument(), superscripts),
  textsubscript: ({ argument }) => lowered(argument()),
  mkbibsuperscript: ({ argument }) => shifted(argument(), superscripts),
  up: ({ argument }) => argument(),
  url: ({ verbatim }) => verbatim(),
  nolinkurl: ({ verbatim }) => verbatim(),
  path: ({ verbatim }) => verbatim(),
  href: ({ verbatim, argument, lost }) => {
    lost.push(`the address ${verbatim()}`)
    return argument()
  },
  textcolor: ({ argument }) => {
    argument()
    return argument()
  },
  foreignlanguage: ({ argument }) => {
    argument()
    return argument()
  },
  frac: ({ argument }) => `${argument()}/${argument()}`,
  tfrac: ({ argument }) => `${argument()}/${argument()}`,
  nicefrac: ({ argument }) => `${argument()}/${argument()}`,
  sfrac: ({ argument }) => `${argument()}/${argument()}`,
  sqrt: ({ argument }) => `√${argument()}`,
  footnote: ({ argument, lost }) => {
    lost.push(`the footnote “${argument()}”`)
    return ''
  },
  thanks: ({ argument, lost }) => {
    lost.push(`the footnote “${argument()}”`)
    return ''
  },
  char: ({ argument }) => String.fromCodePoint(Number(argument()) || 63),
  symbol: ({ argument }) => String.fromCodePoint(Number(argument()) || 63),
  texorpdfstring: ({ argument }) => {
    argument()
    return argument()
  },
}

export const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+−=()niaoerdhstlm'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵒᵉʳᵈʰˢᵗˡᵐ'][i] ?? sign]),
)
export const subscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+−=()aeoxhijklmnprstuv'].map((sign, i) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕᵢⱼₖₗₘₙₚᵣₛₜᵤᵥ'][i] ?? sign]),
)

/** Raised numbers as their characters; letters (“1^er”) as letters on the line, as most catalogues have them. */
const shifted = (text: string, table: Readonly<Record<string, string>>) =>
  /^[\d+−=()]+$/u.test(text) ? [...text].map((sign) => table[sign] ?? sign).join('') : text

/** Of what is lowered, letters are part of a formula. */
const lowered = (text: string) => {
  const signs = [...text].map((sign) => subscripts[sign])
  return signs.every((sign) => sign !== undefined) ? signs.join('') : text
}
