import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HandedFaces } from '../editions/own-book-faces.ts'
import { renderFolder } from '../manuscript/files.ts'
import { pictureName } from '../model/picture-name.ts'
import type { Settings } from './settings.ts'
import { shelf } from './shelf.ts'

/** The families of the writer’s own, with their files as they lie ready. */
export const handedFaces = (settings: Settings, command: 'build' | 'dev' = 'build'): HandedFaces => ({
  faces: shelf.faces ?? [],
  read: (path) => readFile(join(renderFolder(settings, command), pictureName(path))),
})
