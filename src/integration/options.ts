import { z } from 'zod'
import { suggest } from '../diagnostics/suggest.ts'
import { type Environment, readEnvironment } from '../environment.ts'
import { siteAddressSchema } from '../model/addresses.ts'
import { askedNames, type EditionName, editionNames } from '../model/edition-names.ts'

/** What each option takes, in the words of a message. */
const expected = {
  content: 'the path of the folder in which the manuscript lies',
  address: 'where the site will live, as https://example.org/series/',
  basePath: 'a path as /series/',
  offline: '“on” or “off”',
  drafts: '“on” or “off”',
  editions: `names with commas between them, of ${[...new Set(['web', ...editionNames, 'zip', 'all'])].join(', ')}`,
  translation: 'the name of a folder in “translations”, such as “de”',
  verbose: '“on” or “off”',
} as const

/** A path, however many slashes it begins with, as one with a slash at both ends. */
const pathSchema = z
  .string()
  .transform((path) => `https://site.invalid/${path.replace(/^\/+/u, '')}`)
  .refine((address) => siteAddressSchema.safeParse(address).success, expected.basePath)
  .transform((address) => new URL(address).pathname.replace(/\/?$/u, '/'))

const isAskedName = (name: string): name is keyof typeof askedNames => name in askedNames

/** “web, epub” as a list of what is made besides the site. */
const editionsSchema = z
  .union([z.string().transform((names) => names.split(',')), z.array(z.string())])
  .transform((names) => names.map((name) => name.trim()))
  .refine((names) => names.every((name) => isAskedName(name) || editionNames.some((one) => one === name)), expected.editions)
  .transform((names): readonly EditionName[] => {
    const asked = new Set<string>(names.flatMap((name) => (isAskedName(name) ? askedNames[name] : [name])))
    return editionNames.filter((name) => asked.has(name))
  })

const optionsSchema = z.strictObject({
  /** Folder of the manuscript, from the root of the project; `content` unless this or `PAMPHLET_CONTENT` says otherwise. */
  content: z.string().min(1, expected.content).optional(),
  /** Where the site will live, as https://example.org/series/; unless given, `SITE_URL` or `address:` in `series.yaml`. */
  address: siteAddressSchema.optional(),
  /** The path at which it will live, in place of the one in the address; unless given, `BASE_PATH`. */
  basePath: pathSchema.optional(),
  /** Whether readers may keep the site on their devices; `off` takes it from all of them. Unless given, `PAMPHLET_OFFLINE`, or `on`. */
  offline: z.enum(['on', 'off'], expected.offline).default('on'),
  /** Whether parts that are not to be published yet are shown, as `astro dev` shows them; unless given, `PAMPHLET_DRAFTS`, or `off`. */
  drafts: z.enum(['on', 'off'], expected.drafts).default('off'),
  /**
   * What is made besides the site, “web” alone for nothing; unless given, `PAMPHLET_EDITIONS`, or `editions:` in
   * `series.yaml`, or all.
   */
  editions: editionsSchema.optional(),
  /**
   * The language, of those in `translations`, that the site is in; unless given, `PAMPHLET_TRANSLATION`, or the original’s
   * and all of them.
   */
  translation: z.string().min(1, expected.translation).optional(),
  /** Whether a build says all it does and what it costs; unless given, `PAMPHLET_VERBOSE`, or `off`. */
  verbose: z.enum(['on', 'off'], expected.verbose).default('off'),
})

export type PamphletOptions = z.input<typeof optionsSchema>

/**
 * The options as they count, and `content` with the one who said it, since a path in the environment begins where the
 * command was given.
 */
export type Options = z.output<typeof optionsSchema> & { readonly isContentOfEnvironment: boolean }

/** The variable of the environment that is an option’s default. */
const variables = {
  content: 'PAMPHLET_CONTENT',
  address: 'SITE_URL',
  basePath: 'BASE_PATH',
  offline: 'PAMPHLET_OFFLINE',
  drafts: 'PAMPHLET_DRAFTS',
  editions: 'PAMPHLET_EDITIONS',
  translation: 'PAMPHLET_TRANSLATION',
  verbose: 'PAMPHLET_VERBOSE',
} as const

type Name = keyof typeof variables
const optionNames = Object.keys(variables) as Name[]

/** Settings that cannot be used: its message, a sentence for each, is all there is to say. */
export class SettingError extends Error {
  override readonly name = 'SettingError'

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    // Where in our code it was thrown tells nobody anything.
    this.stack = this.message
  }
}

/**
 * The options of `pamphlet()`, with what the environment says in place of those that are not given.
 *
 * @throws {SettingError} with every one that cannot be used
 */
export function readOptions(options: unknown = {}, environment: Environment = readEnvironment()): Options {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new SettingError([`pamphlet() takes an object of options, as pamphlet({ content: 'content' }), and was given ${quote(options)}.`])
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const defaults = Object.fromEntries(
    optionNames.flatMap((name) => (environment[variables[name]] === undefined ? [] : [[name, environment[variables[name]]]])),
  )
  const verdict = optionsSchema.safeParse({ ...defaults, ...given })
  if (verdict.success) return { ...verdict.data, isContentOfEnvironment: given.content === undefined }
  throw new SettingError(verdict.error.issues.flatMap((issue) => sentencesOn(issue, given, defaults)))
}

function sentencesOn(
  issue: z.core.$ZodIssue,
  given: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const nearest = suggest(key, optionNames)
      const advice = nearest ? `Did you mean “${nearest}”?` : `It has these: ${optionNames.join(', ')}.`
      return `pamphlet() has no option “${key}”. ${advice}`
    })
  }
  const name = optionNames.find((one) => one === issue.path[0])
  if (!name) return [issue.message]
  const who = name in given ? `The option “${name}” of pamphlet()` : `The setting ${variables[name]}`
  return [
    `${who} is ${quote(given[name] ?? defaults[name])}. Expected: ${/^invalid_(?:type|union)$/u.test(issue.code) ? expected[name] : issue.message}.`,
  ]
}

const quote = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? String(value)))
