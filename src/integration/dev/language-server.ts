import { dev } from 'astro'
import { pamphlet } from '../pamphlet.ts'
import type { ServedLanguage } from './start-language.ts'

// Run by `start-language.ts`, with what it serves as JSON. It ends with who started it, however that ends.
const { root, srcDir, publicDir, options, folder, allow, allowedHosts }: ServedLanguage = JSON.parse(process.argv[2] ?? '')
process.once('disconnect', () => process.exit())
const { address } = await dev({
  configFile: false,
  root,
  srcDir,
  publicDir,
  server: { host: '127.0.0.1', port: 0 },
  logLevel: 'error',
  integrations: [pamphlet(options, { isPart: true })],
  vite: {
    server: { fs: { allow: [...allow] }, ...(allowedHosts !== undefined && { allowedHosts }) },
    plugins: [
      {
        name: 'pamphlet-language-folder',
        // What Vite serves lies in that folder; Astro, which would put it before addresses as well, knows nothing of it.
        config: () => ({ base: `/${folder}` }),
        configureServer: ({ middlewares }) => {
          middlewares.use((request, _, next) => {
            request.url = `/${folder}${request.url?.slice(1)}`
            next()
          })
        },
      },
    ],
  },
})
process.send?.(address.port)
