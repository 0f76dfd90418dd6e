import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import rehypeSlug from 'rehype-slug'
import { cleanPictures } from './src/integration/clean-pictures.ts'
import { declareIds } from './src/integration/declare-ids.ts'
import { followEdits } from './src/integration/follow-edits.ts'
import { readPageLedger, readRetiredPages } from './src/integration/ledger-of-page.ts'
import { publish } from './src/integration/publish.ts'
import { readSiteAddress } from './src/integration/site-address.ts'
import { nameOfKept } from './src/manuscript/files.ts'
import { recmaClosedModule } from './src/manuscript/render/closed-module.ts'
import { remarkApparatus } from './src/manuscript/render/render.ts'
import { remarkData } from './src/manuscript/render/render-safely.ts'

/** Where the site will live, if anybody has said; links between its pages are relative, so only canonical addresses and feeds need it. */
const { site, basePath } = await readSiteAddress()

const gone = await readRetiredPages()

export default defineConfig({
  ...(site && { site }),
  // What is kept from build to build belongs to one manuscript.
  cacheDir: `node_modules/.astro/${nameOfKept()}`,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    ...(site ? [sitemap({ filter: (page) => !/\/(?:search|card|sources\/by\/year)\/$/.test(page) && !gone.some((address) => page.endsWith(address)) })] : []),
    declareIds(),
    followEdits(),
    cleanPictures(),
    publish(basePath),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkData, [remarkApparatus, { ledgerOf: readPageLedger }]],
      rehypePlugins: [rehypeSlug],
      recmaPlugins: [recmaClosedModule],
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        // No text becomes markup or script; src/reader/trusted-url.ts has the one policy, for addresses of scripts.
        "require-trusted-types-for 'script'",
        'trusted-types pamphlet',
      ],
      // Pagefind runs WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Eleven lines for every text, about a directive that Astro itself puts there and has read by then.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE' || !warning.message.includes('use astro:head-inject')) warn(warning)
        },
      },
    },
  },
})
