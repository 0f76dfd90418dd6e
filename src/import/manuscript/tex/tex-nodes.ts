import type { PhrasingContent } from 'mdast'

export const emphasis = (type: 'emphasis' | 'strong' | 'delete', children: PhrasingContent[]): PhrasingContent => ({ type, children })

export const script = (name: 'sup' | 'sub', children: PhrasingContent[]) =>
  ({ type: 'mdxJsxTextElement', name, attributes: [], children }) as unknown as PhrasingContent

export const foreign = (lang: string, children: PhrasingContent[]) =>
  ({
    type: 'mdxJsxTextElement',
    name: 'Foreign',
    attributes: [{ type: 'mdxJsxAttribute', name: 'lang', value: lang }],
    children,
  }) as unknown as PhrasingContent

/** Words without blanks at their ends. */
export function trimmed(words: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...words]
  for (const [at, pattern] of [
    [0, /^\s+/u],
    [-1, /\s+$/u],
  ] as const) {
    for (let node = kept.at(at); node; node = kept.at(at)) {
      if (node.type === 'text') {
        node.value = node.value.replace(pattern, '')
        if (node.value !== '') break
      } else if (node.type !== 'break') break
      kept.splice(at, 1)
    }
  }
  return kept
}

export const lines = (text: string): PhrasingContent[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line, i): PhrasingContent[] => [...(i > 0 ? [{ type: 'break' } as const] : []), { type: 'text', value: line }])
