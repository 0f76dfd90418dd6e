/**
 * A site of the same texts by Astro’s MDX alone: the components that they use in their simplest form, one layout, and Pagefind as
 * its documentation shows it. What a build of this takes is what a build by Pamphlet is compared with.
 */
export const bareAstro: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }',
  'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
const processor = unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm], rehypePlugins: [rehypeSlug] })
export default defineConfig({ integrations: [mdx()], markdown: { syntaxHighlight: false, processor } })
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
const texts = (folder) => defineCollection({ loader: glob({ pattern: '*.mdx', base: './content/' + folder }) })
export const collections = { parts: texts('parts'), glossary: texts('glossary') }
`,
  'src/components/Term.astro': `---
const { id } = Astro.props
---
<a href={'/glossary/#' + id}><slot /></a>
`,
  'src/components/Source.astro': `---
const { id, locator } = Astro.props
---
<a href={'/sources/#' + id}>{id}</a>, {locator}
`,
  'src/components/Quotation.astro': `---
import Source from './Source.astro'
const { source, locator } = Astro.props
---
<blockquote><slot /><p>— <Source id={source} {locator} /></p></blockquote>
`,
  'src/layouts/Base.astro': `---
const { title, description } = Astro.props
---
<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><title>{title}</title><meta name="description" content={description} /></head>
<body><nav><a href="/">Contents</a><a href="/glossary/">Glossary</a></nav><main data-pagefind-body><h1>{title}</h1><slot /></main></body></html>
`,
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content'
import Base from '../layouts/Base.astro'
const parts = await getCollection('parts')
---
<Base title="Contents"><ul>{parts.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a></li>)}</ul></Base>
`,
  'src/pages/glossary.astro': `---
import { getCollection, render } from 'astro:content'
import Base from '../layouts/Base.astro'
const terms = await Promise.all((await getCollection('glossary')).map(async (entry) => ({ entry, ...(await render(entry)) })))
---
<Base title="Glossary">{terms.map(({ entry, Content }) => <section id={entry.id}><h2>{entry.data.name}</h2><Content /></section>)}</Base>
`,
  'src/pages/[part].astro': `---
import { getCollection, render } from 'astro:content'
import Base from '../layouts/Base.astro'
import Quotation from '../components/Quotation.astro'
import Source from '../components/Source.astro'
import Term from '../components/Term.astro'
export const getStaticPaths = async () => (await getCollection('parts')).map((entry) => ({ params: { part: entry.id }, props: { entry } }))
const { entry } = Astro.props
const { Content } = await render(entry)
---
<Base {...entry.data}><Content components={{ Term, Source, Quotation }} /></Base>
`,
}
