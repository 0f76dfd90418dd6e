import { type SourceFile, sourceFileSchema } from '../model/files/source-file.ts'
import type { ListedWork } from './listed-work.ts'

/** What the writer’s file says of a work, without what the program has added to it. */
export const fileOf = (source: ListedWork): SourceFile =>
  Object.fromEntries(Object.entries(source).filter(([field]) => field in sourceFileSchema.shape)) as SourceFile
