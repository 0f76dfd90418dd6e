/** A file that is not there, or not as it was published. */
export class ChangedFile extends Error {}

/** Milliseconds in which something of a file must come. */
const longestSilence = 60_000

/**
 * Fetches a file past all caches, piece by piece.
 *
 * @param stopped aborts when the file is not wanted any more
 * @throws {ChangedFile} when the host answers with anything but the file; what `fetch` throws when it does not answer
 */
export async function fetchPastCaches(url: string, stopped: AbortSignal) {
  const silence = new AbortController()
  const give = () => silence.abort()
  stopped.addEventListener('abort', give)
  if (stopped.aborted) give()
  let timer = setTimeout(give, longestSilence)
  const end = () => {
    clearTimeout(timer)
    stopped.removeEventListener('abort', give)
  }
  const response = await fetch(url, { cache: 'no-store', signal: silence.signal }).catch((error: unknown) => {
    end()
    throw error
  })
  if (!response.ok || !response.body) {
    end()
    throw new ChangedFile(`${url} answers with ${response.status}.`)
  }
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      clearTimeout(timer)
      timer = setTimeout(give, longestSilence)
      controller.enqueue(piece)
    },
    flush: end,
  })
  return { headers: response.headers, body: response.body.pipeThrough(counted) }
}

/** The bytes of a stream, whole. */
export const wholeOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(stream).arrayBuffer())

/** SHA-256, in Base64. */
export const hashOf = async (body: Uint8Array<ArrayBuffer>): Promise<string> =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', body))))
