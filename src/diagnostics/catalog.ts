import { type Dialect, sayDialect, sayHere } from './dialects.ts'
import { type Instead, sayInstead } from './instead.ts'

/** How bad a mistake is: an error stops the build, a warning is printed and fails `npm run check`. */
export type Severity = 'error' | 'warning'

type Entry<P> = {
  readonly severity: Severity
  /** What holds in every manuscript, in one sentence: for the list of messages. */
  readonly rule: string
  /** What is wrong, in one sentence. */
  readonly says: (params: P) => string
  /** What to do about it. */
  readonly remedy: (params: P) => string
}

const entry = <P>(severity: Severity, rule: string, says: Entry<P>['says'], remedy: Entry<P>['remedy']): Entry<P> => ({ severity, rule, says, remedy })

/** A line of the ledger as the writer adds it. */
const retiredLine = (address: string, fate: object) => `${JSON.stringify(address)}: ${JSON.stringify(fate)}`

const linkNames = { link: 'a link', note: 'a note', term: 'a term', source: 'a source' } as const

const didYouMean = (nearest: string | undefined, otherwise: string) => (nearest ? `Did you mean “${nearest}”?` : otherwise)

/** Every mistake the program can find, by its permanent code. The words stand here and nowhere else. */
export const catalog = {
  'note-unknown': entry<{ note: string; nearest?: string; definedOn?: number }>(
    'error',
    'Every “[^id]” in a text has its note at the end of the file.',
    ({ note }) => `The text refers to the note “${note}”, but no note has that id.`,
    ({ note, nearest, definedOn }) =>
      nearest
        ? `Did you mean “${nearest}”, defined on line ${definedOn}?`
        : `Write the note at the end of the file: “[^${note}]: …”, or take the reference away.`,
  ),
  'note-duplicate': entry<{ note: string; first: string }>(
    'error',
    'A note’s id names it in its address, so it belongs to one note in the whole series.',
    ({ note, first }) => `The note id “${note}” is taken: it is defined in ${first}.`,
    () => 'Give one of the two another id, here and where the text refers to it. Note ids are unique over the whole series.',
  ),
  'note-unused': entry<{ note: string }>(
    'error',
    'A note that nothing refers to would never be seen.',
    ({ note }) => `No place in the text refers to the note “${note}”.`,
    ({ note }) => `Put “[^${note}]” where the note belongs, or take the note away.`,
  ),
  'note-empty': entry<{ note: string }>(
    'error',
    'A note says something.',
    ({ note }) => `The note “${note}” has no text.`,
    () => 'Write the note, or take it and its references away.',
  ),
  'note-misplaced': entry<object>(
    'error',
    'Only parts have notes: a definition or a page is read beside a text and cannot send its reader further down.',
    () => 'Notes belong to parts; this file is not a part.',
    () => 'Say it in the text, and cite with <Source id="…"/>.',
  ),
  'note-id-invalid': entry<{ note: string }>(
    'error',
    'The id of a note becomes part of its address for good: words, not numbers, since numbers change.',
    ({ note }) => `“${note}” cannot be the id of a note, since it becomes part of a web address.`,
    () => 'Use words in lower-case letters, joined by hyphens: “[^death-penalty-vote]”.',
  ),
  'note-too-long': entry<{ note: string; characters: number }>(
    'warning',
    'Notes stand in the margin and on cards, where a reader keeps their place in the text.',
    ({ note, characters }) => `The note “${note}” has ${characters} characters; more than 2,400 are hard to read beside the text.`,
    () => 'Shorten it, or make two notes of it.',
  ),
  'source-unknown': entry<{ source: string; nearest?: string; isTerm?: true }>(
    'error',
    'What is cited has a file in sources/.',
    ({ source }) => `There is no source “${source}”.`,
    ({ source, nearest, isTerm }) =>
      isTerm
        ? `“${source}” is a term of the glossary: in a text write <Term id="${source}"/>.`
        : didYouMean(nearest, `Add the file sources/${source}.yaml, or use the id of a source that exists.`),
  ),
  'source-unused': entry<{ source: string }>(
    'warning',
    'A list of sources is a list of what the series rests on.',
    ({ source }) => `Nothing cites the source “${source}”.`,
    () => 'Cite it, add “further-reading: true”, or take the file away.',
  ),
  'locator-invalid': entry<{ reason: 'label-unknown' | 'label-missing' | 'number-missing'; written: string; locator: string; nearest?: string }>(
    'error',
    'A locator says what is counted and which one: “ch. 7”, “pp. 12–15”; a place with a name is typed as its name.',
    ({ reason, written, locator }) =>
      ({
        'label-unknown': `“${written}” names no kind of place in a work, so that the locator “${locator}” cannot be read.`,
        'label-missing': `The locator “${locator}” does not say of what “${written}” is the number.`,
        'number-missing': `In the locator “${locator}” no number can be read after “${written}”.`,
      })[reason],
    ({ reason, written, nearest }) =>
      reason === 'label-unknown'
        ? didYouMean(
            nearest,
            'Count in “p.”, “ch.”, “vol.”, “part”, “§”, “para.”, “fol.”, “l.”, “n.”, “col.”, “fig.” or “no.”, or write the name of a place: “Preface”.',
          )
        : reason === 'label-missing'
          ? `Write “p. ${written}”, “ch. ${written}”, “§ ${written}” or whatever it counts.`
          : `Write it in digits or Roman numerals, “${written} 4”, “${written} IV”, and a further place after a comma: “vol. 3, ch. 44”.`,
  ),
  'style-unknown': entry<{ style: string; nearest?: string; known: string }>(
    'error',
    'The series is cited in one of the styles that come with the program.',
    ({ style }) => `There is no citation style “${style}”.`,
    ({ nearest, known }) => didYouMean(nearest, `The styles are ${known}.`),
  ),
  'term-unknown': entry<{ term: string; nearest?: string; isSource?: true }>(
    'error',
    'What is mentioned has an entry in glossary/.',
    ({ term }) => `There is no term “${term}” in the glossary.`,
    ({ term, nearest, isSource }) =>
      isSource
        ? `“${term}” is a source: in a text write <Source id="${term}"/>.`
        : didYouMean(nearest, `Add the file glossary/${term}.mdx, or use the id of a term that exists.`),
  ),
  'term-unused': entry<{ term: string }>(
    'warning',
    'An entry that no text leads to is found only by those who know that it is there.',
    ({ term }) => `Nothing leads to the term “${term}”: no text mentions it, and no other entry, event or place is related to it.`,
    ({ term }) => `Mention it with <Term id="${term}"/>, relate it to another term, or take the file away.`,
  ),
  'term-duplicate-alias': entry<{ name: string; other: string }>(
    'error',
    'A name leads to one entry.',
    ({ name, other }) => `“${name}” already names the term “${other}”, so a reader who looks for it finds two entries.`,
    () => 'Take it away from one of the two entries.',
  ),
  'relation-unknown': entry<{ term: string; nearest?: string }>(
    'error',
    'Relations join two entries of the glossary.',
    ({ term }) => `The relation points to “${term}”, but the glossary has no such term.`,
    ({ term, nearest }) => didYouMean(nearest, `Add the file glossary/${term}.mdx, or take the relation away.`),
  ),
  'relation-duplicate': entry<{ term: string; type: string }>(
    'error',
    'A relation is stated once, in one of the two entries; the other side is derived.',
    ({ term, type }) => `The relation “${type}” with “${term}” is already stated in that entry; the inverse is derived.`,
    () => 'Take one of the two away.',
  ),
  'relation-cycle': entry<{ chain: string }>(
    'error',
    '“Part of” orders the entries like folders in folders.',
    ({ chain }) => `Nothing can be a part of itself, but these entries say so: ${chain}.`,
    () => 'Take one of these “part-of” relations away.',
  ),
  'date-invalid': entry<{ date: string }>(
    'error',
    'A date is a day, month or year that the calendar has.',
    ({ date }) => `“${date}” is not a date of the calendar.`,
    () => 'Write year, month and day as 1917-10-25.',
  ),
  'date-calendar-mismatch': entry<{ julian: string; gregorian: string; expected: string }>(
    'error',
    'Where both calendars are given, they mean the same day.',
    ({ julian, gregorian, expected }) => `${julian} old style is ${expected} new style, not ${gregorian}.`,
    ({ expected }) => `Write gregorian ${expected}, or correct the old-style date.`,
  ),
  'date-after-reform': entry<{ julian: string; reform: string }>(
    'error',
    'From the day that series.yaml gives as “new-calendar” no date is old style.',
    ({ julian, reform }) => `${julian} cannot be an old-style date: the new calendar holds from ${reform}.`,
    () => 'Give the date as “gregorian”.',
  ),
  'component-unknown': entry<{ component: string; nearest?: string; instead?: Instead; known: string }>(
    'error',
    'Texts use the components of the series and no others.',
    ({ component }) => `There is no component <${component}>.`,
    ({ nearest, instead, known }) => didYouMean(nearest && `<${nearest}>`, instead ? sayInstead(instead) : `The components are ${known}.`),
  ),
  'prop-unknown': entry<{ component: string; prop: string; nearest?: string; known: string }>(
    'error',
    'Each component has properties of its own.',
    ({ component, prop }) => `<${component}> has no property “${prop}”.`,
    ({ nearest, known }) => didYouMean(nearest, `Its properties are ${known}.`),
  ),
  'prop-invalid': entry<{ component: string; prop: string; expected: string }>(
    'error',
    'The value of a property has the form that its component needs.',
    ({ component, prop }) => `The property “${prop}” of <${component}> is missing or has a wrong value.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'component-misplaced': entry<{ component: string; where: 'in-sentence' | 'around-blocks' }>(
    'error',
    'Some components are blocks of their own, the others are words of a sentence.',
    ({ component, where }) =>
      where === 'in-sentence' ? `<${component}> stands in the middle of a sentence.` : `<${component}> is around more than the words of one paragraph.`,
    ({ component, where }) =>
      where === 'in-sentence'
        ? 'Put it on lines of its own, with an empty line before and after it.'
        : `Put <${component}> around the words of each paragraph by itself.`,
  ),
  'heading-empty': entry<object>(
    'error',
    'A heading has words, by which it is listed and found.',
    () => 'This heading has no words.',
    () => 'Write what the section is about, or take the heading away; a line of three stars, “***”, divides a text without words.',
  ),
  'heading-misplaced': entry<object>(
    'error',
    'Headings divide a text; a note is too short to be divided.',
    () => 'A note cannot have a heading.',
    () => 'Make it a paragraph, or move what stands under it into the text.',
  ),
  'heading-duplicate-id': entry<{ id: string; line: number }>(
    'error',
    'Each section has an address of its own.',
    ({ id, line }) => `The heading on line ${line} already has the id “${id}”.`,
    () => 'Give this heading an id of its own: “## Heading [#another-id]”.',
  ),
  'heading-id-invalid': entry<{ id: string }>(
    'error',
    'The id of a section becomes part of its address.',
    ({ id }) => `“${id}” cannot be the id of a heading, since it becomes part of a web address.`,
    () => 'Use words in lower-case letters, joined by hyphens: “[#the-first-vote]”.',
  ),
  'heading-level-skipped': entry<{ level: number; expected: number }>(
    'error',
    'Headings are read out, and jumped between, by their levels.',
    ({ level, expected }) => `This heading is of level ${level}, where ${expected} would follow.`,
    ({ expected }) => `Begin it with ${'#'.repeat(expected)}. The title of the page is the only heading of level 1.`,
  ),
  'link-broken': entry<{ link: string; nearest?: string }>(
    'error',
    'Links inside the site lead somewhere, down to the passage.',
    ({ link }) => `The link leads to “${link}”, which does not exist on this site.`,
    ({ nearest }) => didYouMean(nearest, 'Correct the address, or take the link away.'),
  ),
  'address-invalid': entry<{ address: string; expected: string }>(
    'error',
    'A link to another site can be followed: by http, https or mailto, to a host that can exist.',
    ({ address }) => `“${address}” is no address that a link can lead to.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'id-taken': entry<{ id: string; holder: string; what: string }>(
    'error',
    'An id names one thing on a page.',
    ({ id, holder, what }) => `The id “${id}” of ${what} is taken on its page: ${holder} has it.`,
    ({ what }) => `Give ${what} another id${what === 'the heading' ? ': “## Heading [#another-id]”' : ''}.`,
  ),
  'link-without-words': entry<object>(
    'error',
    'Whoever hears or prints a page has only the words of a link.',
    () => 'This link has no words, so that nobody can see or hear it.',
    () => 'Write what it leads to between the square brackets: “[the minutes](…)”, or take it away.',
  ),
  'link-inside-link': entry<{ inner: 'link' | 'note' | 'term' | 'source'; outer: 'link' | 'note' | 'term' | 'source' | 'title'; write?: string }>(
    'error',
    'A link leads to one place: the words of a link, a term or a citation hold no other link.',
    ({ inner, outer }) =>
      `${linkNames[inner].replace(/^a/u, 'A')} cannot stand in ${outer === 'title' ? 'the title of a link, which is plain text' : `the words of ${linkNames[outer]}`}.`,
    ({ inner, outer, write }) => {
      if (outer === 'title') return 'Put it behind the link.'
      if (inner === 'note') return `Put the note behind it: ${write}`
      const one = write === undefined ? 'Keep one of the two' : `Keep one of the two: ${write}`
      return inner === outer ? `${one}.` : `${one}; or put ${linkNames[inner]} beside ${linkNames[outer]} in the sentence.`
    },
  ),
  'image-missing': entry<{ image: string; nearest?: string }>(
    'error',
    'Pictures lie in pictures/.',
    ({ image }) => `There is no picture “${image}” in the folder pictures.`,
    ({ nearest }) => didYouMean(nearest, 'Put the file there, or correct its name.'),
  ),
  'image-without-alt': entry<{ image: string }>(
    'error',
    'A picture has words for those who do not see it.',
    ({ image }) => `The picture “${image}” cannot have a description and a caption in this form.`,
    ({ image }) => `Use <Figure src="${image}" alt="what it shows">caption</Figure>.`,
  ),
  'picture-unsafe': entry<{ found: string; does: 'runs' | 'asks' }>(
    'error',
    'A picture shows something and does nothing: it runs nothing and asks for no other file.',
    ({ found, does }) =>
      does === 'runs' ? `This would run something when somebody opens the picture: ${found}` : `This makes the picture ask for another file: ${found}`,
    ({ does }) =>
      does === 'runs'
        ? 'Take it out, or export the picture anew as “plain SVG”, with text as text or as outlines and without scripts or links that run.'
        : 'Put what it needs into the picture itself (“embed images”, text as outlines), or take it out.',
  ),
  'picture-broken': entry<{ picture: string; reason: string }>(
    'error',
    'A picture is what its name says, whole, and of a size that can be shown.',
    ({ picture, reason }) => `The picture “${picture}” cannot be shown. ${reason}`,
    () => 'Export or save it anew, as SVG in UTF-8 or as PNG, JPEG, WebP, AVIF or GIF, with the ending that belongs to it.',
  ),
  'chart-unknown': entry<{ chart: string; nearest?: string }>(
    'error',
    'A chart has a file in charts/.',
    ({ chart }) => `There is no chart “${chart}”.`,
    ({ chart, nearest }) => didYouMean(nearest, `Add the file charts/${chart}.yaml, or use the id of a chart that exists.`),
  ),
  'place-unknown': entry<{ place: string; nearest?: string }>(
    'error',
    'Places are listed in places.yaml.',
    ({ place }) => `There is no place “${place}” in places.yaml.`,
    ({ nearest }) => didYouMean(nearest, 'Add it there, or use the id of a place that exists.'),
  ),
  'part-unlisted': entry<{ part: string }>(
    'error',
    'series.yaml says which parts there are, in reading order.',
    ({ part }) => `The part “${part}” is not in the list “parts” of series.yaml.`,
    () => 'Add it to the list, or take the file away.',
  ),
  'part-missing': entry<{ part: string; nearest?: string }>(
    'error',
    'Every part that series.yaml lists has a file.',
    ({ part }) => `The list “parts” names “${part}”, but there is no file parts/${part}.mdx.`,
    ({ nearest }) => didYouMean(nearest, 'Write the file, or take the name off the list.'),
  ),
  'part-name-reserved': entry<{ part: string; isLanguage: boolean }>(
    'error',
    'Some addresses are the program’s own.',
    ({ part, isLanguage }) =>
      `A part cannot be called “${part}”: ${isLanguage ? `/${part}/ is kept for a translation into that language` : `the site has a page of its own at /${part}/`}.`,
    () => 'Rename the file.',
  ),
  'file-missing': entry<{ file: string }>(
    'error',
    'A series has a file series.yaml.',
    ({ file }) => `The manuscript has no file ${file}.`,
    () => 'Every series needs one. The README says what stands in it.',
  ),
  'file-name-invalid': entry<{ name: string }>(
    'error',
    'File names become ids and parts of addresses.',
    ({ name }) => `“${name}” cannot be a file name here, since it becomes an id and part of a web address.`,
    () => 'Use lower-case letters, digits and single hyphens, no more than 100, and no name of a Windows device such as “con” or “aux”.',
  ),
  'source-invalid': entry<{ field: string; expected: string }>(
    'error',
    'The fields of a source are those of CSL-JSON, each in its form.',
    ({ field }) => `The field “${field}” of this source is missing, unknown or has a wrong value.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'front-matter-invalid': entry<{ field: string; expected: string }>(
    'error',
    'The fields of a file are known, each in its form.',
    ({ field }) => `The field “${field}” is missing, unknown or has a wrong value.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'front-matter-misplaced': entry<{ fence: string }>(
    'error',
    'A file has one front matter, between lines of “---”, from its first line.',
    ({ fence }) => `Fields between lines of “${fence}” stand here, where nothing reads them.`,
    ({ fence }) =>
      `Put them into the front matter that begins on the first line of the file with “---”, or delete them.${fence === '---' ? ' A line between paragraphs is typed “***”.' : ''}`,
  ),
  'yaml-syntax': entry<{ reason: string }>(
    'error',
    'Data and front matter are YAML.',
    ({ reason }) => `This is not YAML: ${reason}`,
    () => 'Look for a missing quotation mark, a colon inside a text without quotation marks, or a wrong indentation.',
  ),
  'mdx-syntax': entry<{ reason: string; instead?: Instead }>(
    'error',
    'Texts are Markdown with components.',
    ({ reason }) => `This is not MDX: ${reason}`,
    ({ instead }) => (instead ? sayInstead(instead) : 'Look for a tag that is not closed, or a “<” or “{” in the text; write them as \\< and \\{.'),
  ),
  'nesting-too-deep': entry<object>(
    'error',
    'Quotations, lists and fields are nested as deep as a reader can follow.',
    () => 'Too many things stand inside one another here.',
    () => 'Look for a tag or bracket that is repeated and never closed; take some of the levels away.',
  ),
  'text-too-long': entry<{ what: string; most: number }>(
    'error',
    'A text is of a length that can be read in one piece.',
    ({ what, most }) => `A text cannot have more than ${most.toLocaleString('en-GB')} ${what}.`,
    () => 'Divide it into several parts, or take out what does not belong here.',
  ),
  'file-not-text': entry<object>(
    'error',
    'Texts and data are written in UTF-8.',
    () => 'This file is not text in UTF-8, or was damaged: something here is no character.',
    () => 'Save it from your editor as “UTF-8”; if it was damaged, take the last good copy.',
  ),
  'character-invisible': entry<{ character: string }>(
    'error',
    'What is in a text can be seen: signs that only turn, hide or join others confuse search and reading aloud.',
    ({ character }) => `A character that nobody can see stands here (${character}); it can hide or turn round what stands beside it.`,
    () => 'Delete it, or delete the word and type it anew. Words in another script need no such mark: <Foreign lang="he">…</Foreign>.',
  ),
  'file-unread': entry<{ file: string; nearest?: string; isLike: 'ending' | 'text' | 'data' | 'page' | 'document' | 'other'; name: string }>(
    'warning',
    'Every file in the manuscript’s folder has a use.',
    ({ file }) => `Nothing reads the file “${file}”: its folder or its ending is none that the series knows.`,
    ({ nearest, isLike, name }) =>
      didYouMean(
        nearest,
        {
          ending: `It would be read as “${name}”, if it has what belongs there. Rename it, or take it out of the manuscript.`,
          text: `An essay lies in parts/ and is called “${name}.mdx” there, the entry of a term in glossary/. Move it, or take it out of the manuscript.`,
          data: `A work lies in sources/ and is called “${name}.yaml” there, a chart in charts/. Move it, or take it out of the manuscript.`,
          page: 'The pages of your own are pages/home.mdx and pages/about.mdx; every other text is an essay in parts/ or an entry in glossary/.',
          document: `Save its text as Markdown: parts/${name}.mdx for an essay, glossary/${name}.mdx for a term. Take this file out of the manuscript.`,
          other: 'Texts end in .mdx, all else in .yaml, pictures lie in pictures/. Move or rename it, or take it out of the manuscript.',
        }[isLike],
      ),
  ),
  'file-link': entry<object>(
    'error',
    'A manuscript is made of files of its own: a symbolic link is not followed, wherever it leads.',
    () => 'This is a symbolic link and no file.',
    () => 'Put the file itself in its place, or take the link out of the manuscript.',
  ),
  'file-special': entry<{ what: 'pipe' | 'socket' | 'device' }>(
    'error',
    'Pipes, sockets and devices are no part of a manuscript.',
    ({ what }) => `This is a ${what} and no file.`,
    () => 'Take it out of the manuscript.',
  ),
  'file-too-large': entry<{ most: number }>(
    'error',
    'A text has at most 8 MB, permalinks.json and a picture at most 64 MB.',
    ({ most }) => `This file has more than ${(most / 1_000_000).toLocaleString('en-GB')} MB, the most that a file of its kind may have.`,
    () => 'Divide a text into several parts; save a picture in a smaller size: 3,000 pixels are enough for every screen.',
  ),
  'file-unreadable': entry<{ reason: string }>(
    'error',
    'Every file and folder of the manuscript can be read.',
    ({ reason }) => `This cannot be read: ${reason}.`,
    () => 'Give yourself the right to read it, copy it anew, or take it out of the manuscript.',
  ),
  'file-name-strange': entry<{ holds: string }>(
    'error',
    'Names of files can be written in an address and carried to every disk.',
    ({ holds }) => `The name of this file or folder holds ${holds}.`,
    () => 'Rename it: letters, digits, hyphens and a dot before the ending are right everywhere.',
  ),
  'file-name-twice': entry<{ other: string }>(
    'error',
    'Names of files differ in more than capitals or the form in which accents are stored.',
    ({ other }) => `On many disks this name is the same as “${other}”: only capitals, or the form in which accents are stored, are different.`,
    () => 'Rename one of the two, or take it away; a copy of the manuscript on another disk would have only one of them.',
  ),
  'manuscript-too-large': entry<{ what: 'files' | 'folders inside one another'; most: number }>(
    'error',
    'A manuscript has at most 50,000 files, in folders at most 16 deep.',
    ({ what, most }) => `Here are more than ${most.toLocaleString('en-GB')} ${what}.`,
    () => 'Take out of the folder what is no part of the manuscript; check that PAMPHLET_CONTENT names the right one.',
  ),
  'quote-straight': entry<{ found: string }>(
    'warning',
    'Printed texts have quotation marks that open and close.',
    ({ found }) => `This is a typewriter’s quotation mark or apostrophe: ${found}`,
    () => 'Write “ and ” around what is quoted, and ’ for the apostrophe.',
  ),
  'space-double': entry<object>(
    'warning',
    'One space stands between words.',
    () => 'Two spaces stand where one belongs.',
    () => 'Take one away.',
  ),
  'hyphen-as-dash': entry<object>(
    'warning',
    'A dash sets off words and joins numbers; a hyphen joins words.',
    () => 'A hyphen stands where a dash belongs.',
    () => 'Write “ – ” between words and “–” between numbers.',
  ),
  'other-dialect': entry<Dialect>(
    'warning',
    'Texts are Markdown with components; signs of other dialects go out as they are typed, or mean something else.',
    sayDialect,
    sayHere,
  ),
  'emphasis-literal': entry<{ written: string; write?: string }>(
    'warning',
    'Marks of emphasis stand directly on the words that they are about, in pairs.',
    ({ written }) => `The marks in “${written}” are printed as they are typed: they do not open and close here.`,
    ({ written, write }) =>
      write === undefined
        ? `Put them directly before and behind the words, without a space, or type “\\${written.slice(0, 1)}” for signs that are printed.`
        : `Write “${write}”, or type “\\${written.slice(0, 1)}” for signs that are printed.`,
  ),
  'line-swallowed': entry<{ what: 'note' | 'list' | 'quotation'; line: string }>(
    'warning',
    'A line directly below a note, list or quotation belongs to it.',
    ({ what }) => `This line belongs to the ${what} above it, since no empty line stands between them.`,
    ({ what, line }) =>
      what === 'quotation'
        ? `Leave a line empty before it; if it belongs to the quotation, write “> ${line}”.`
        : `Leave a line empty before it; if it belongs to the ${what}, indent it by ${what === 'note' ? 'four' : 'two'}: “${what === 'note' ? '    ' : '  '}${line}”.`,
  ),
  'paragraph-outside-note': entry<{ line: string }>(
    'warning',
    'The paragraphs of a note are indented by four.',
    () => 'This stands in the text, not in the note above it: a paragraph of a note is indented by four.',
    ({ line }) => `If it belongs to the note, write “    ${line}”; if not, move it before the notes.`,
  ),
  'list-by-accident': entry<{ mark: string; printed: string; write: string }>(
    'warning',
    'A number with a stop at the beginning of a line begins a list.',
    ({ mark, printed }) =>
      printed === mark || printed === '•'
        ? `“${mark}” at the beginning of this line makes a list of it.`
        : `“${mark}” begins an item of a list, which is printed as “${printed}”.`,
    ({ write }) => `If no list is meant, write “${write}”; if one is, leave a line empty before it and count from one number to the next.`,
  ),
  'heading-by-accident': entry<{ words: string }>(
    'warning',
    'Headings begin with “##”.',
    ({ words }) => `The line of hyphens below makes a heading of “${words}”.`,
    ({ words }) => `If a heading is meant, write “## ${words}”; if not, leave a line empty before the hyphens.`,
  ),
  'line-not-printed': entry<{ line: string }>(
    'warning',
    'A line that begins with a word in brackets and a colon is the address of a link.',
    ({ line }) => `“${line}” is not printed: it is read as the address of a link, and no link asks for it.`,
    ({ line }) => `If it is text, write “\\${line}”; if not, take it away.`,
  ),
  ibid: entry<{ found: string }>(
    'warning',
    'A note is often read alone, on a card or from a link.',
    ({ found }) => `“${found}” means nothing in a note that is read alone.`,
    () => 'Cite the work again with <Source id="…"/>; it is shortened by itself.',
  ),
  'date-unmarked': entry<{ found: string }>(
    'warning',
    'A date with its calendar marked can be shown in both, searched, and placed on the timeline.',
    ({ found }) => `“${found}” is a date, but only in words: it has no calendar and cannot be found by its day.`,
    () => 'Write <CalendarDate julian="1917-10-25"/> or <CalendarDate gregorian="1918-03-03"/> with the date meant.',
  ),
  'quotation-long': entry<{ words: number; most: number }>(
    'warning',
    'Short quotations may be used freely, long ones may not.',
    ({ words, most }) => `The quotation has ${words} words; more than ${most} are no longer a short quotation.`,
    () => 'Shorten it, or tell in your own words what it says.',
  ),
  'quotation-without-source': entry<object>(
    'warning',
    'A quotation says whose words it gives.',
    () => 'The quotation does not say where it comes from.',
    () => 'Use <Quotation source="…" locator="…">…</Quotation>.',
  ),
  'term-unlinked': entry<{ name: string; term: string }>(
    'warning',
    'In each section the first mention of a party, body or person leads to its entry.',
    ({ name }) => `“${name}” is first named in this section here, without a link to the glossary.`,
    ({ name, term }) => `Write <Term id="${term}">${name}</Term>.`,
  ),
  'certainty-misplaced': entry<object>(
    'error',
    'A note says which of its statements are unsure; the text of a part says so in words, an entry in its front matter.',
    () => '<Certainty> marks a statement of a note; this is not a note.',
    () => 'Say in a note how sure it is. An entry of the glossary or the timeline has the field “certainty”.',
  ),
  'certainty-without-words': entry<object>(
    'error',
    'Whoever reads that something is disputed is told what.',
    () => '<Certainty> has no words inside of it.',
    () => 'Put it around the words that it is about: <Certainty level="disputed">The number is disputed.</Certainty>.',
  ),
  'fact-uncertain': entry<{ what: string }>(
    'warning',
    'What its own author is unsure of is checked before it is published.',
    ({ what }) => `${what} is marked “certainty: low”.`,
    () => 'Check it against a source, or take it out.',
  ),
  'day-to-come': entry<{ field: string; day: string }>(
    'error',
    'What is published has a day of publication that has come.',
    ({ field, day }) => `“${field}” is ${day}, a day that has not come.`,
    () => 'Write the day on which it is published, or take the file out of the manuscript until then. If the day has come, set the clock of this computer.',
  ),
  'permalink-lost': entry<{ address: string; kind: string; text: string; nearest?: string; heading?: string }>(
    'error',
    'An address that was published keeps leading to its passage, or says what became of it.',
    ({ address, kind, text }) => `“${address}” has been published, and nothing is there now. It was the ${kind}: ${text}`,
    ({ address, nearest, heading }) =>
      [
        heading ? `To keep the address, write “[#${heading}]” after the heading that took its place.` : '',
        nearest ? `If it is “${nearest}” now, write under “retired”: ${retiredLine(address, { movedTo: nearest })}` : '',
        `If it ${nearest ? 'is gone for good' : 'moved, write under “retired” where to; if it is gone for good'}: ${retiredLine(address, { withdrawn: 'the reason, for readers' })}`,
      ]
        .filter(Boolean)
        .join('\n  '),
  ),
  'permalink-alive': entry<{ address: string }>(
    'error',
    'Only what is gone is retired.',
    ({ address }) => `“${address}” is said to be gone, but it is there.`,
    () => 'Take its line under “retired” away.',
  ),
  'permalink-unknown': entry<{ address: string; nearest?: string }>(
    'error',
    'Only what was published can be retired.',
    ({ address }) => `“${address}” is said to be gone, but it has never been published.`,
    ({ nearest }) => didYouMean(nearest, 'Take the line away.'),
  ),
  'permalink-target-unknown': entry<{ address: string; target: string; nearest?: string }>(
    'error',
    'What has moved is somewhere.',
    ({ address, target }) => `“${address}” is said to have moved to “${target}”, but nothing is there.`,
    ({ nearest }) => didYouMean(nearest, 'Correct the address, or say that it is withdrawn.'),
  ),
  'permalink-circle': entry<{ address: string }>(
    'error',
    'What has moved arrives somewhere.',
    ({ address }) => `“${address}” is said to have moved to where it came from.`,
    () => 'Say in one of these lines where the passage is now.',
  ),
  'permalink-unrecorded': entry<{ count: number; first: string }>(
    'warning',
    'Only addresses that are recorded are kept alive through later edits.',
    ({ count, first }) => (count === 1 ? `The address “${first}” is not recorded yet.` : `${count} addresses are not recorded yet, the first “${first}”.`),
    () => 'Before you publish, run “npm run permalinks”: what is recorded is protected from then on.',
  ),
  'ledger-invalid': entry<{ field: string; expected: string }>(
    'error',
    'permalinks.json is written by “npm run permalinks”; you write in it only under “retired”.',
    ({ field }) => `The line “${field}” of the ledger is unknown or has a wrong value.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'ledger-conflict': entry<object>(
    'error',
    'A merge of two branches is finished before anything is built.',
    () => 'Two branches have changed the ledger, and the marks of the merge are still in it.',
    () => 'Keep the lines of both sides, one for each address, take the marks away, and run “npm run permalinks”.',
  ),
  'ledger-damaged': entry<{ reason: string }>(
    'error',
    'permalinks.json is JSON as “npm run permalinks” writes it, and says each thing once.',
    ({ reason }) => `The ledger is damaged: ${reason}`,
    () =>
      'Take the last good copy of permalinks.json, from version control or a backup, and run “npm run permalinks”; without it, links that readers have would break unnoticed.',
  ),
  'ledger-missing': entry<object>(
    'error',
    'A series whose addresses have been recorded keeps the record.',
    () => 'The addresses of this series have been recorded, but permalinks.json is not there.',
    () =>
      'Take it from version control (“git checkout -- permalinks.json” in the manuscript’s folder) or a backup. Only if it is lost for good, run “npm run permalinks -- --anew”: it records the addresses as they are now and gives up all others.',
  ),
  'answer-unknown': entry<{ code: string; isError: boolean; nearest?: string }>(
    'error',
    'A warning can be answered in place: “{/* allow its-name: the reason */}” before the line, in YAML “# allow its-name: the reason”.',
    ({ code, isError }) => (isError ? `“${code}” is an error, and errors cannot be answered.` : `No warning is called “${code}”.`),
    ({ isError, nearest }) =>
      isError ? 'Mend what it is about, and take the answer away.' : didYouMean(nearest, 'The name stands in the first line of each warning.'),
  ),
  'answer-without-reason': entry<{ code: string }>(
    'error',
    'An answer to a warning says why it is right as it is.',
    ({ code }) => `The answer to “${code}” gives no reason.`,
    ({ code }) => `Write it after a colon: “allow ${code}: why it is right here”.`,
  ),
  'answer-unneeded': entry<{ code: string }>(
    'error',
    'An answer stays only as long as there is a warning to answer.',
    ({ code }) => `There is no warning “${code}” here any longer that would need an answer.`,
    () => 'Take the answer away.',
  ),
  'html-unsafe': entry<{ what: string; instead: Instead }>(
    'error',
    'A part is data: the same text is also printed, searched, put into one file and read offline.',
    ({ what }) => `${what} cannot stand in a text: the text must also print, be searched and become an e-book.`,
    ({ instead }) => sayInstead(instead),
  ),
} as const

export type Code = keyof typeof catalog

/** What a message of this code needs to be told. */
export type ParamsOf<C extends Code> = Parameters<(typeof catalog)[C]['says']>[0]
