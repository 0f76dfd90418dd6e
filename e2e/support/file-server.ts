import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
}

/** What a server does instead of answering well; `undefined` for answering well. */
export type Fault = (path: string, response: ServerResponse, body: () => Buffer) => boolean

/**
 * A host for static files as readers meet them: directories with a slash, a redirect to it without. It can be
 * stopped and started again at the same address, serve another folder from one moment to the next, and misbehave.
 */
export class FileServer {
  folder: string
  /** Path under which the site lies on the host, with a slash at both ends. */
  readonly base: string
  fault: Fault | undefined
  /** Other folders on the same host, by the path under which they lie. */
  readonly others = new Map<string, string>()
  /** Paths that were asked for, in order. */
  readonly asked: string[] = []
  #server: Server | undefined
  #port: number

  /** @param port one that is free by default; the same again after a stop */
  constructor(folder: string, base = '/', port = 0) {
    this.folder = folder
    this.base = base
    this.#port = port
  }

  get address(): string {
    return `http://localhost:${this.#port}${this.base.replace(/\/$/u, '')}`
  }

  async start() {
    const server = createServer((request, response) => this.#answer(new URL(request.url ?? '/', 'http://localhost').pathname, response))
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
    return this
  }

  /** Ends at once, with all connections: a page that is being fetched breaks off. */
  async stop() {
    const server = this.#server
    this.#server = undefined
    if (!server) return
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  #answer(asked: string, response: ServerResponse) {
    this.asked.push(asked)
    const [base, folder] = [...this.others].find(([other]) => asked.startsWith(other)) ?? [this.base, this.folder]
    const path = decodeURIComponent(asked).slice(base.length - 1)
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const body = () => readFileSync(file)
    if (base === this.base && this.fault?.(path, response, body)) return
    if (!asked.startsWith(base) || !existsSync(file)) response.writeHead(404, { 'content-type': types['.html'] }).end(this.#notFound())
    else if (statSync(file).isDirectory()) response.writeHead(301, { location: `${asked}/` }).end()
    else
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': 'max-age=600' })
        .end(body())
  }
  #notFound(): Buffer | string {
    const page = join(this.folder, '404.html')
    return existsSync(page) ? readFileSync(page) : 'Not found'
  }
}
