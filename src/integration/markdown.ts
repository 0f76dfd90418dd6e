import { unified } from '@astrojs/markdown-remark'
import rehypeSlug from 'rehype-slug'
import { nameOfFolder } from '../manuscript/files.ts'
import { recmaClosedModule } from '../manuscript/render/closed-module.ts'
import { rehypeCode } from '../manuscript/render/highlight-code.ts'
import { remarkApparatus } from '../manuscript/render/render.ts'
import { remarkData } from '../manuscript/render/render-safely.ts'
import { keepRendering } from './keep-rendering.ts'
import { ledgerOfPage } from './ledger-of-page.ts'

/**
 * The render pass: what Astro makes of a text, with every plugin of ours in its order.
 *
 * @param manuscript its folder, as messages call it
 */
export const markdownProcessor = (manuscript: string) =>
  keepRendering(
    unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [
        [remarkData, nameOfFolder(manuscript)],
        [remarkApparatus, { ledgerOf: ledgerOfPage }],
      ],
      rehypePlugins: [rehypeSlug, rehypeCode],
      recmaPlugins: [recmaClosedModule],
    }),
    nameOfFolder(manuscript),
    ledgerOfPage,
  )
