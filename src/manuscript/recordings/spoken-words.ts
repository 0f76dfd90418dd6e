import type { SpokenParagraph } from '../../model/recordings.ts'
import { type Cue, readCaptions } from './read-captions.ts'

/** The words of a file of captions or of plain text, for those who read them. */
export const spokenWords = (path: string, text: string): readonly SpokenParagraph[] =>
  /\.vtt$/iu.test(path) ? paragraphsOf(readCaptions(text).cues) : plainParagraphs(text)

/** Seconds of silence after which a new paragraph begins. */
const pause = 3
/** Letters from which a paragraph ends with the next sentence. */
const longest = 500

/** Captions, which are cut as they fit on a screen, as running text: a new voice or a pause begins a paragraph. */
export function paragraphsOf(cues: readonly Cue[]): readonly SpokenParagraph[] {
  const paragraphs: { speaker?: string; text: string }[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { from, to, text } of [...cues].sort((a, b) => a.from - b.from)) {
    for (const said of voicesOf(text)) {
      const last = paragraphs.at(-1)
      const isSame = last !== undefined && last.speaker === said.speaker && from - end < pause
      const isFull = last !== undefined && last.text.length > longest && /[.!?…。！？؟][”"’)»]?$/u.test(last.text)
      if (isSame && !isFull) last.text += ` ${said.text}`
      else paragraphs.push({ ...said })
    }
    end = to
  }
  return paragraphs
}

/** What each voice says in a caption; a dash at the beginning of a line is another voice without a name. */
function voicesOf(text: string): SpokenParagraph[] {
  const voices = text.split(/(?=<v[.\s])/u).map((run) => {
    const speaker = plain(/^<v(?:\.[^\s>]*)?\s+([^>]*)>/u.exec(run)?.[1] ?? '')
    return { ...(speaker && { speaker }), text: plain(run) }
  })
  return voices.filter(({ text: words }) => words !== '')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '', rlm: '' }

/** The words without tags, names of entities and line ends. */
const plain = (text: string) =>
  text
    .replace(/<[^>]*>/gu, '')
    .replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s*\n\s*/gu, ' ')
    .trim()

const plainParagraphs = (text: string): SpokenParagraph[] =>
  text
    .split(/\n[ \t\r]*\n/u)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ text: paragraph }))
