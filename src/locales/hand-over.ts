import type { Message, PluralKey, TextKey } from './catalogue.ts'
import { english } from './english.ts'
import type { Words } from './words.ts'

/** The elements whose code says something, with the group of messages that the page hands to each. */
export type Hosts = {
  'preview-cards': 'cards'
  'margin-notes': 'marginNotes'
  'passage-tools': 'passages'
  'reader-keys': 'keys'
  'read-aloud': 'listening'
  'large-drawings': 'large'
  'own-notes': 'ownNotes'
  'my-notes': 'ownList'
  'copy-citations': 'copying'
  'continue-reading': 'reading'
  'reader-choices': 'forgetting'
  'keep-offline': 'keeping'
  'newer-edition': 'newer'
  'site-search': 'search'
  'search-languages': 'searchLanguages'
}

/**
 * The messages of a group as attributes of the element whose code says them, `data-say-copied`; of a message with
 * forms for numbers each form.
 */
export const handOver = (words: Words, group: Hosts[keyof Hosts]): Record<string, string> =>
  Object.fromEntries(
    Object.keys(english[group]).flatMap((name) => attributesOf(name, words.message(`${group}.${name}` as TextKey | PluralKey))),
  )

/** One message as such attributes. */
export const attributesOf = (name: string, message: Message): [string, string][] =>
  typeof message === 'string'
    ? [[`data-say-${name.toLowerCase()}`, message]]
    : Object.entries(message).map(([form, text]) => [`data-say-${name.toLowerCase()}-${form}`, text])
