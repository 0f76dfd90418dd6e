/**
 * Answers a request from caches, whatever form of the address is asked for: `part-1`, `part-1/` and
 * `part-1/index.html` are one file, with or without a query. A page asked for by another form is redirected, so that
 * the links in it lead where they should. What no cache holds is asked of the network.
 *
 * Of a file that is played, browsers ask for ranges: they are cut from what is kept, for a cache has whole files.
 *
 * @param names of the caches in the order they are asked; the next is looked for only where one holds nothing
 * @param fallback makes the page for a reader without a connection who asks for what was not precached
 */
export async function answerRequest(request: Request, names: AsyncIterable<string>, fallback: () => Promise<Response>): Promise<Response> {
  const url = new URL(request.url)
  for await (const name of names) {
    for (const path of formsOf(url.pathname)) {
      // To open a cache would make one where the reader has just removed it.
      const kept = await caches.match(new URL(path, url).href, { cacheName: name })
      if (!kept) continue
      if (request.mode !== 'navigate' || path === url.pathname) return inRange(kept, request.headers.get('range'))
      return Response.redirect(new URL(path + url.search, url).href, 302)
    }
  }
  if (request.mode !== 'navigate') return fetch(request)
  return fetch(request).catch(fallback)
}

/**
 * The bytes that a request asks for (https://www.rfc-editor.org/rfc/rfc9110#name-range-requests); the whole file where it
 * asks for several ranges, or for what is none, as a server may do too.
 */
export async function inRange(kept: Response, range: string | null): Promise<Response> {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(range?.trim() ?? '') ?? []
  // A range that runs backwards is none.
  if ((first === '' && last === '') || (first !== '' && last !== '' && Number(last) < Number(first))) return kept
  const body = await kept.blob()
  const { size } = body
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  const headers = new Headers(kept.headers)
  headers.set('accept-ranges', 'bytes')
  if (start >= end) {
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('content-range', `bytes ${start}-${end - 1}/${size}`)
  headers.set('content-length', String(end - start))
  return new Response(body.slice(start, end, body.type), { status: 206, headers })
}

/** The paths under which a file may be kept that is asked for by this one. */
export function formsOf(path: string): string[] {
  if (path.endsWith('/')) return [path]
  if (path.endsWith('/index.html')) return [path.slice(0, -'index.html'.length)]
  return [path, `${path}/`]
}
