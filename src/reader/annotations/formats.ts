import { type Annotation, colours, isAnnotation } from './annotation.ts'

/** A part as the list of a reader’s notes knows it. */
export type AnnotatedPage = {
  /** From the root of the site. */
  readonly page: string
  readonly title: string
  /** Where it is for good. */
  readonly address: string
  /** How a passage of it is cited, with blanks for place and address. */
  readonly cite: (locator: string, address: string) => string
}

/** Markdown: for each part its quoted words, what was written to them, and how they are cited. */
export function markdownOf(pages: readonly AnnotatedPage[], annotations: readonly Annotation[]): string {
  return pages
    .flatMap(({ page, title, address, cite }) => {
      const own = annotations.filter((annotation) => annotation.page === page)
      if (own.length === 0) return []
      const entries = own.map(({ exact, note, place, locator }) =>
        [`> ${escaped(exact)}`, ...(note ? [note] : []), `— ${escaped(cite(locator, `${address}#${place}`))}`].join('\n\n'),
      )
      return [`## ${escaped(title)}`, ...entries]
    })
    .join('\n\n')
    .concat('\n')
}

/** What is a sign in Markdown is one of the text here; addresses stay as they are. */
const escaped = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .split(/(https?:\/\/\S+)/u)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(/[\\`*_[\]<>|~]|^#/gu, '\\$&')))
    .join('')

/** W3C Web Annotations (https://www.w3.org/TR/annotation-model/): a collection with one page. */
export function webAnnotationsOf(pages: readonly AnnotatedPage[], annotations: readonly Annotation[]): object {
  const addressOf = (page: string) => pages.find((each) => each.page === page)?.address ?? page
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    total: annotations.length,
    first: {
      type: 'AnnotationPage',
      items: annotations.map((annotation) => ({
        id: `urn:uuid:${annotation.id}`,
        type: 'Annotation',
        motivation: annotation.note ? 'commenting' : 'highlighting',
        created: annotation.created,
        body: [
          ...(annotation.note ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: annotation.note }] : []),
          { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: annotation.colour },
          { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: annotation.locator },
        ],
        target: {
          source: addressOf(annotation.page),
          selector: [
            { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: annotation.place },
            { type: 'TextQuoteSelector', exact: annotation.exact, prefix: annotation.prefix, suffix: annotation.suffix },
            { type: 'TextPositionSelector', start: annotation.start, end: annotation.start + annotation.exact.length },
          ],
        },
      })),
    },
  }
}

type Json = { readonly [key: string]: unknown } | undefined

const objects = (value: unknown): Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Json[]

/**
 * Takes annotations from such a file, of this program or another: those that are of a page of this publication and quote
 * words. What is none is passed over.
 *
 * @throws SyntaxError where the text is no JSON
 */
export function annotationsIn(text: string, pages: readonly AnnotatedPage[]): Annotation[] {
  const file: unknown = JSON.parse(text)
  const collection = file as Json
  const items = Array.isArray(file) ? file : ((collection?.first as Json)?.items ?? collection?.items ?? [])
  return objects(items).flatMap((item) => {
    const target = item?.target as Json
    const selectors = objects(target?.selector)
    const selector = (type: string) => selectors.find((each) => each?.type === type)
    const quote = selector('TextQuoteSelector')
    const bodies = objects(item?.body)
    const bodyFor = (purpose: string) => String(bodies.find((body) => body?.purpose === purpose)?.value ?? '')
    const source = String(target?.source ?? '').replace(/index\.html$/u, '')
    const page = pages.find((each) => source.endsWith(each.page) && each.page !== '/')?.page
    const annotation = {
      id: String(item?.id ?? '').replace(/^urn:uuid:/u, '') || crypto.randomUUID(),
      page,
      place: String(selector('FragmentSelector')?.value ?? ''),
      locator: bodyFor('describing'),
      exact: quote?.exact,
      prefix: String(quote?.prefix ?? '').slice(-32),
      suffix: String(quote?.suffix ?? '').slice(0, 32),
      start: Number(selector('TextPositionSelector')?.start ?? 0),
      colour: colours.find((colour) => colour === bodyFor('tagging')) ?? 'yellow',
      note: bodyFor('commenting') || (bodies.length === 1 && !bodies[0]?.purpose ? String(bodies[0]?.value ?? '') : ''),
      created: String(item?.created ?? new Date().toISOString()),
      isPlaced: true,
    }
    return isAnnotation(annotation) ? [annotation] : []
  })
}
