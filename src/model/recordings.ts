/**
 * The forms of sound and moving pictures that today’s browsers play, by the endings of their files: the type that a page
 * says, and what readers are told (https://developer.mozilla.org/en-US/docs/Web/Media/Guides/Formats/Containers).
 */
export const recordingFormats = {
  mp3: { type: 'audio/mpeg', name: 'MP3' },
  m4a: { type: 'audio/mp4', name: 'M4A' },
  ogg: { type: 'audio/ogg', name: 'Ogg' },
  oga: { type: 'audio/ogg', name: 'Ogg' },
  opus: { type: 'audio/ogg', name: 'Opus' },
  flac: { type: 'audio/flac', name: 'FLAC' },
  wav: { type: 'audio/wav', name: 'WAV' },
  mp4: { type: 'video/mp4', name: 'MP4' },
  webm: { type: 'video/webm', name: 'WebM' },
} as const

export type RecordingFormat = keyof typeof recordingFormats

/** The form that the name of a file says; nothing where it says none. */
export function formatOfRecording(name: string): RecordingFormat | undefined {
  const ending = /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(recordingFormats, ending) ? (ending as RecordingFormat) : undefined
}

/**
 * Bytes that all recordings of a site may have together for a copy on a device to hold them: a reader who keeps the site
 * to read it asks for its texts, and is not to wait for films. See decision 102.
 */
const mostKept = 10_000_000

/** Whether a copy of the site on a device holds its recordings. @param sizes in bytes */
export const areKept = (sizes: readonly number[]): boolean => sizes.reduce((sum, bytes) => sum + bytes, 0) <= mostKept

/** A file of the folder `recordings/` as pages show it: a recording, or the words of one, paragraph by paragraph. */
export type RecordingFile =
  | { readonly kind: 'recording'; readonly format: RecordingFormat; readonly bytes: number }
  | { readonly kind: 'words'; readonly paragraphs: readonly SpokenParagraph[] }

/** What one voice says, without the other interrupting; who it is, where the file says so. */
export type SpokenParagraph = { readonly speaker?: string; readonly text: string }
