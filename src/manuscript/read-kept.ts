import type { z } from 'zod'
import { keep, keyOf } from '../kept-results.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { TextTree } from './parse.ts'
import { type DocumentRole, type ReadDocument, readDocument, readFrontMatter } from './read-document.ts'
import type { Survey } from './survey/survey.ts'
import { type ReadYaml, readYaml } from './yaml/yaml.ts'

/** What was read of a text. Its tree is there for who asks, which is parsed then where the rest was kept from another build. */
export type KeptDocument<F> = Omit<ReadDocument<F>, 'surveyed'> & {
  /** Stands for all that it was read from. */
  readonly key: string
  readonly treeOf?: () => TextTree
  /** The survey of its tree, where that is in memory: nothing is parsed for who asks. */
  readonly surveyAtHand: () => Survey | undefined
}

/**
 * Reads one MDX file of the manuscript, or takes what was read of the same text before. See decision 59.
 *
 * @param schema of the front matter, the same for all documents of a kind
 */
export function readKept<F>(file: ManuscriptFile, about: DocumentRole, schema: z.ZodType<F>): KeptDocument<F> {
  let read: ReadDocument<F> | undefined
  const readNow = () => {
    read ??= readDocument(file, about, schema)
    return read
  }
  const { kind, id, ledger, language } = about
  const key = keyOf([file.path, file.text, kind, id, language, asText(ledger)])
  const { isParsed, ...kept } = keep('reading', [key], () => {
    const { facts, frontMatter, heading, diagnostics, surveyed } = readNow()
    return {
      ...(facts && { facts }),
      ...(frontMatter !== undefined && { frontMatter }),
      ...(heading !== undefined && { heading }),
      diagnostics,
      isParsed: surveyed !== undefined,
    }
  })
  const treeOf = () => {
    const { surveyed } = readNow()
    if (!surveyed) throw new Error(`${file.path} has no tree, though it had one when it was read before.`)
    return surveyed.tree
  }
  const front = read?.locate
  return {
    ...kept,
    key,
    locate: front ?? ((path) => readFrontMatter(file, schema).locate(path)),
    surveyAtHand: () => read?.surveyed,
    ...(isParsed && { treeOf }),
  }
}

const asText = ({ recorded, taken, moved, sections, references }: DocumentRole['ledger']) =>
  JSON.stringify([recorded, taken, [...moved], [...sections], [...references]])

/** Reads a file of data, or takes what was read of the same text before. @param schema the same for all files of a kind */
export function readKeptData<T>(
  { path, text }: ManuscriptFile,
  schema: z.ZodType<T>,
  code: Parameters<typeof readYaml>[2]['code'],
): ReadYaml<T> {
  let read: ReadYaml<T> | undefined
  const readNow = () => {
    read ??= readYaml(text, schema, { file: path, code })
    return read
  }
  const kept = keep('data', [path, text, code], () => {
    const { value, diagnostics } = readNow()
    return { ...(value !== undefined && { value }), diagnostics }
  })
  return { ...kept, locate: (field) => readNow().locate(field) }
}
