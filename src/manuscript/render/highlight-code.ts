import type { Element, ElementContent, Root, Text } from 'hast'
import type { HighlighterCore, ThemeRegistrationRaw } from 'shiki/core'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { grammarOf, isLanguageOfCode } from '../constructs/code.ts'

/**
 * Rehype plugin of the render pass: the code of a text that says which language it is in has its words marked by what they
 * are, `<span class="code-keyword">`; how that looks, the styles of the site say. The text of it stays as it is typed.
 */
export const rehypeCode: Plugin<[], Root> = () => async (tree) => {
  const found: { readonly code: Element; readonly language: string }[] = []
  visit(tree, 'element', (node) => {
    const [code] = node.children
    if (node.tagName !== 'pre' || code?.type !== 'element') return
    const language = languageOf(code)
    if (language && textOf(code).length <= longest) found.push({ code, language })
  })
  for (const { code, language } of found) code.children = await highlight(textOf(code), language)
}

/** Characters: what is longer is no example any more, and would take seconds. */
const longest = 50_000

/** Characters in a line. */
const widest = 2_000

function languageOf({ properties }: Element): string | undefined {
  const classes = Array.isArray(properties.className) ? properties.className : []
  const language = classes
    .map(String)
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
    .toLowerCase()
  return language !== undefined && isLanguageOfCode(language) ? language : undefined
}

const textOf = ({ children }: Element): string => children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/** What a word of code can be. A theme of Shiki’s knows colours alone: each is the number of one. */
const roles = [
  ['comment', ['comment', 'punctuation.definition.comment', 'string.quoted.docstring']],
  [
    'keyword',
    [
      'keyword',
      'storage',
      'markup.heading',
      'entity.name.section',
      'support.type.property-name',
      'punctuation.support.type.property-name',
      'entity.name.tag',
    ],
  ],
  [
    'string',
    [
      'string',
      'punctuation.definition.string',
      'constant',
      'markup.inline.raw',
      'markup.fenced_code',
      'support.constant',
      'variable.language',
    ],
  ],
  ['name', ['entity.name.function', 'entity.name.type', 'entity.name.class', 'support.function', 'support.class', 'markup.bold']],
  ['plain', ['keyword.operator', 'punctuation', 'string.regexp punctuation', 'meta.embedded']],
] as const

const colourOf = (i: number) => `#00000${i + 1}`
const roleOf = new Map<string, string>(roles.map(([role], i) => [colourOf(i), role]))

const theme: ThemeRegistrationRaw = {
  name: 'roles',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    ...roles.map(([, scope], i) => ({ scope: [...scope], settings: { foreground: colourOf(i) } })),
  ],
}

let highlighter: Promise<HighlighterCore> | undefined

async function makeHighlighter(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createOnigurumaEngine }] = await Promise.all([import('shiki/core'), import('shiki/engine/oniguruma')])
  return createHighlighterCore({ themes: [theme], engine: createOnigurumaEngine(import('shiki/wasm')) })
}

async function highlight(text: string, language: string): Promise<ElementContent[]> {
  highlighter ??= makeHighlighter()
  const ready = await highlighter
  const grammar = grammarOf(language)
  if (grammar) await ready.loadLanguage(grammar)
  // However long it takes: what is shown does not depend on how busy the machine is.
  const { tokens } = ready.codeToTokens(text, {
    lang: language,
    theme: theme.name ?? '',
    tokenizeMaxLineLength: widest,
    tokenizeTimeLimit: 0,
  })
  const marked: ElementContent[] = []
  for (const [i, line] of tokens.entries()) {
    if (i > 0) addText(marked, '\n')
    for (const { content, color = '' } of line) {
      const role = roleOf.get(color.toLowerCase())
      if (role === undefined || role === 'plain' || content.trim() === '') addText(marked, content)
      else addMarked(marked, `code-${role}`, content)
    }
  }
  return marked
}

function addText(marked: ElementContent[], value: string) {
  const last = marked.at(-1)
  if (last?.type === 'text') last.value += value
  else marked.push({ type: 'text', value })
}

function addMarked(marked: ElementContent[], role: string, value: string) {
  const last = marked.at(-1)
  const words: Text = { type: 'text', value }
  if (last?.type === 'element' && String(last.properties.className) === role) last.children.push(words)
  else marked.push({ type: 'element', tagName: 'span', properties: { className: [role] }, children: [words] })
}
