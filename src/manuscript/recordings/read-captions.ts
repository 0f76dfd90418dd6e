import type { Span } from '../../model/facts.ts'

/** What stands on the screen for a while; times in seconds. */
export type Cue = { readonly from: number; readonly to: number; readonly text: string }

/** What browsers would leave out of a file, without a word. */
export type CaptionMistake = { readonly span: Span; readonly reason: string }

/**
 * Reads captions in WebVTT (https://www.w3.org/TR/webvtt1/) as browsers do, and tells what they pass over: a file without
 * its first line, a block without times, times that cannot be read or run backwards.
 */
export function readCaptions(text: string): { readonly cues: readonly Cue[]; readonly mistakes: readonly CaptionMistake[] } {
  const blocks = blocksOf(text)
  const [head, ...rest] = blocks
  if (!head || !/^WEBVTT(?:[ \t]|$)/u.test(head[0]?.text ?? ''))
    return { cues: [], mistakes: [{ span: spanOfLine(head?.[0] ?? nothing), reason: 'Its first line is not “WEBVTT”.' }] }
  const cues: Cue[] = []
  const mistakes: CaptionMistake[] = []
  // Lines about the file follow the first one, and so may times.
  const first = head.slice(1)
  for (const block of first.some(hasArrow) ? [first, ...rest] : rest) {
    const read = readBlock(block)
    if (read && 'reason' in read) mistakes.push(read)
    else if (read) cues.push(read)
  }
  if (cues.length === 0 && mistakes.length === 0)
    mistakes.push({ span: spanOfLine(head[0] ?? nothing), reason: 'There is no caption in it.' })
  return { cues, mistakes }
}

type Line = { readonly text: string; readonly line: number; readonly offset: number }

const nothing: Line = { text: '', line: 1, offset: 0 }

/** Lines that stand together, divided by empty ones. */
function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = []
  let block: Line[] = []
  let offset = 0
  for (const [i, written] of text.split('\n').entries()) {
    const line = { text: written.replace(/\r$/u, ''), line: i + 1, offset }
    offset += written.length + 1
    if (line.text !== '') block.push(line)
    else if (block.length > 0 || i === 0) {
      blocks.push(block)
      block = []
    }
  }
  return block.length > 0 ? [...blocks, block] : blocks
}

const hasArrow = ({ text }: Line) => text.includes('-->')

/** A caption, or what is wrong with it; nothing for what is none: remarks, styles, regions. */
function readBlock(block: readonly Line[]): Cue | CaptionMistake | undefined {
  const [first] = block
  if (!first || /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/u.test(first.text)) return undefined
  const at = block.findIndex(hasArrow)
  const timing = block[at]
  // One line before the times is the name of the caption.
  if (!timing || at > 1) return { span: spanOfLine(first), reason: 'No times stand over these words.' }
  const [, start, end] = /^[ \t]*(\S+?)[ \t]*-->[ \t]*(\S+)/u.exec(timing.text) ?? []
  const [from, to] = [secondsOf(start ?? ''), secondsOf(end ?? '')]
  if (from === undefined || to === undefined) return { span: spanOfLine(timing), reason: 'Its times cannot be read.' }
  if (to <= from) return { span: spanOfLine(timing), reason: 'It ends before it begins.' }
  return {
    from,
    to,
    text: block
      .slice(at + 1)
      .map(({ text }) => text)
      .join('\n'),
  }
}

/** `00:01:02.500` or `01:02.500`. */
function secondsOf(time: string): number | undefined {
  const [, hours = '0', minutes = '', seconds = '', thousandths = ''] = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/u.exec(time) ?? []
  return minutes === '' ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000
}

const spanOfLine = ({ text, line, offset }: Line): Span => ({
  start: { line, column: 1, offset },
  end: { line, column: text.length + 1, offset: offset + text.length },
})
