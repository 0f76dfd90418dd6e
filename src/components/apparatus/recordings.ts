/// <reference types="astro/client" />
import { pictureName } from '../../model/picture-name.ts'

const files = import.meta.glob<string>('@manuscript/recordings/**/*.{flac,m4a,mp3,mp4,oga,ogg,opus,vtt,wav,webm}', {
  eager: true,
  query: '?url',
  import: 'default',
})
const folder = '/recordings/'

/** Where a file of the folder `recordings/` lies on the site, from its root, by its name there. */
export const addressOfRecording = (name: string): string | undefined =>
  Object.entries(files).find(([path]) => path.slice(path.indexOf(folder) + folder.length) === pictureName(name))?.[1]

/** What the render pass says of a recording, beside what the writer typed: where it stands, and the number it has. */
export type RecordingPlace = { document: string; id?: string; number?: string; anchor?: string; paragraph?: string; former?: string }
