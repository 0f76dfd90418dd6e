import type { PhrasingContent, RootContent, Text } from 'mdast'

/** What leads back from a note to the text before its words: `↩`, `^`, `↑`, `^ a b`, `Jump up ^`. */
const before = /^\s*(?:jump up(?: to)?:?\s*)?(?:[↩↑⤴⮌↵^]\uFE0E?\uFE0F?\s*)+(?:a(?:\s[b-z])+\s+(?=\S))?/iu

/** The same behind them, once for each reference: `↩︎`, `↩ ↩2`, `[back]`, `↑ Back to text`. */
const behind =
  /\s*(?:(?:[↩↑⤴⮌↵]\uFE0E?\uFE0F?\s*(?:\d{1,2}\b\s*|[⁰¹²³⁴-⁹]+\s*)?)+(?:(?:back|return|jump up)(?: to (?:the )?(?:text|content|top|reference))?)?|\s\^|[[(](?:(?:back|return)(?: to (?:the )?(?:text|content|top|reference))?|jump up)[\])]|\[[↩↑⤴⮌↵^]\uFE0E?\uFE0F?\])\s*$/iu

/** The blocks of a note without the signs that lead back to the text: here every note has its own. */
export function withoutBackLinks(content: readonly RootContent[]): RootContent[] {
  const [first] = content
  const start = textAt(first, 0)
  if (start) start.value = start.value.replace(before, '')
  const end = textAt(content.at(-1), -1)
  if (end) end.value = end.value.replace(behind, '')
  const kept = content.filter((block) => block.type !== 'paragraph' || !isEmpty(block.children))
  return kept.length > 0 ? kept : [...content]
}

const isEmpty = (words: readonly PhrasingContent[]) => words.every((word) => word.type === 'text' && word.value.trim() === '')

function textAt(block: RootContent | undefined, at: 0 | -1): Text | undefined {
  const word = block?.type === 'paragraph' ? block.children.at(at) : undefined
  return word?.type === 'text' ? word : undefined
}
