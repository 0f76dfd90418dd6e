import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { formatOfRecording, type RecordingFormat, recordingFormats } from '../../model/recordings.ts'
import { readCaptions } from './read-captions.ts'

/** Bytes from which hosts refuse a file: Cloudflare Pages takes none over 25 MiB, GitHub warns from 50. */
const heavy = 25_000_000

/** Whether a file lies where recordings and their words do. */
export const isRecordingPath = (path: string): boolean => path.startsWith('recordings/')

/** Checks that a recording is what its name says, and what hosts take. */
export function checkRecording({ path, recording }: ManuscriptFile): Diagnostic[] {
  if (!recording) return []
  const name = path.replace(/^recordings\//u, '')
  if (recording.broken !== undefined)
    return [diagnose('recording-broken', path, startOfFile, { recording: name, reason: recording.broken })]
  return recording.bytes > heavy ? [diagnose('recording-heavy', path, startOfFile, { recording: name, bytes: recording.bytes })] : []
}

/** Checks that captions are such as browsers show, all of them. */
export const checkCaptions = ({ path, text }: ManuscriptFile): Diagnostic[] =>
  /\.vtt$/iu.test(path)
    ? readCaptions(text).mistakes.map(({ span, reason }) => diagnose('captions-broken', path, span, { reason }))
    : text.trim() === ''
      ? [diagnose('captions-broken', path, startOfFile, { reason: 'There is nothing in it.' })]
      : []

/** What a recording is by its first bytes; nothing for a file whose name says no recording. */
export function lookIntoRecording(path: string, bytes: Uint8Array): ManuscriptFile['recording'] {
  const format = formatOfRecording(path)
  if (!format) return undefined
  const found = containerOf(bytes)
  const is = containers[format]
  return found === is ? { bytes: bytes.length } : { bytes: bytes.length, broken: reasonOf(format, found) }
}

const reasonOf = (format: RecordingFormat, found: string | undefined) =>
  `Its name says ${recordingFormats[format].name}, but it is ${found ? names[found] : 'no recording that is known here'}.`

/** The container of each form. */
const containers: Readonly<Record<RecordingFormat, string>> = {
  mp3: 'mp3',
  m4a: 'mp4',
  ogg: 'ogg',
  oga: 'ogg',
  opus: 'ogg',
  flac: 'flac',
  wav: 'wav',
  mp4: 'mp4',
  webm: 'webm',
}

const names: Readonly<Record<string, string>> = { mp3: 'MP3', mp4: 'MP4', ogg: 'Ogg', flac: 'FLAC', wav: 'WAV', webm: 'WebM or Matroska' }

/** By the patterns of https://mimesniff.spec.whatwg.org/#matching-an-audio-or-video-type-pattern. */
function containerOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (/^ID3|^\xFF[\xE2-\xE7\xF2-\xF7\xFA-\xFF]/u.test(head)) return 'mp3'
  if (/^[\s\S]{4}ftyp/u.test(head)) return 'mp4'
  if (head.startsWith('OggS')) return 'ogg'
  if (head.startsWith('fLaC')) return 'flac'
  if (/^RIFF[\s\S]{4}WAVE/u.test(head)) return 'wav'
  return head.startsWith('\x1A\x45\xDF\xA3') ? 'webm' : undefined
}
