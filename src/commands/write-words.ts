import type { PartialCatalogue } from '../locales/catalogue.ts'
import { catalogueFor, catalogues } from '../locales/catalogues.ts'
import { english } from '../locales/english.ts'
import { missingWords, wordsFileSchema } from '../locales/words-file.ts'
import { readFiles, writeFiles } from '../manuscript/files.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import { splitTranslations } from '../manuscript/translations/split-translations.ts'
import { addWords, printWords } from '../manuscript/yaml/add-words.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { count } from '../model/counts.ts'
import { programCommand } from '../model/program-command.ts'

type Outcome = { readonly said?: string; readonly problem?: string }

/** The words of the program in a language, or in English where it does not speak it, as a file of them reads. */
export const showWords = (language = 'en'): string => printWords(catalogueFor(language) ?? english)

/**
 * Puts into a manuscript the words that the program lacks in a language, in English and to be translated:
 * `words/<language>.yaml`, for a translation in its folder. Of a file that is there, nothing is changed but that it gets what
 * it has not.
 *
 * @param asked the language; the series’ own unless given
 */
export async function writeWords(folder: string, asked?: string): Promise<Outcome> {
  const { original, translations } = splitTranslations(await readFiles(folder))
  const own = readManuscript(original).manuscript.series?.file.language
  const language = asked ?? own
  if (language === undefined) return { problem: 'series.yaml is missing or has mistakes, so nobody knows the language: name it.' }
  const translated = translations.find((one) => one.language === language)
  if (language !== own && !translated)
    return {
      problem: `Nothing is in “${language}”: the series is in “${own ?? 'en'}”. Write “language: ${language}” in series.yaml first, or begin the folder translations/${language}.`,
    }
  const path = `${translated ? `translations/${language}/` : ''}words/${language}.yaml`
  const there = [...original, ...(translated?.files ?? [])].find((file) => ('liesAt' in file ? file.liesAt : file.path) === path)
  const read = there && readYaml(there.text, wordsFileSchema(), { file: path, code: 'front-matter-invalid' }).value
  if (there?.text.trim() && !read) return { problem: `${path} has mistakes: “${programCommand('check')}” says where. Nothing was written.` }
  const missing = missingWords(language, read)
  if (missing.length === 0)
    return {
      said: there
        ? `${path} has a word for everything that the program says.`
        : `The program speaks “${language}” (${Object.keys(catalogues).join(', ')}). To have other words, write them into ${path}; “${programCommand('words', `--print ${language}`)}” shows its own.`,
    }
  const text = addWords(there?.text ?? '', englishOf(missing))
  const problems = await writeFiles(folder, [{ path, text }])
  if (problems.length > 0) return { problem: problems.join('\n') }
  return {
    said: `${path}: ${count(missing.length, 'message')} added, in English. Put each into “${language}”, and leave what stands in {…} as it is.`,
  }
}

/** @param keys as `part.contents` */
function englishOf(keys: readonly string[]): PartialCatalogue {
  const groups = Object.entries(english as PartialCatalogue).map(
    ([group, messages]) =>
      [group, Object.fromEntries(Object.entries(messages).filter(([name]) => keys.includes(`${group}.${name}`)))] as const,
  )
  return Object.fromEntries(groups.filter(([, messages]) => Object.keys(messages).length > 0))
}
