import type { CiteprocCite, PrintedCluster } from './printed-cluster.ts'

type Print = (cites: readonly CiteprocCite[]) => PrintedCluster

/**
 * Prints clusters that differ in nothing but numbers of places, “p. 12” and “p. 345” of the same work, once for all of them,
 * and puts the numbers in: a print by citeproc takes milliseconds. That is done only where three prints with other numbers
 * are the same but for these: the first that was asked for, and two with numbers of three and of five digits that end
 * otherwise, so that no ordinal, Roman number, separator or plural comes in between. All else is printed by citeproc.
 * See decision 147.
 */
export function printByTemplates(print: Print): Print {
  const kinds = new Map<string, Kind>()
  return (cites) => {
    const numbers = numbersOf(cites)
    if (!numbers) return print(cites)
    const key = JSON.stringify([numbers.map((number) => number !== undefined), withNumbers(cites, [])])
    const kind = kinds.get(key)
    if (!kind) {
      const printed = print(cites)
      kinds.set(key, { first: { numbers, printed } })
      return printed
    }
    if ('first' in kind && String(kind.first.numbers) === String(numbers)) return kind.first.printed
    const { template } = 'first' in kind ? { template: templateOf(cites, kind.first, print) } : kind
    kinds.set(key, { template })
    return template ? fill(template, numbers) : print(cites)
  }
}

/** Of one cite of a cluster after the other: its number, or nothing where its place is no plain number. */
type Numbers = readonly (string | undefined)[]

/** A kind of clusters: what was printed first of it, and then what all of it are made of, if they can be. */
type Kind =
  | { readonly first: { readonly numbers: Numbers; readonly printed: PrintedCluster } }
  | { readonly template: Template | undefined }

/** A printed cluster without its numbers: of each cite, what stands before its number and what after it. */
type Template = Omit<PrintedCluster, 'cites'> & {
  readonly cites: readonly { readonly at: number; readonly around: readonly string[]; readonly after: string }[]
}

/** Whole numbers from two on, in the digits that all styles print. One may be a case of its own in some language. */
const plainNumber = /^(?:[2-9]|[1-9][0-9]{1,5})$/u

/** The numbers of the cites; nothing where there is none, or one twice, or more than there are stand-ins for. */
function numbersOf(cites: readonly CiteprocCite[]): Numbers | undefined {
  const numbers = cites.map(({ locator }) => (locator !== undefined && plainNumber.test(locator) ? locator : undefined))
  const plain = numbers.filter((number) => number !== undefined)
  const isApt = plain.length > 0 && cites.length <= mostCites && new Set(plain).size === plain.length
  return isApt ? numbers : undefined
}

const mostCites = 6

/** With other numbers in the places of the plain ones, or with none there. */
const withNumbers = (cites: readonly CiteprocCite[], numbers: Numbers): CiteprocCite[] =>
  cites.map((cite, i) => {
    if (cite.locator === undefined || !plainNumber.test(cite.locator)) return cite
    const { locator: _, ...rest } = cite
    return { ...rest, locator: numbers[i] ?? '' }
  })

/** 231st, 331st … and 40312th, 41312th …: numbers that nothing in a work is likely to have; where it has, there is no template. */
const standIns = [(i: number) => String(231 + 100 * i), (i: number) => String(40_312 + 1000 * i)]

function templateOf(cites: readonly CiteprocCite[], first: Extract<Kind, { first: unknown }>['first'], print: Print): Template | undefined {
  const [one, other] = standIns.map((standIn) => {
    const numbers = cites.map((_, i) => standIn(i))
    return without(print(withNumbers(cites, numbers)), numbers)
  })
  const isSame = one !== undefined && JSON.stringify(one) === JSON.stringify(other)
  return isSame && JSON.stringify(fill(one, first.numbers)) === JSON.stringify(first.printed) ? one : undefined
}

/** Takes the numbers out of a printed cluster; not where one stands twice in what is printed of its cite. */
function without({ cites, ...cluster }: PrintedCluster, numbers: Numbers): Template | undefined {
  const parted = cites.map(({ at, html, after }) => ({
    at,
    around: html.split(new RegExp(`(?<!\\p{N})${numbers[at]}(?!\\p{N})`, 'u')),
    after,
  }))
  return parted.every(({ around }) => around.length <= 2) ? { ...cluster, cites: parted } : undefined
}

const fill = ({ cites, ...cluster }: Template, numbers: Numbers): PrintedCluster => ({
  ...cluster,
  cites: cites.map(({ at, around, after }) => ({ at, html: around.join(numbers[at] ?? ''), after })),
})
