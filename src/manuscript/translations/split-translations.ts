import type { ManuscriptFile } from '../../model/facts.ts'

/** The files in the folder of one language, at the paths of what they translate, each with the path it lies at. */
export type TranslatedFile = ManuscriptFile & { readonly liesAt: string }

/** A manuscript without what is in other languages, and that by the name of its folder, in the order of the names. */
export type Languages = {
  readonly original: readonly ManuscriptFile[]
  readonly translations: readonly { readonly language: string; readonly files: readonly TranslatedFile[] }[]
}

/** Sets apart what lies in `translations/<language>/`. See decision 120. */
export function splitTranslations(files: readonly ManuscriptFile[]): Languages {
  const found = new Map<string, TranslatedFile[]>()
  const original = files.filter((file) => {
    const [, language, path] = /^translations\/([^/]+)\/(.+)$/u.exec(file.path) ?? []
    // What cannot be read is told of the manuscript as a whole.
    if (language === undefined || path === undefined || file.fault) return true
    found.set(language, [...(found.get(language) ?? []), { ...file, path, liesAt: file.path }])
    return false
  })
  const inOrder = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  return { original, translations: inOrder.map(([language, translated]) => ({ language, files: translated })) }
}

/** Where what a translation follows is recorded, in the folder of its language. */
export const followsPath = 'follows.json'
