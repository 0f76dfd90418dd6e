import { z } from 'zod'
import { eventKinds } from '../files/event-file.ts'
import { relationTypes, termKinds } from '../files/term-file.ts'
import { idSchema, languageSchema } from '../ids.ts'
import { text } from '../text.ts'
import { neutralEvents, neutralTerms } from './neutral-kinds.ts'
import { neutralPlaces } from './neutral-places.ts'

/** Words in the language of the series, or in several. */
const wordsSchema = z.union([text, z.record(languageSchema, text)])

type InLanguages = z.infer<typeof wordsSchema>

/** The shapes by which events are told apart on the timeline. */
export const eventMarks = ['disc', 'square', 'triangle', 'diamond', 'cross', 'ring', 'box'] as const

const termKindSchema = z.strictObject({
  /** What one is called: “Lock”. */
  one: wordsSchema,
  /** What several are, as the heading of their list: “Locks”. */
  many: wordsSchema,
  /** True where their names are proper names, which a text should link. */
  named: z.boolean().optional(),
})

const eventKindSchema = z.strictObject({
  /** What such an event is called: “Accident or rescue”. */
  name: wordsSchema,
  /** Its shape on the timeline. */
  mark: z.enum(eventMarks).default('disc'),
})

const relationSchema = z.strictObject({
  /** What the entry that states it says: “Crosses”. */
  says: wordsSchema,
  /** What the other entry says: “Crossed by”. */
  inverse: wordsSchema,
  /** Kinds of terms that can state it; all unless given. */
  from: z.array(idSchema).min(1).optional(),
  /** Kinds of terms it can lead to; all unless given. */
  to: z.array(idSchema).min(1).optional(),
})

const placeKindSchema = z.strictObject({
  /** What one is called: “Lock”. */
  one: wordsSchema,
  /** What several are, in the key of the map: “Locks”. */
  many: wordsSchema,
  /** Its sign on the map. */
  mark: z.enum(eventMarks).default('disc'),
})

/** `content/vocabulary.yaml`: which kinds of things a series has, beside those of a preset. */
export const vocabularyFileSchema = z.strictObject({
  /** The kinds to begin with: `neutral`, for any subject, or `politics`. Those of version 0.1 had `politics`. */
  preset: z.enum(['neutral', 'politics']).optional(),
  /** Kinds of terms by their ids, in the order of the glossary. */
  terms: z.record(idSchema, termKindSchema).default({}),
  /** Kinds of events. */
  events: z.record(idSchema, eventKindSchema).default({}),
  /** Kinds of places, in the order of their list. */
  places: z.record(idSchema, placeKindSchema).default({}),
  /** Ways in which two terms can be related. */
  relations: z.record(idSchema, relationSchema).default({}),
})

export type VocabularyFile = z.infer<typeof vocabularyFileSchema>

type Kind<T> = Readonly<Record<string, T>>

/** The kinds that a series has; those of the politics preset have their words in the catalogues. */
export type Kinds = {
  readonly terms: readonly string[]
  readonly events: readonly string[]
  readonly relations: readonly string[]
  readonly places: readonly string[]
  /** Kinds of terms whose names are proper names. */
  readonly named: ReadonlySet<string>
  /** Which kinds a relation may join, where it is not all. */
  readonly joins: ReadonlyMap<string, { readonly from?: readonly string[] | undefined; readonly to?: readonly string[] | undefined }>
  /** Which kinds of its preset a relation joins as a rule; what is odd is told, and goes on. */
  readonly usual: ReadonlyMap<string, { readonly from: readonly string[]; readonly to: readonly string[] }>
  /** The words of kinds that no catalogue has, by its groups. */
  readonly words: Readonly<Record<string, Kind<string>>>
  /** The shapes of events, where the writer has chosen. */
  readonly marks: Kind<(typeof eventMarks)[number]>
  /** The words and signs of kinds of places. */
  readonly ofPlaces: Kind<PlaceKind>
}

/** What a kind of places is called, and its sign on the map. */
export type PlaceKind = { readonly one: string; readonly many: string; readonly mark: (typeof eventMarks)[number] }

/**
 * The kinds of a series.
 *
 * @param format of its files: those of version 0.1 say none and have the preset they were written with
 * @param language of the series, in which words are chosen where there are several
 */
export function kindsOf(file: VocabularyFile | undefined, format: number | undefined, language: string): Kinds {
  const preset = file?.preset ?? (format === undefined ? 'politics' : 'neutral')
  const neutral = preset === 'neutral'
  const terms = { ...(neutral && neutralTerms), ...file?.terms }
  const events = { ...(neutral && neutralEvents), ...file?.events }
  const relations = file?.relations ?? {}
  const places = { ...neutralPlaces, ...file?.places }
  const chosen = <T, K extends keyof T>(kinds: Readonly<Record<string, T>>, field: K) =>
    Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [id, inLanguage(kind[field] as InLanguages, language)]))
  return {
    terms: unique([...(neutral ? [] : termKinds), ...Object.keys(terms)]),
    events: unique([...(neutral ? [] : eventKinds), ...Object.keys(events)]),
    relations: unique([...relationTypes, ...Object.keys(relations)]),
    // Those of the writer’s own come first, in their order.
    places: unique([...Object.keys(file?.places ?? {}), ...Object.keys(places)]),
    named: new Set([...(neutral ? ['person', 'body'] : named), ...Object.keys(terms).filter((id) => terms[id]?.named)]),
    usual: new Map(neutral ? [] : Object.entries(usual).filter(([type]) => !Object.hasOwn(relations, type))),
    joins: new Map(Object.entries(relations).map(([id, { from, to }]) => [id, { from, to }])),
    words: {
      termKinds: chosen(terms, 'many'),
      termKindNames: chosen(terms, 'one'),
      eventKinds: chosen(events, 'name'),
      relations: chosen(relations, 'says'),
      inverseRelations: chosen(relations, 'inverse'),
    },
    ofPlaces: Object.fromEntries(
      Object.entries(places).map(([id, { one, many, mark }]) => [
        id,
        { one: inLanguage(one, language), many: inLanguage(many, language), mark },
      ]),
    ),
    marks: Object.fromEntries(Object.entries(events).map(([id, { mark }]) => [id, mark])),
  }
}

/** Kinds of the politics preset whose names are proper names. */
const named = ['party', 'faction', 'body', 'government', 'armed-force', 'person']

const groups = ['party', 'faction', 'body', 'government', 'armed-force']

/** What the relations of the politics preset join: who is led by a movement, or a member of a place, is told so wrongly. */
const usual: Readonly<Record<string, { readonly from: readonly string[]; readonly to: readonly string[] }>> = {
  'part-of': { from: [...groups, 'place', 'event'], to: [...groups, 'place', 'event'] },
  'split-from': { from: groups, to: groups },
  'merged-into': { from: groups, to: groups },
  'led-by': { from: [...groups, 'event'], to: ['person'] },
  'member-of': { from: [...groups, 'person'], to: groups },
  'allied-with': { from: [...groups, 'person'], to: [...groups, 'person'] },
  'author-of': { from: [...groups, 'person'], to: ['document', 'publication', 'concept'] },
  'seat-of': { from: ['place'], to: groups },
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** In the language itself, in one that is spoken elsewhere, in English, or in whichever there is. */
function inLanguage(words: InLanguages, language: string): string {
  if (typeof words === 'string') return words
  const plain = language.split('-')[0] ?? ''
  return words[language] ?? words[plain] ?? words.en ?? Object.values(words)[0] ?? ''
}
