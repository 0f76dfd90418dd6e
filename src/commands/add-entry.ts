import { asId } from '../manuscript/as-id.ts'
import { readFiles, writeFiles } from '../manuscript/files.ts'
import { placesPath, readManuscript, seriesPath, timelinePath } from '../manuscript/read-manuscript.ts'
import { setFields, writeYaml } from '../manuscript/yaml/edit-yaml.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { seriesFileSchema } from '../model/files/series-file.ts'
import { fileIdSchema } from '../model/ids.ts'
import { isLanguageName, isOwnPage } from '../model/page-ids.ts'
import { programCommand } from '../model/program-command.ts'
import type { EntryKind } from './entry-kinds.ts'

type Options = Readonly<Partial<Record<'id' | 'kind' | 'date' | 'at' | 'author' | 'year' | 'type', string>>>
type Outcome = { readonly said?: string; readonly problem?: string }

/**
 * Adds a file to a manuscript, or an entry to one of its lists, with the fields it needs and words to write over.
 * Nothing that is there is changed.
 */
export async function addEntry(folder: string, kind: EntryKind, title: string, options: Options): Promise<Outcome> {
  const files = await readFiles(folder)
  if (!files.some(({ path }) => path === seriesPath))
    return {
      problem: `There is no series in ${folder}: it has no series.yaml. Begin one with “pamphlet new”, or say where it is with --content.`,
    }
  const id = options.id ?? asId(title)
  if (!fileIdSchema.safeParse(id).success)
    return { problem: `No id can be made of “${title}”. Give it one of lower-case letters, digits and hyphens: --id the-lock.` }
  const made = makers[kind](id, title, options, files)
  if ('problem' in made) return made
  const problems = await writeFiles(folder, made.written)
  return problems.length > 0 ? { problem: problems.join('\n') } : { said: made.said }
}

type Made = { readonly written: readonly ManuscriptFile[]; readonly said: string } | { readonly problem: string }
type Maker = (id: string, title: string, options: Options, files: readonly ManuscriptFile[]) => Made

const makers: Readonly<Record<EntryKind, Maker>> = {
  part: (id, title, _, files) => {
    if (isOwnPage(id) || isLanguageName(id))
      return { problem: `The site has a page /${id}/ of its own. Give the part another name: --id the-${id}.` }
    const series = files.find(({ path }) => path === seriesPath) as ManuscriptFile
    const listed = readYaml(series.text, seriesFileSchema, { file: seriesPath, code: 'front-matter-invalid' }).value?.parts
    const list = listed && {
      path: seriesPath,
      text: setFields(series.text, { parts: [...listed, id] }, Object.keys(seriesFileSchema.shape)),
    }
    const made = newFile(
      `parts/${id}.mdx`,
      `---\n${writeYaml({ title, draft: true })}---\n\nThe first paragraph.\n`,
      files,
      `It is a draft: “${programCommand('dev')}” shows it. Take “draft: true” out of it when it is finished.`,
    )
    return 'problem' in made || !list ? made : { ...made, written: [...made.written, list] }
  },
  term: (id, title, { kind }, files) => {
    const chosen = chooseKind('terms', kind, ['idea', 'concept'], files)
    if ('problem' in chosen) return chosen
    const text = `---\n${writeYaml({ name: title, kind: chosen.kind })}---\n\nWhat it is, in a sentence or two.\n`
    return newFile(`glossary/${id}.mdx`, text, files, `Mention it in a text: <Term id="${id}"/>`)
  },
  source: (id, title, { author, year, type = 'book' }, files) => {
    const [, family, given] = /^([^,]+),\s*([^,]+)$/u.exec(author ?? '') ?? []
    const name = family && given ? { family, given } : author && { literal: author }
    const text = writeYaml({ type, title, ...(name && { author: [name] }), ...(year && { issued: year }) })
    return newFile(`sources/${id}.yaml`, text, files, `Cite it in a text or a note: <Source id="${id}" locator="p. 12"/>`)
  },
  event: (id, title, { date, kind }, files) => {
    if (!date) return { problem: `An event has a day, a month or a year: pamphlet add event "${title}" --date 1826-05-01` }
    const chosen = chooseKind('events', kind, ['event', 'organisation'], files)
    if ('problem' in chosen) return chosen
    const fields = { id, gregorian: date, title, text: 'What happened, in one to three sentences.', kind: chosen.kind }
    return entryIn(timelinePath, fields, files)
  },
  place: (id, title, { at }, files) => {
    const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/u.exec(at ?? '') ?? []
    if (!latitude || !longitude) return { problem: `A place has degrees north and east: pamphlet add place "${title}" --at 53.47,-2.35` }
    const place = {
      id,
      name: title,
      latitude: Number(latitude),
      longitude: Number(longitude),
      tolerance: 100,
      text: 'What it was, and what happened there.',
    }
    return entryIn(placesPath, place, files)
  },
}

/** The kind that was asked for, if the series has it, or the first of those proposed that it has. */
function chooseKind(
  of: 'terms' | 'events',
  asked: string | undefined,
  proposed: readonly string[],
  files: readonly ManuscriptFile[],
): { readonly kind: string } | { readonly problem: string } {
  const known = readManuscript(files).manuscript.kinds[of]
  const kind = asked ?? proposed.find((one) => known.includes(one)) ?? known[0] ?? ''
  return known.includes(kind) ? { kind } : { problem: `The series has no kind of ${of} “${kind}”. It has ${known.join(', ')}.` }
}

function newFile(path: string, text: string, files: readonly ManuscriptFile[], next: string): Made {
  if (files.some((file) => file.path.toLowerCase() === path))
    return { problem: `${path} is there already, and stays as it is. Give the new one another name with --id.` }
  return { written: [{ path, text }], said: `${path} is written. ${next}` }
}

/** An entry at the end of a list, which is begun where it is not there. */
function entryIn(
  path: string,
  fields: Readonly<Record<string, unknown>> & { readonly id: string },
  files: readonly ManuscriptFile[],
): Made {
  const before = files.find((file) => file.path === path)?.text ?? ''
  if (new RegExp(`^-? +id: ['"]?${fields.id}['"]?\\s*$`, 'mu').test(before))
    return { problem: `${path} has an entry “${fields.id}” already. Give the new one another id with --id.` }
  const entry = writeYaml(fields)
    .trimEnd()
    .split('\n')
    .map((line, i) => `${i === 0 ? '- ' : '  '}${line}`)
    .join('\n')
  const kept = before.trim() === '' || before.trim() === '[]' ? '' : `${before.trimEnd()}\n\n`
  return { written: [{ path, text: `${kept}${entry}\n` }], said: `${path} has the entry “${fields.id}” at its end. Write over its words.` }
}
