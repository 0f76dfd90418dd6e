import type { KnownPage } from '../../editions/plain-page.ts'

/** A page as the renderer gives it, with what is known of it. */
export class RenderedPage extends Response {
  readonly html: string
  readonly known: KnownPage

  constructor(html: string, known: KnownPage) {
    super(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    this.html = html
    this.known = known
  }
}
