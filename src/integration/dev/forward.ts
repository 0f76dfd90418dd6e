import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { editPage, finishPage } from '../../editions/web/finish-page.ts'

/**
 * Answers a request by what another server on this machine answers, which knows its pages as those of a whole site: links from its
 * root lead into the folder.
 *
 * @param folder where its pages lie in this one: `de/`
 */
export function forward(request: IncomingMessage, response: ServerResponse, port: number, folder: string) {
  const { method, headers, url = '/' } = request
  // A connection of its own: one that was kept may be closed by the other side in the very moment in which it is used again.
  const asked = ask({ host, port, method, headers, path: url.slice(folder.length), agent: false }, (answer) => {
    const { statusCode = 502 } = answer
    if (!answer.headers['content-type']?.startsWith('text/html')) {
      response.writeHead(statusCode, answer.headers)
      return answer.pipe(response)
    }
    let html = ''
    answer.setEncoding('utf8').on('data', (text: string) => (html += text))
    return answer.once('end', () => {
      const { 'content-length': _, ...others } = answer.headers
      response.writeHead(statusCode, others)
      response.end(html && inFolder(html, folder))
    })
  })
  asked.once('error', (error) => refuse(response, error))
  response.once('close', () => asked.destroy())
  request.pipe(asked)
}

/** Joins the socket of a request that asks for another protocol to that server: how Vite tells a page that it has changed. */
export function forwardSocket({ method, url, rawHeaders }: IncomingMessage, socket: Duplex, head: Buffer, port: number) {
  const other = connect(port, host, () => {
    const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1]}`] : []))
    other.write(`${[`${method} ${url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`)
    other.write(head)
    other.pipe(socket).pipe(other)
  })
  for (const [one, another] of [[socket, other] as const, [other, socket] as const]) {
    one.on('error', () => another.destroy())
    one.once('close', () => another.destroy())
  }
}

/** Says that the other server gave no answer, and why. */
export function refuse(response: ServerResponse, { message }: Error) {
  if (response.headersSent) return response.destroy()
  response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' })
  return response.end(message)
}

const host = '127.0.0.1'

function inFolder(html: string, folder: string): string {
  const page = editPage(html)
  finishPage(page, (url) => (url.startsWith(`/${folder}`) ? url : `/${folder}${url.slice(1)}`))
  return page.source.toString()
}
