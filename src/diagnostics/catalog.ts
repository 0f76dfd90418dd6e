/** How bad a mistake is: an error stops the build, a warning is printed and fails `npm run check`. */
export type Severity = 'error' | 'warning'

type Entry<P> = {
  readonly severity: Severity
  /** What is wrong, in one sentence. */
  readonly says: (params: P) => string
  /** What to do about it. */
  readonly remedy: (params: P) => string
}

const entry = <P>(severity: Severity, says: Entry<P>['says'], remedy: Entry<P>['remedy']): Entry<P> => ({ severity, says, remedy })

const didYouMean = (nearest: string | undefined, otherwise: string) => (nearest ? `Did you mean “${nearest}”?` : otherwise)

/** Every mistake the program can find, by its permanent code. The words stand here and nowhere else. */
export const catalog = {
  'note-unknown': entry<{ note: string; nearest?: string; definedOn?: number }>(
    'error',
    ({ note }) => `The text refers to the note “${note}”, but no note has that id.`,
    ({ note, nearest, definedOn }) =>
      nearest
        ? `Did you mean “${nearest}”, defined on line ${definedOn}?`
        : `Write the note at the end of the file: “[^${note}]: …”, or take the reference away.`,
  ),
  'note-duplicate': entry<{ note: string; first: string }>(
    'error',
    ({ note, first }) => `The note id “${note}” is taken: it is defined in ${first}.`,
    () => 'Give one of the two another id, here and where the text refers to it. Note ids are unique over the whole series.',
  ),
  'note-unused': entry<{ note: string }>(
    'error',
    ({ note }) => `No place in the text refers to the note “${note}”.`,
    ({ note }) => `Put “[^${note}]” where the note belongs, or take the note away.`,
  ),
  'note-empty': entry<{ note: string }>(
    'error',
    ({ note }) => `The note “${note}” has no text.`,
    () => 'Write the note, or take it and its references away.',
  ),
  'note-misplaced': entry<object>(
    'error',
    () => 'Notes belong to parts; this file is not a part.',
    () => 'Say it in the text, and cite with <Source id="…"/>.',
  ),
  'note-id-invalid': entry<{ note: string }>(
    'error',
    ({ note }) => `“${note}” cannot be the id of a note, since it becomes part of a web address.`,
    () => 'Use words in lower-case letters, joined by hyphens: “[^death-penalty-vote]”.',
  ),
  'note-too-long': entry<{ note: string; characters: number }>(
    'warning',
    ({ note, characters }) => `The note “${note}” has ${characters} characters; more than 2,400 are hard to read beside the text.`,
    () => 'Shorten it, or make two notes of it.',
  ),
  'source-unknown': entry<{ source: string; nearest?: string }>(
    'error',
    ({ source }) => `There is no source “${source}”.`,
    ({ source, nearest }) => didYouMean(nearest, `Add the file sources/${source}.yaml, or use the id of a source that exists.`),
  ),
  'source-unused': entry<{ source: string }>(
    'warning',
    ({ source }) => `Nothing cites the source “${source}”.`,
    () => 'Cite it, add “further-reading: true”, or take the file away.',
  ),
  'term-unknown': entry<{ term: string; nearest?: string }>(
    'error',
    ({ term }) => `There is no term “${term}” in the glossary.`,
    ({ term, nearest }) => didYouMean(nearest, `Add the file glossary/${term}.mdx, or use the id of a term that exists.`),
  ),
  'term-unused': entry<{ term: string }>(
    'warning',
    ({ term }) => `Nothing leads to the term “${term}”: no text mentions it, and no other entry, event or place is related to it.`,
    ({ term }) => `Mention it with <Term id="${term}"/>, relate it to another term, or take the file away.`,
  ),
  'term-duplicate-alias': entry<{ name: string; other: string }>(
    'error',
    ({ name, other }) => `“${name}” already names the term “${other}”, so a reader who looks for it finds two entries.`,
    () => 'Take it away from one of the two entries.',
  ),
  'relation-unknown': entry<{ term: string; nearest?: string }>(
    'error',
    ({ term }) => `The relation points to “${term}”, but the glossary has no such term.`,
    ({ term, nearest }) => didYouMean(nearest, `Add the file glossary/${term}.mdx, or take the relation away.`),
  ),
  'relation-duplicate': entry<{ term: string; type: string }>(
    'error',
    ({ term, type }) => `The relation “${type}” with “${term}” is already stated in that entry; the inverse is derived.`,
    () => 'Take one of the two away.',
  ),
  'relation-cycle': entry<{ chain: string }>(
    'error',
    ({ chain }) => `Nothing can be a part of itself, but these entries say so: ${chain}.`,
    () => 'Take one of these “part-of” relations away.',
  ),
  'date-invalid': entry<{ date: string }>(
    'error',
    ({ date }) => `“${date}” is not a date of the calendar.`,
    () => 'Write year, month and day as 1917-10-25.',
  ),
  'date-calendar-mismatch': entry<{ julian: string; gregorian: string; expected: string }>(
    'error',
    ({ julian, gregorian, expected }) => `${julian} old style is ${expected} new style, not ${gregorian}.`,
    ({ expected }) => `Write gregorian ${expected}, or correct the old-style date.`,
  ),
  'date-after-reform': entry<{ julian: string; reform: string }>(
    'error',
    ({ julian, reform }) => `${julian} cannot be an old-style date: the new calendar holds from ${reform}.`,
    () => 'Give the date as “gregorian”.',
  ),
  'component-unknown': entry<{ component: string; nearest?: string; known: string }>(
    'error',
    ({ component }) => `There is no component <${component}>.`,
    ({ nearest, known }) => didYouMean(nearest && `<${nearest}>`, `The components are ${known}.`),
  ),
  'prop-unknown': entry<{ component: string; prop: string; nearest?: string; known: string }>(
    'error',
    ({ component, prop }) => `<${component}> has no property “${prop}”.`,
    ({ nearest, known }) => didYouMean(nearest, `Its properties are ${known}.`),
  ),
  'prop-invalid': entry<{ component: string; prop: string; expected: string }>(
    'error',
    ({ component, prop }) => `The property “${prop}” of <${component}> is missing or has a wrong value.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'heading-duplicate-id': entry<{ id: string; line: number }>(
    'error',
    ({ id, line }) => `The heading on line ${line} already has the id “${id}”.`,
    () => 'Give this heading an id of its own: “## Heading [#another-id]”.',
  ),
  'heading-id-invalid': entry<{ id: string }>(
    'error',
    ({ id }) => `“${id}” cannot be the id of a heading, since it becomes part of a web address.`,
    () => 'Use words in lower-case letters, joined by hyphens: “[#the-first-vote]”.',
  ),
  'heading-level-skipped': entry<{ level: number; expected: number }>(
    'error',
    ({ level, expected }) => `This heading is of level ${level}, where ${expected} would follow.`,
    ({ expected }) => `Begin it with ${'#'.repeat(expected)}. The title of the page is the only heading of level 1.`,
  ),
  'link-broken': entry<{ link: string; nearest?: string }>(
    'error',
    ({ link }) => `The link leads to “${link}”, which does not exist on this site.`,
    ({ nearest }) => didYouMean(nearest, 'Correct the address, or take the link away.'),
  ),
  'image-missing': entry<{ image: string; nearest?: string }>(
    'error',
    ({ image }) => `There is no picture “${image}” in the folder pictures.`,
    ({ nearest }) => didYouMean(nearest, 'Put the file there, or correct its name.'),
  ),
  'image-without-alt': entry<{ image: string }>(
    'error',
    ({ image }) => `The picture “${image}” cannot have a description and a caption in this form.`,
    ({ image }) => `Use <Figure src="${image}" alt="what it shows">caption</Figure>.`,
  ),
  'chart-unknown': entry<{ chart: string; nearest?: string }>(
    'error',
    ({ chart }) => `There is no chart “${chart}”.`,
    ({ chart, nearest }) => didYouMean(nearest, `Add the file charts/${chart}.yaml, or use the id of a chart that exists.`),
  ),
  'place-unknown': entry<{ place: string; nearest?: string }>(
    'error',
    ({ place }) => `There is no place “${place}” in places.yaml.`,
    ({ nearest }) => didYouMean(nearest, 'Add it there, or use the id of a place that exists.'),
  ),
  'part-unlisted': entry<{ part: string }>(
    'error',
    ({ part }) => `The part “${part}” is not in the list “parts” of series.yaml.`,
    () => 'Add it to the list, or take the file away.',
  ),
  'part-missing': entry<{ part: string; nearest?: string }>(
    'error',
    ({ part }) => `The list “parts” names “${part}”, but there is no file parts/${part}.mdx.`,
    ({ nearest }) => didYouMean(nearest, 'Write the file, or take the name off the list.'),
  ),
  'part-name-reserved': entry<{ part: string }>(
    'error',
    ({ part }) => `A part cannot be called “${part}”: the site has a page of its own at /${part}/.`,
    () => 'Rename the file.',
  ),
  'file-missing': entry<{ file: string }>(
    'error',
    ({ file }) => `The manuscript has no file ${file}.`,
    () => 'Every series needs one. The README says what stands in it.',
  ),
  'file-name-invalid': entry<{ name: string }>(
    'error',
    ({ name }) => `“${name}” cannot be a file name here, since it becomes an id and part of a web address.`,
    () => 'Use lower-case letters, digits and single hyphens.',
  ),
  'source-invalid': entry<{ field: string; expected: string }>(
    'error',
    ({ field }) => `The field “${field}” of this source is missing, unknown or has a wrong value.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'front-matter-invalid': entry<{ field: string; expected: string }>(
    'error',
    ({ field }) => `The field “${field}” is missing, unknown or has a wrong value.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'yaml-syntax': entry<{ reason: string }>(
    'error',
    ({ reason }) => `This is not YAML: ${reason}`,
    () => 'Look for a missing quotation mark, a colon inside a text without quotation marks, or a wrong indentation.',
  ),
  'mdx-syntax': entry<{ reason: string }>(
    'error',
    ({ reason }) => `This is not MDX: ${reason}`,
    () => 'Look for a tag that is not closed, or a “<” or “{” in the text; write them as \\< and \\{.',
  ),
  'nesting-too-deep': entry<object>(
    'error',
    () => 'Too many things stand inside one another here.',
    () => 'Look for a tag or bracket that is repeated and never closed; take some of the levels away.',
  ),
  'text-too-long': entry<{ what: string; most: number }>(
    'error',
    ({ what, most }) => `A text cannot have more than ${most.toLocaleString('en-GB')} ${what}.`,
    () => 'Divide it into several parts, or take out what does not belong here.',
  ),
  'file-not-text': entry<object>(
    'error',
    () => 'This file is not text in UTF-8, or was damaged: something here is no character.',
    () => 'Save it from your editor as “UTF-8”; if it was damaged, take the last good copy.',
  ),
  'character-invisible': entry<{ character: string }>(
    'error',
    ({ character }) => `A character that nobody can see stands here (${character}); it can hide or turn round what stands beside it.`,
    () => 'Delete it, or delete the word and type it anew. Words in another script need no such mark: <Foreign lang="he">…</Foreign>.',
  ),
  'file-unread': entry<{ file: string; nearest?: string }>(
    'warning',
    ({ file }) => `Nothing reads the file “${file}”: its folder or its ending is none that the series knows.`,
    ({ nearest }) =>
      didYouMean(nearest, 'Texts end in .mdx, all else in .yaml, pictures lie in pictures/. Move or rename it, or take it out of the manuscript.'),
  ),
  'quote-straight': entry<{ found: string }>(
    'warning',
    ({ found }) => `This is a typewriter’s quotation mark or apostrophe: ${found}`,
    () => 'Write “ and ” around what is quoted, and ’ for the apostrophe.',
  ),
  'space-double': entry<object>(
    'warning',
    () => 'Two spaces stand where one belongs.',
    () => 'Take one away.',
  ),
  'hyphen-as-dash': entry<object>(
    'warning',
    () => 'A hyphen stands where a dash belongs.',
    () => 'Write “ – ” between words and “–” between numbers.',
  ),
  ibid: entry<{ found: string }>(
    'warning',
    ({ found }) => `“${found}” means nothing in a note that is read alone.`,
    () => 'Cite the work again with <Source id="…"/>; it is shortened by itself.',
  ),
  'date-unmarked': entry<{ found: string }>(
    'warning',
    ({ found }) => `“${found}” is a date, but only in words: it has no calendar and cannot be found by its day.`,
    () => 'Write <CalendarDate julian="1917-10-25"/> or <CalendarDate gregorian="1918-03-03"/> with the date meant.',
  ),
  'quotation-long': entry<{ words: number; most: number }>(
    'warning',
    ({ words, most }) => `The quotation has ${words} words; more than ${most} are no longer a short quotation.`,
    () => 'Shorten it, or tell in your own words what it says.',
  ),
  'quotation-without-source': entry<object>(
    'warning',
    () => 'The quotation does not say where it comes from.',
    () => 'Use <Quotation source="…" locator="…">…</Quotation>.',
  ),
  'term-unlinked': entry<{ name: string; term: string }>(
    'warning',
    ({ name }) => `“${name}” is first named in this section here, without a link to the glossary.`,
    ({ name, term }) => `Write <Term id="${term}">${name}</Term>.`,
  ),
  'fact-uncertain': entry<{ what: string }>(
    'warning',
    ({ what }) => `${what} is marked “confidence: low”.`,
    () => 'Check it against a source, or take it out.',
  ),
  'html-unsafe': entry<{ what: string }>(
    'error',
    ({ what }) => `${what} cannot stand in a text: the text must also print, be searched and become an e-book.`,
    () => 'Use Markdown and the components of the series.',
  ),
} as const

export type Code = keyof typeof catalog

/** What a message of this code needs to be told. */
export type ParamsOf<C extends Code> = Parameters<(typeof catalog)[C]['says']>[0]
