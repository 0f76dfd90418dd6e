import type { KnownPage } from '../../editions/plain-page.ts'

/**
 * A page as a build that bundles nothing renders it, with what is known of it. As an answer it has no body: to make one of a text
 * takes as long as all else that is done with the page. Its text is made where somebody reads it: of a page that is as it was all else
 * is kept already.
 */
export class RenderedPage extends Response {
  readonly html: () => string
  readonly known: KnownPage

  constructor(html: () => string, known: KnownPage) {
    super(null, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    this.html = html
    this.known = known
  }
}
