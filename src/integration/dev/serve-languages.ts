import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, AstroIntegration, HookParameters } from 'astro'
import { renderFolder } from '../../manuscript/files.ts'
import type { OfferedLanguage } from '../../model/languages.ts'
import { optionsIn } from '../build-language.ts'
import type { Settings } from '../settings.ts'
import { shelf } from '../shelf.ts'
import { forward, forwardSocket, refuse } from './forward.ts'
import { type LanguageServer, startLanguage } from './start-language.ts'

type Server = HookParameters<'astro:server:setup'>['server']

/**
 * Astro integration: while `astro dev` runs, what lies under `/de/` comes from a server of that language, which is started when
 * it is first asked for, with all that Vite sends to and fro. See decision 126.
 */
export function serveLanguages(settings: Settings): AstroIntegration {
  const running = new Map<string, LanguageServer>()
  let configured: AstroConfig
  let server: Server
  const stopAll = () => {
    for (const { stop } of running.values()) stop()
    running.clear()
  }
  const startFor = (one: OfferedLanguage): LanguageServer => {
    const { language, folder } = one
    // Astro writes notes about the texts into the root of a project, which no other server may write into.
    const root = join(renderFolder({ ...settings, translation: language }, 'dev'), '..', 'server')
    mkdirSync(root, { recursive: true })
    const { fs, allowedHosts } = server.config.server
    const [srcDir, publicDir] = [fileURLToPath(configured.srcDir), fileURLToPath(configured.publicDir)]
    const options = optionsIn(settings, one)
    const started = startLanguage({ root, srcDir, publicDir, options, folder, allow: [...fs.allow, root], allowedHosts }, () => {
      if (running.get(language) === started) running.delete(language)
    })
    return started
  }
  const languageOf = ({ url }: IncomingMessage) => shelf.languages?.find(({ folder }) => folder !== '' && url?.startsWith(`/${folder}`))
  /** The server of a language, started where it does not run; of those that run, the one whose pages were not asked for longest ends. */
  const serverOf = (one: OfferedLanguage): LanguageServer => {
    const found = running.get(one.language) ?? startFor(one)
    running.delete(one.language)
    running.set(one.language, found)
    const [longest] = running.keys()
    if (running.size > mostRunning && longest !== undefined) {
      running.get(longest)?.stop()
      running.delete(longest)
    }
    return found
  }
  return {
    name: 'pamphlet-serve-languages',
    hooks: {
      'astro:config:done': ({ config }) => {
        configured = config
      },
      'astro:server:setup': (given) => {
        server = given.server
      },
      'astro:server:start': () => {
        // Before all that would refuse an address since it is none of its own.
        server.middlewares.stack.unshift({
          route: '',
          handle: async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
            const one = languageOf(request)
            if (!one) return next()
            await serverOf(one).port.then(
              (port) => forward(request, response, port, one.folder),
              (error: Error) => refuse(response, error),
            )
          },
        })
        server.httpServer?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
          const one = languageOf(request)
          // A page that was left open asks every second whether its server is there again; that starts none.
          const server = one && running.get(one.language)
          if (server)
            server.port.then(
              (port) => forwardSocket(request, socket, head, port),
              () => socket.destroy(),
            )
          else if (one) socket.destroy()
        })
        server.httpServer?.once('close', stopAll)
      },
      'astro:server:done': stopAll,
    },
  }
}

/** How many languages are served at the same time beside the original: each takes as much memory as it does. */
const mostRunning = 4
