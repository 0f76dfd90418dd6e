import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** How a host compresses what it sends. */
export type Compression = 'gzip' | 'br'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** What hosts compress as a rule; files of unknown types, as the index’s, they send as they are. */
const compressed = new Set(['.html', '.js', '.css', '.json', '.svg'])

/** Serves a folder as a host does: text compressed (gzip at level 6 or brotli at quality 5), all else as it is. */
export async function serve(folder: string, compression: Compression): Promise<{ address: string; server: Server }> {
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
      await stat(file)
      const type = extname(file)
      response.setHeader('content-type', types[type] ?? 'application/octet-stream')
      if (!compressed.has(type)) return createReadStream(file).pipe(response)
      const body = await readFile(file)
      response.setHeader('content-encoding', compression)
      return response.end(
        compression === 'gzip'
          ? gzipSync(body, { level: 6 })
          : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      )
    } catch {
      response.statusCode = 404
      return response.end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server has no port.')
  return { address: `http://127.0.0.1:${address.port}`, server }
}
