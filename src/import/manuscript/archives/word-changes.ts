import type { Loss } from '../read-text.ts'
import { elementsOf, isElement, type XmlElement } from './read-xml.ts'

/** Tracked changes of a Word document: what was put in is taken, what was struck out is not. Each is said with the words before it. */
export function changesInWord(root: XmlElement | undefined): Loss[] {
  const losses: Loss[] = []
  let before = ''
  const read = (node: XmlElement, change: string[] | undefined) => {
    if (node.name === 'w:p') before = ''
    const kind = node.children.length > 0 ? kinds[node.name] : undefined
    const words: string[] | undefined = kind ? [] : change
    for (const child of node.children) {
      if (!isElement(child)) continue
      if (child.name === 'w:t' || child.name === 'w:delText') {
        const text = child.children.join('')
        words?.push(text)
        if (words === undefined) before += text
      } else read(child, words)
    }
    if (!kind || !words) return
    const said = words.join('').trim()
    const who = node.attributes['w:author'] ? ` by ${node.attributes['w:author']}` : ''
    if (said !== '')
      losses.push({
        place: before === '' ? 'at the beginning of a paragraph' : `after “${before.slice(-40).trim()}”`,
        says: `“${said}” ${kind}${who}`,
      })
    if (node.name === 'w:ins' || node.name === 'w:moveTo') before += words.join('')
  }
  if (root) read(root, undefined)
  return losses
}

const kinds: Readonly<Record<string, string>> = {
  'w:del': 'is left out: it was struck out',
  'w:ins': 'is taken: it was put in',
  'w:moveFrom': 'is taken where it was moved to: it was moved away',
  'w:moveTo': 'is taken: it was moved here',
}

/** Comments of a Word document. */
export const commentsInWord = (root: XmlElement | undefined): Loss[] =>
  elementsOf(root, 'w:comment').map((comment) => {
    const author = comment.attributes['w:author'] ?? ''
    const words = elementsOf(comment, 'w:p').map((paragraph) =>
      elementsOf(paragraph, 'w:t')
        .flatMap(({ children }) => children)
        .join(''),
    )
    return { place: 'a comment', says: `${author === '' ? '' : `${author}: `}“${words.join(' ').trim()}”; it is left out` }
  })
