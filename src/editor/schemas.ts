import { z } from 'zod'
import { chartFileSchema } from '../model/files/chart-file.ts'
import { timelineFileSchema } from '../model/files/event-file.ts'
import { mapFileSchema, placesFileSchema } from '../model/files/place-file.ts'
import { pageFileSchema, partFileSchema, seriesFileSchema } from '../model/files/series-file.ts'
import { sourceFileSchema } from '../model/files/source-file.ts'
import { termFileSchema } from '../model/files/term-file.ts'
import { vocabularyFileSchema } from '../model/kinds/kinds.ts'
import { describe, type JsonSchema } from './describe.ts'

/** The files of a manuscript that editors check: the schema, the module and name it has in the model, and which files it is for. */
const files = {
  series: { schema: seriesFileSchema, module: 'files/series-file', name: 'seriesFileSchema', for: ['series.yaml'] },
  source: { schema: sourceFileSchema, module: 'files/source-file', name: 'sourceFileSchema', for: ['sources/*.yaml'] },
  timeline: { schema: timelineFileSchema, module: 'files/event-file', name: 'timelineFileSchema', for: ['timeline.yaml'] },
  places: { schema: placesFileSchema, module: 'files/place-file', name: 'placesFileSchema', for: ['places.yaml'] },
  map: { schema: mapFileSchema, module: 'files/place-file', name: 'mapFileSchema', for: ['map.yaml'] },
  vocabulary: { schema: vocabularyFileSchema, module: 'kinds/kinds', name: 'vocabularyFileSchema', for: ['vocabulary.yaml'] },
  chart: { schema: chartFileSchema, module: 'files/chart-file', name: 'chartFileSchema', for: ['charts/*.yaml'] },
  // Front matter: editors that know YAML in MDX can be told to use these.
  term: { schema: termFileSchema, module: 'files/term-file', name: 'termFileSchema', for: [] },
  part: { schema: partFileSchema, module: 'files/series-file', name: 'partFileSchema', for: [] },
  page: { schema: pageFileSchema, module: 'files/series-file', name: 'pageFileSchema', for: [] },
} as const

/**
 * The files in `.vscode/`, by name: a JSON Schema (draft 2020-12) for each kind of file, its fields described as in the
 * model, and which files it is for.
 */
export function editorFiles(): ReadonlyMap<string, string> {
  const schemas = Object.entries(files).map(([kind, { schema, module, name }]) => {
    const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', cycles: 'ref' }) as JsonSchema
    return [`schemas/${kind}.json`, print(describe(written, module, name))] as const
  })
  const settings = {
    'yaml.schemas': Object.fromEntries(
      Object.entries(files).flatMap(([kind, { for: paths }]) =>
        paths.length === 0 ? [] : [[`./.vscode/schemas/${kind}.json`, paths.map((path) => `content/${path}`)]],
      ),
    ),
    'mdx.server.enable': true,
    'files.eol': '\n',
    'files.encoding': 'utf8',
    'editor.unicodeHighlight.invisibleCharacters': true,
  }
  return new Map([...schemas, ['settings.json', print(settings)]])
}

const print = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
