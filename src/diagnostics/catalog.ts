import { count } from '../model/counts.ts'
import { programCommand } from '../model/program-command.ts'
import { type Dialect, sayDialect, sayHere } from './dialects.ts'
import { type Instead, sayInstead } from './instead.ts'

/** How bad a mistake is: an error stops the build, a warning is printed and fails `npm run check`. */
export type Severity = 'error' | 'warning'

/** What is wrong with a formula. */
export type FormulaProblem =
  | { readonly kind: 'command' | 'other'; readonly written: string }
  | { readonly kind: 'incomplete' | 'too-long' | 'looks' | 'open' | 'first-line' }

type Entry<P> = {
  readonly severity: Severity
  /** What holds in every manuscript, in one sentence: for the list of messages. */
  readonly rule: string
  /** What is wrong, in one sentence. */
  readonly says: (params: P) => string
  /** What to do about it. */
  readonly remedy: (params: P) => string
}

const entry = <P>(severity: Severity, rule: string, says: Entry<P>['says'], remedy: Entry<P>['remedy']): Entry<P> => ({
  severity,
  rule,
  says,
  remedy,
})

/** A line of the ledger as the writer adds it. */
const retiredLine = (address: string, fate: object) => `${JSON.stringify(address)}: ${JSON.stringify(fate)}`

const linkNames = { link: 'a link', note: 'a note', term: 'a term', source: 'a source', see: 'a cross-reference' } as const

const didYouMean = (nearest: string | undefined, otherwise: string) => (nearest ? `Did you mean “${nearest}”?` : otherwise)

/** A field of a file that is wrong; `as` is how it, or the one that was meant, is typed. */
type WrongField = {
  field: string
  expected: string
  problem?: 'unknown' | 'missing'
  nearest?: string
  known?: string
  as?: string
}

const sayField = ({ field, problem }: WrongField) => {
  const [, around, name] = /^(.*)\.([^.]*)$/u.exec(field) ?? []
  if (problem === 'unknown') return around ? `There is no field “${name}” in “${around}”.` : `There is no field “${field}”.`
  return problem === 'missing' ? `The field “${field}” is missing.` : `The field “${field}” has a wrong value.`
}

const remedyOfField = ({ expected, problem, nearest, known, as }: WrongField) => {
  const line = as ? ` Typed as: ${as}` : ''
  if (problem === 'unknown')
    return nearest
      ? `Did you mean “${nearest}”?${line}`
      : known
        ? `The fields here are ${known}.`
        : 'Remove it: nothing here has fields of its own.'
  return `Expected: ${expected}.${line}`
}

/** Every mistake the program can find, by its permanent code. The words stand here and nowhere else. */
export const catalog = {
  'note-unknown': entry<{ note: string; nearest?: string; definedOn?: number }>(
    'error',
    'Every “[^id]” in a text has its note at the end of the file.',
    ({ note }) => `The text refers to the note “${note}”, but no note has that id.`,
    ({ note, nearest, definedOn }) =>
      nearest
        ? `Did you mean “${nearest}”, defined on line ${definedOn}?`
        : `Write the note at the end of the file: “[^${note}]: …”, or remove the reference.`,
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
    ({ note }) => `Nothing in the text refers to the note “${note}”.`,
    ({ note }) => `Put “[^${note}]” where the note belongs, or remove the note.`,
  ),
  'note-empty': entry<{ note: string }>(
    'error',
    'A note says something.',
    ({ note }) => `The note “${note}” has no text.`,
    () => 'Write the note, or remove it and its references.',
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
    () => 'Shorten it, or split it into two notes.',
  ),
  'source-unknown': entry<{ source: string; nearest?: string; isTerm?: true }>(
    'error',
    'Every work that is cited has a file in sources/.',
    ({ source }) => `There is no source “${source}”.`,
    ({ source, nearest, isTerm }) =>
      isTerm
        ? `“${source}” is a term of the glossary: in a text write <Term id="${source}"/>.`
        : didYouMean(nearest, `Add the file sources/${source}.yaml, or use the id of a source that exists.`),
  ),
  'source-unused': entry<{ source: string }>(
    'warning',
    'A list of sources lists what the series is based on.',
    ({ source }) => `Nothing cites the source “${source}”.`,
    () => 'Cite it, add “further-reading: true”, or remove the file.',
  ),
  'locator-invalid': entry<{
    reason: 'label-unknown' | 'label-missing' | 'number-missing'
    written: string
    locator: string
    nearest?: string
  }>(
    'error',
    'A locator says what is counted and which one: “ch. 7”, “pp. 12–15”; a place with a name is typed as its name.',
    ({ reason, written, locator }) =>
      ({
        'label-unknown': `“${written}” is not a kind of locator, so “${locator}” cannot be read.`,
        'label-missing': `The locator “${locator}” does not say what “${written}” counts.`,
        'number-missing': `In the locator “${locator}”, “${written}” is not followed by a number.`,
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
  'language-unsupported': entry<{ language: string; known: string; otherScript?: string; folder?: string }>(
    'error',
    'The program speaks the language of the series.',
    ({ language, otherScript }) =>
      `The program has no words in the language “${language}”${otherScript === undefined ? '' : `: its words for “${otherScript}” are written in another script, and do not stand in for it`}.`,
    ({ language, known, folder = '' }) =>
      `It speaks ${known}. For another language write its words yourself: “${programCommand('words', language)}” puts all of them in English into ${folder}words/${language}.yaml, each to be put into “${language}”.`,
  ),
  'translation-language': entry<{ folder: string; isOwn?: boolean }>(
    'error',
    'Each folder in “translations” bears the name of a language that the series is not written in.',
    ({ folder, isOwn }) =>
      isOwn ? `The series is in “${folder}” itself, so nothing is a translation into it.` : `The folder “${folder}” names no language.`,
    ({ isOwn }) =>
      isOwn
        ? 'Move what is new into the folders beside “translations”, and remove this one.'
        : 'Rename it to a language tag such as “de” or “pt-BR”.',
  ),
  'translation-of-nothing': entry<{ file: string; isOfAll?: boolean; entry?: string; nearest?: string }>(
    'error',
    'What lies in the folder of a language has the name of the file that it translates, and nothing that the original does not have.',
    ({ file, isOfAll, entry }) =>
      entry !== undefined
        ? `The original has no entry “${entry}” in its ${file}.`
        : isOfAll
          ? `“${file}” is the same for all languages, and is not translated.`
          : `“${file}” is a translation of nothing: the original has no file of that name.`,
    ({ isOfAll, entry, nearest }) =>
      entry !== undefined
        ? 'Give it the id of the entry that it translates, or add the entry to the original first.'
        : isOfAll
          ? 'Remove it.'
          : didYouMean(nearest, 'Give it the name of what it translates, or write that in the language of the series first.'),
  ),
  'translation-uneven': entry<{ here: number; there: number; isSection: boolean }>(
    'warning',
    'A translation has the paragraphs of its original, so that the same address leads to the same passage in both.',
    ({ here, there, isSection }) =>
      `${isSection ? 'This section' : 'The text before the first heading'} has ${count(here, 'paragraph')}, and that of the original ${there}.`,
    () => 'Divide it as the original is divided, or say why it is not; a paragraph without a counterpart has an address of its own.',
  ),
  'translation-behind': entry<{ address: string; before: string; now: string }>(
    'warning',
    'A translation follows the original as it is.',
    ({ before, now }) => `The original has changed since this was translated. It was: “${before}” It is: “${now}”`,
    ({ address }) =>
      `Translate what has changed, and run “${programCommand('permalinks')}”; if the translation holds as it is, run “${programCommand('permalinks', `--confirm ${address}`)}”.`,
  ),
  'follows-damaged': entry<object>(
    'error',
    `follows.json is as “${programCommand('permalinks')}” writes it.`,
    () => 'The record of what this translation follows is damaged.',
    () =>
      `Restore its last good copy from version control or a backup; or remove it and run “${programCommand('permalinks')}”, which takes the translation to follow the original as it is now.`,
  ),
  'words-unread': entry<{ other: string; language: string; isOneLanguage: boolean; isThere: boolean }>(
    'warning',
    'The words of the program are in the language of the series.',
    ({ other, language }) => `Nothing reads these words in “${other}”: the language of the series is “${language}”.`,
    ({ other, language, isOneLanguage, isThere }) =>
      isThere
        ? `The words that are read are in words/${language}.yaml. Put into it what you want of these, and delete this file.`
        : isOneLanguage
          ? `Rename it to words/${language}.yaml, or write “language: ${other}” in series.yaml.`
          : `If the series is in “${other}”, write “language: ${other}” in series.yaml; if these are words for “${language}”, rename the file to words/${language}.yaml; else delete it.`,
  ),
  'words-missing': entry<{ language: string; missing: readonly string[] }>(
    'error',
    'A language that the program does not speak has a word for everything it says.',
    ({ language, missing }) => `The language “${language}” lacks ${missing.length === 1 ? 'a word' : 'words'} for what the program says.`,
    ({ language, missing }) =>
      `Add ${missing
        .slice(0, 12)
        .map((key) => `“${key}”`)
        .join(', ')}${missing.length > 12 ? ' and others' : ''}; “${programCommand('words', language)}” adds the English ones.`,
  ),
  'source-language-missing': entry<{ title: string; series: string; script?: string; language?: string }>(
    'warning',
    'A work in another language than the series names it.',
    ({ title, script, series }) =>
      script
        ? `“${title}” is written in ${script} letters, and no language is named for it: it is cited as if it were in “${series}”.`
        : `“${title}” looks foreign, and no language is named for it: it is cited as if it were in “${series}”.`,
    ({ language }) =>
      `Add “language: ${language ?? 'ru'}”${language ? '' : ', or whichever language it is in'}; titles of other languages keep their capitals as they are.`,
  ),
  'style-sheet-unsafe': entry<{ what: string }>(
    'error',
    'The style sheet of a series, style.css, is whole and asks for no other file.',
    ({ what }) => `The style sheet has ${what}.`,
    () => 'Write rules that need no other file: pictures and faces stand in the sheet as data: addresses, and every “{” has its “}”.',
  ),
  'contrast-low': entry<{ colour: string; against: string; ratio: string; scheme: string; nearest?: string }>(
    'error',
    'Text has a contrast of at least 4.5 to 1 with what it stands on, in every scheme (WCAG 2.2, 1.4.3).',
    ({ colour, against, ratio, scheme }) =>
      `The colour “${colour}” has a contrast of ${ratio} to 1 with ${against} in the ${scheme} scheme; text needs 4.5.`,
    ({ nearest }) => didYouMean(nearest, 'Choose another colour.'),
  ),
  'face-missing': entry<{ face: string; isPackage: boolean; nearest?: string }>(
    'error',
    'A face of one’s own is a file in the folder faces/, or a package of Fontsource that is installed.',
    ({ face, isPackage }) => (isPackage ? `The package “${face}” is not installed.` : `There is no font “${face}” in the folder faces.`),
    ({ face, isPackage, nearest }) =>
      isPackage
        ? `Type this in the folder of the manuscript: npm install ${face}`
        : didYouMean(nearest, 'Put the file there, or correct its name.'),
  ),
  'face-broken': entry<{ face: string; reason: string }>(
    'error',
    'A font is one, whole, and has letters that text can be set in.',
    ({ face, reason }) => `The font “${face}” cannot be used. ${reason}`,
    () => 'Get or save it again, as WOFF2, WOFF, TrueType or OpenType, with Latin letters in it.',
  ),
  'face-incomplete': entry<{ family: string; lacks: readonly ('italic' | 'bold')[]; isPackage: boolean }>(
    'warning',
    'A face for the text has italic and bold letters, which words that are stressed are set in.',
    ({ family, lacks }) => `The family “${family}” has no ${lacks.join(' and no ')} letters.`,
    ({ lacks, isPackage }) =>
      `Browsers and e-readers make them of the others; the PDF takes those of Vollkorn. ${
        isPackage ? 'Choose a family that has them' : `Name a file of them with ${lacks.map((style) => `“${style}:”`).join(' and ')}`
      }, or write “# allow face-incomplete: the reason” before it.`,
  ),
  'menu-unknown': entry<{ menu: string; page: string; nearest?: string; known: string }>(
    'error',
    'Menu and footer lead to pages that the site has.',
    ({ menu, page }) => `The list “${menu}” names “${page}”, but the site has no such page.`,
    ({ nearest, known }) =>
      didYouMean(
        nearest,
        `It has ${known}. For another address write a title with it: { title: The archive, url: 'https://example.org/' }.`,
      ),
  ),
  'style-unknown': entry<{ style: string; nearest?: string; known: string }>(
    'error',
    'The series is cited in one of the styles that come with the program.',
    ({ style }) => `There is no citation style “${style}”.`,
    ({ nearest, known }) => didYouMean(nearest, `The styles are ${known}.`),
  ),
  'term-unknown': entry<{ term: string; nearest?: string; isSource?: true }>(
    'error',
    'Every term that is mentioned has an entry in glossary/.',
    ({ term }) => `There is no term “${term}” in the glossary.`,
    ({ term, nearest, isSource }) =>
      isSource
        ? `“${term}” is a source: in a text write <Source id="${term}"/>.`
        : didYouMean(nearest, `Add the file glossary/${term}.mdx, or use the id of a term that exists.`),
  ),
  'term-unused': entry<{ term: string }>(
    'warning',
    'An entry that no text links to is found only by readers who know it is there.',
    ({ term }) => `Nothing links to the term “${term}”: no text mentions it, and no other entry, event or place is related to it.`,
    ({ term }) => `Mention it with <Term id="${term}"/>, relate it to another term, or remove the file.`,
  ),
  'term-duplicate-alias': entry<{ name: string; other: string }>(
    'error',
    'A name leads to one entry.',
    ({ name, other }) => `“${name}” already names the term “${other}”, so a reader looking for it would find two entries.`,
    () => 'Remove it from one of the two entries.',
  ),
  'relation-unknown': entry<{ term: string; nearest?: string }>(
    'error',
    'Relations join two entries of the glossary.',
    ({ term }) => `The relation points to “${term}”, but the glossary has no such term.`,
    ({ term, nearest }) => didYouMean(nearest, `Add the file glossary/${term}.mdx, or remove the relation.`),
  ),
  'kind-unknown': entry<{ what: 'terms' | 'events' | 'relations' | 'places'; kind: string; nearest?: string; known: string }>(
    'error',
    'Terms, events, places and relations are of the kinds that the series has, by its preset or in vocabulary.yaml.',
    ({ what, kind }) => `The series has no kind of ${what} “${kind}”.`,
    ({ what, kind, nearest, known }) =>
      didYouMean(
        nearest,
        `It has ${known}. For one of your own write into vocabulary.yaml, under “${what}:”, with your words: ${kind}: ${
          {
            terms: '{ one: Lock, many: Locks }',
            events: '{ name: Accident or rescue, mark: triangle }',
            relations: '{ says: Crosses, inverse: Crossed by }',
            places: '{ one: Lock, many: Locks, mark: square }',
          }[what]
        }`,
      ),
  ),
  'relation-unfit': entry<{ type: string; side: 'from' | 'to'; kinds: string; kind: string }>(
    'error',
    'A relation joins the kinds of terms that vocabulary.yaml says.',
    ({ type, side, kinds, kind }) =>
      `The relation “${type}” ${side === 'from' ? 'is stated by' : 'leads to'} terms of the kind ${kinds}, and this is one of the kind ${kind}.`,
    ({ type, side }) => `Choose another relation or term, or change “${side}” of “${type}” in vocabulary.yaml.`,
  ),
  'relation-odd': entry<{ type: string; from: string; to: string; froms: string; tos: string }>(
    'warning',
    'A relation joins kinds of terms of which what it says can be true.',
    ({ type, from, to }) => `“${type}” joins a term of the kind ${from} to one of the kind ${to}: readers will take it for a mistake.`,
    ({ type, froms, tos }) =>
      `As a rule it leads from ${froms} to ${tos}. Choose another relation, such as “see-also” with a note, or define “${type}” in vocabulary.yaml.`,
  ),
  'relation-duplicate': entry<{ term: string; type: string }>(
    'error',
    'A relation is stated once, in one of the two entries; the other side is derived.',
    ({ term, type }) => `The relation “${type}” with “${term}” is already stated in that entry; the inverse is derived.`,
    () => 'Remove one of the two.',
  ),
  'relation-cycle': entry<{ chain: string }>(
    'error',
    '“Part of” orders the entries like folders in folders.',
    ({ chain }) => `Nothing can be part of itself, but these entries form a cycle: ${chain}.`,
    () => 'Remove one of these “part-of” relations.',
  ),
  'date-invalid': entry<{ date: string; hint?: string }>(
    'error',
    'A date is a day, month or year that exists in the calendar.',
    ({ date }) => `“${date}” is not a date in the calendar.`,
    ({ hint }) => hint ?? 'Write year, month and day as 1917-10-25.',
  ),
  'date-calendar-mismatch': entry<{ julian: string; gregorian: string; expected: string; calendar?: string }>(
    'error',
    'Where both calendars are given, they mean the same day.',
    ({ julian, gregorian, expected, calendar }) =>
      calendar === undefined
        ? `${julian} Old Style is ${expected} New Style, not ${gregorian}.`
        : `${julian} ${calendar} is ${expected}, not ${gregorian}.`,
    ({ expected, calendar }) => `Write gregorian ${expected}, or correct the ${calendar === undefined ? 'Old Style' : 'other'} date.`,
  ),
  'date-after-reform': entry<{ julian: string; reform: string }>(
    'error',
    'From the day that series.yaml gives as “new-calendar”, no date is Old Style.',
    ({ julian, reform }) => `${julian} cannot be an Old Style date: the new calendar applies from ${reform}.`,
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
  'verse-without-lines': entry<{ found: 'nothing' | 'list' | 'heading' | 'other' }>(
    'error',
    'A verse is made of lines: what stands in it is text.',
    ({ found }) =>
      ({
        nothing: 'The verse has no lines.',
        list: 'In this verse a line reads as the entry of a list.',
        heading: 'In this verse a line reads as a heading.',
        other: 'In this verse stands something that is no line.',
      })[found],
    ({ found }) =>
      ({
        nothing: 'Write each line on a line of its own between <Verse> and </Verse>, and leave a line empty between stanzas.',
        list: 'If it is a line, put a backslash before its first sign: “\\- and”, “1\\. and”.',
        heading: 'If it is a line, put a backslash before it: “\\# and”.',
        other: 'Write it before or after the verse. If it is a line, put a backslash before the sign it begins with.',
      })[found],
  ),
  'pull-quote-holds': entry<object>(
    'error',
    'A pull quote repeats words of the text to look at; notes, terms and citations stand where the words are repeated from.',
    () => 'A pull quote holds words and nothing else.',
    () => 'Leave the words alone in it: no note, no term, no citation, no list.',
  ),
  'pull-quote-elsewhere': entry<object>(
    'warning',
    'A pull quote repeats words of the text: whoever listens to the page, or searches it, has them there and not in the pull quote.',
    () => 'The words of this pull quote stand nowhere else in the text.',
    () => 'Take them from the text as they are there; “…” stands for what is left out. Words of another are a <Quotation>.',
  ),
  'formula-invalid': entry<FormulaProblem>(
    'error',
    'A formula is TeX between two dollars, or between lines of two dollars; it is published as MathML.',
    (problem) =>
      ({
        command: `“${'written' in problem ? problem.written : ''}” is no command that a formula can have.`,
        incomplete: 'The formula is not complete.',
        'too-long': 'The formula is too long.',
        looks: 'The formula asks for colours, frames or strokes, which browsers do not draw in formulas.',
        open: 'The formula has no end.',
        'first-line': 'The first line of the formula stands behind its dollars and would be lost.',
        other: `The formula cannot be read: ${'written' in problem ? problem.written : ''}.`,
      })[problem.kind],
    ({ kind }) =>
      ({
        command:
          'Correct it: the commands are those of LaTeX’s mathematics, such as \\frac{a}{b}, \\sqrt{x} and \\sum. Words are \\text{…}.',
        incomplete: 'Give each “{” its “}”, each \\left its \\right, and each command what it asks for.',
        'too-long': 'Divide it: 4,000 characters are the most.',
        looks: 'Take \\color, \\boxed, \\cancel and the like away.',
        open: 'Write “$$” on a line of its own behind it. Dollars that are meant are “\\$\\$”.',
        'first-line': 'Put it on the line below.',
        other: 'Write it in LaTeX’s mathematics.',
      })[kind],
  ),
  'code-language-unknown': entry<{ language: string; nearest?: string }>(
    'warning',
    'Behind the fence of a block of code stands the language it is in, by which its words are marked.',
    ({ language }) => `“${language}” is not known as a language of code, so that this block is printed without marks.`,
    ({ nearest }) => didYouMean(nearest, 'Take the word away, or write “text” for what is in none.'),
  ),
  'table-incomplete': entry<{ tables: number }>(
    'error',
    '<Table> holds a caption and one table.',
    ({ tables }) =>
      tables === 1
        ? 'Beside its table, a <Table> has words for a caption, and nothing else.'
        : tables === 0
          ? 'There is no table in this <Table>.'
          : 'There is more than one table in this <Table>.',
    () => 'Between <Table> and </Table> write the caption, an empty line, and the lines of the table: “| … | … |”.',
  ),
  'see-unknown': entry<{ id: string; nearest?: string }>(
    'error',
    'A cross-reference leads to a figure, a table, a chart, a recording or a section of the same text.',
    ({ id }) => `The cross-reference leads to “${id}”, which no figure, table, chart, recording or section of this text has for an id.`,
    ({ nearest }) =>
      didYouMean(
        nearest,
        'Give it the id: <Figure id="…">, <Table id="…">, <Audio id="…">, “[#…]” after a heading. To another text leads a link: [words](/its-name/#id).',
      ),
  ),
  'component-misplaced': entry<{ component: string; where: 'in-sentence' | 'around-blocks' }>(
    'error',
    'Some components are blocks of their own, the others are words of a sentence.',
    ({ component, where }) =>
      where === 'in-sentence'
        ? `<${component}> is in the middle of a sentence.`
        : `<${component}> encloses more than the words of one paragraph.`,
    ({ component, where }) =>
      where === 'in-sentence'
        ? 'Put it on lines of its own, with an empty line before and after it.'
        : `Put <${component}> around the words of each paragraph by itself.`,
  ),
  'heading-empty': entry<object>(
    'error',
    'A heading has words, by which it is listed and found.',
    () => 'This heading is empty.',
    () => 'Write what the section is about, or remove the heading; for a break without words, write a line of three asterisks, “***”.',
  ),
  'heading-misplaced': entry<object>(
    'error',
    'Headings divide a text; a note is too short to be divided.',
    () => 'A note cannot have a heading.',
    () => 'Make it a paragraph, or move what is under it into the text.',
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
    ({ level, expected }) => `This heading has level ${level}; the next level here is ${expected}.`,
    ({ expected }) => `Begin it with ${'#'.repeat(expected)}. The title of the page is the only heading of level 1.`,
  ),
  'link-broken': entry<{ link: string; nearest?: string }>(
    'error',
    'Links inside the site lead somewhere, down to the passage.',
    ({ link }) => `The link leads to “${link}”, which does not exist on this site.`,
    ({ nearest }) => didYouMean(nearest, 'Correct the address, or remove the link.'),
  ),
  'address-invalid': entry<{ address: string; expected: string }>(
    'error',
    'A link to another site can be followed: by http, https or mailto, to a host that can exist.',
    ({ address }) => `“${address}” is not an address that a link can lead to.`,
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
    () => 'This link has no text, so nobody can see or hear it.',
    () => 'Write what it leads to between the square brackets: “[the minutes](…)”, or remove it.',
  ),
  'link-inside-link': entry<{
    inner: 'link' | 'note' | 'term' | 'source' | 'see'
    outer: 'link' | 'note' | 'term' | 'source' | 'see' | 'title'
    write?: string
  }>(
    'error',
    'A link leads to one place: the words of a link, a term or a citation hold no other link.',
    ({ inner, outer }) =>
      `${linkNames[inner].replace(/^a/u, 'A')} cannot stand in ${outer === 'title' ? 'the title of a link, which is plain text' : `the words of ${linkNames[outer]}`}.`,
    ({ inner, outer, write }) => {
      if (outer === 'title') return 'Put it after the link.'
      if (inner === 'note') return `Put the note after it: ${write}`
      const one = write === undefined ? 'Keep one of the two' : `Keep one of the two: ${write}`
      return inner === outer ? `${one}.` : `${one}; or put ${linkNames[inner]} beside ${linkNames[outer]} in the sentence.`
    },
  ),
  'image-missing': entry<{ image: string; nearest?: string }>(
    'error',
    'Pictures are in the folder pictures/.',
    ({ image }) => `There is no picture “${image}” in the folder pictures.`,
    ({ nearest }) => didYouMean(nearest, 'Put the file there, or correct its name.'),
  ),
  'image-without-alt': entry<{ image: string }>(
    'error',
    'A picture has a description for readers who cannot see it.',
    ({ image }) => `The picture “${image}” cannot have a description and a caption in this form.`,
    ({ image }) => `Use <Figure src="${image}" alt="what it shows">caption</Figure>.`,
  ),
  'alt-is-file-name': entry<{ image: string }>(
    'warning',
    'What a picture shows is said in words, not by the name of its file.',
    ({ image }) => `The picture “${image}” has the name of a file for readers who cannot see it.`,
    () => 'Write into “alt” what it shows, in a sentence or less.',
  ),
  'picture-unsafe': entry<{ found: string; does: 'runs' | 'asks' }>(
    'error',
    'A picture shows something and does nothing: it runs nothing and asks for no other file.',
    ({ found, does }) =>
      does === 'runs'
        ? `This would run something when somebody opens the picture: ${found}`
        : `This makes the picture ask for another file: ${found}`,
    ({ does }) =>
      does === 'runs'
        ? 'Remove it, or export the picture again as “plain SVG”, with text as text or as outlines and without scripts or links that run.'
        : 'Put what it needs into the picture itself (“embed images”, text as outlines), or remove it.',
  ),
  'picture-broken': entry<{ picture: string; reason: string }>(
    'error',
    'A picture is what its name says, whole, and of a size that can be shown.',
    ({ picture, reason }) => `The picture “${picture}” cannot be shown. ${reason}`,
    () => 'Export or save it again, as SVG in UTF-8 or as PNG, JPEG, WebP, AVIF or GIF, with the matching file extension.',
  ),
  'recording-missing': entry<{ recording: string; isElsewhere: boolean; nearest?: string }>(
    'error',
    'Recordings and their words are in the folder recordings/.',
    ({ recording, isElsewhere }) =>
      isElsewhere
        ? `The recording “${recording}” lies on another host, of which readers’ browsers ask for nothing.`
        : `There is no file “${recording}” in the folder recordings.`,
    ({ isElsewhere, nearest }) =>
      isElsewhere
        ? 'Put the file itself into the folder recordings and write its name; or write a link to where it is: [words](https://…).'
        : didYouMean(nearest, 'Put the file there, or correct its name.'),
  ),
  'recording-broken': entry<{ recording: string; reason: string }>(
    'error',
    'A recording is what its name says, in a form that browsers play.',
    ({ recording, reason }) => `The recording “${recording}” cannot be played. ${reason}`,
    () => 'Save it again: sound as MP3, M4A, Ogg, Opus, FLAC or WAV, films as MP4 (H.264) or WebM, with the matching file extension.',
  ),
  'recording-heavy': entry<{ recording: string; bytes: number }>(
    'warning',
    'A recording has at most 25 MB: not every host takes more, and readers on the way pay for it.',
    ({ recording, bytes }) => `The recording “${recording}” has ${Math.round(bytes / 1_000_000)} MB.`,
    () => 'Save it with a lower bit rate or in a smaller size (for speech 64 kbit/s are enough, for a film 720 lines), or cut it in two.',
  ),
  'recording-without-words': entry<{ component: string; recording: string }>(
    'error',
    'What is said in a recording can be read: a film has captions, sound a transcript or captions.',
    ({ component, recording }) =>
      component === 'Video' ? `The film “${recording}” has no captions.` : `Nobody can read what is said in “${recording}”.`,
    ({ component, recording }) => {
      // Of an address or a path, the name of the file.
      const name = recording.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '')
      return component === 'Video'
        ? `Write them as WebVTT into recordings/${name}.vtt and add captions="${name}.vtt". Where nothing is said, let them tell what is heard: “[bell]”.`
        : `Write it into recordings/${name}.txt and add transcript="${name}.txt"; or as WebVTT, with captions="${name}.vtt". Where nothing is said, tell what is heard.`
    },
  ),
  'captions-broken': entry<{ reason: string }>(
    'error',
    'Captions are WebVTT that browsers show, all of it; a transcript holds words.',
    ({ reason }) => `These words would not be shown. ${reason}`,
    () =>
      'A file of captions begins with the line “WEBVTT”; then, after an empty line each, “00:01.000 --> 00:04.500” with the words below it.',
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
    () => 'Add it to the list, or remove the file.',
  ),
  'part-missing': entry<{ part: string; list: string; nearest?: string }>(
    'error',
    'Every part that series.yaml lists has a file.',
    ({ part, list }) => `The list “${list}” names “${part}”, but there is no file parts/${part}.mdx.`,
    ({ nearest }) => didYouMean(nearest, 'Write the file, or remove the name from the list.'),
  ),
  'part-name-reserved': entry<{ part: string; isLanguage: boolean; other?: string }>(
    'error',
    'Parts and pages have names of their own, and some are reserved for the program.',
    ({ part, isLanguage, other }) =>
      other
        ? `A page cannot be called “${part}”: the part ${other} is at /${part}/ already.`
        : `A part cannot be called “${part}”: ${isLanguage ? `/${part}/ is reserved for a translation into that language` : `the site has a page of its own at /${part}/`}.`,
    () => 'Rename the file.',
  ),
  'file-missing': entry<{ file: string }>(
    'error',
    'A series has a file series.yaml.',
    ({ file }) => `The manuscript has no file ${file}.`,
    () => 'Every series needs one. The README says what it contains.',
  ),
  'file-name-invalid': entry<{ name: string }>(
    'error',
    'File names become ids and parts of addresses.',
    ({ name }) => `“${name}” cannot be a file name here, since it becomes an id and part of a web address.`,
    () => 'Use lower-case letters, digits and single hyphens, no more than 100, and no name of a Windows device such as “con” or “aux”.',
  ),
  'source-invalid': entry<WrongField>('error', 'The fields of a source are those of CSL-JSON, each in its form.', sayField, remedyOfField),
  'front-matter-invalid': entry<WrongField>('error', 'The fields of a file are known, each in its form.', sayField, remedyOfField),
  'front-matter-misplaced': entry<{ fence: string }>(
    'error',
    'A file has one front matter, between lines of “---”, from its first line.',
    ({ fence }) => `There are fields between lines of “${fence}” here, where nothing reads them.`,
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
    ({ instead }) =>
      instead ? sayInstead(instead) : 'Look for a tag that is not closed, or a “<” or “{” in the text; write them as \\< and \\{.',
  ),
  'nesting-too-deep': entry<object>(
    'error',
    'Quotations, lists and fields are nested as deep as a reader can follow.',
    () => 'Too many elements are nested inside one another here.',
    () => 'Look for a tag or bracket that is repeated and never closed; remove some of the levels.',
  ),
  'text-too-long': entry<{ what: string; most: number }>(
    'error',
    'A text is short enough to be read in one sitting.',
    ({ what, most }) => `A text cannot have more than ${most.toLocaleString('en-GB')} ${what}.`,
    () => 'Divide it into several parts, or remove what does not belong here.',
  ),
  'file-not-text': entry<object>(
    'error',
    'Texts and data are written in UTF-8.',
    () => 'This file is not UTF-8 text, or is damaged: these bytes are not a character.',
    () => 'Save it from your editor as “UTF-8”; if it is damaged, restore the last good copy.',
  ),
  'character-invisible': entry<{ character: string }>(
    'error',
    'What is in a text can be seen: signs that only turn, hide or join others confuse search and reading aloud.',
    ({ character }) => `There is an invisible character here (${character}); it can hide or reverse the text next to it.`,
    () => 'Delete it, or delete the word and type it again. Words in another script need no such mark: <Foreign lang="he">…</Foreign>.',
  ),
  'file-unread': entry<{
    file: string
    nearest?: string
    isLike: 'ending' | 'text' | 'data' | 'page' | 'document' | 'other'
    name: string
  }>(
    'warning',
    'Every file in the manuscript’s folder has a use.',
    ({ file }) => `Nothing reads the file “${file}”: its folder or its file extension is not one the program knows.`,
    ({ nearest, isLike, name }) =>
      didYouMean(
        nearest,
        {
          ending: `It would be read as “${name}”, if its content is of that kind. Rename it, or remove it from the manuscript.`,
          text: `An essay goes into parts/ as “${name}.mdx”, a glossary entry into glossary/. Move it, or remove it from the manuscript.`,
          data: `A source goes into sources/ as “${name}.yaml”, a chart into charts/. Move it, or remove it from the manuscript.`,
          page: `A page of your own goes into pages/ as “${name}.mdx”. Move or rename it, or remove it from the manuscript.`,
          document: `Save its text as Markdown: parts/${name}.mdx for an essay, glossary/${name}.mdx for a term. Remove this file from the manuscript.`,
          other: 'Texts end in .mdx, data in .yaml, and pictures go into pictures/. Move or rename it, or remove it from the manuscript.',
        }[isLike],
      ),
  ),
  'file-link': entry<object>(
    'error',
    'A manuscript is made of files of its own: a symbolic link is not followed, wherever it leads.',
    () => 'This is a symbolic link, not a file.',
    () => 'Put the file itself in its place, or remove the link from the manuscript.',
  ),
  'file-special': entry<{ what: 'pipe' | 'socket' | 'device' }>(
    'error',
    'Pipes, sockets and devices do not belong in a manuscript.',
    ({ what }) => `This is a ${what}, not a file.`,
    () => 'Remove it from the manuscript.',
  ),
  'file-too-large': entry<{ most: number }>(
    'error',
    'A text has at most 8 MB, permalinks.json, a picture and a recording at most 64 MB.',
    ({ most }) => `This file has more than ${(most / 1_000_000).toLocaleString('en-GB')} MB, the limit for a file of its kind.`,
    () =>
      'Divide a text into several parts; save a picture in a smaller size: 3,000 pixels are enough for every screen; a recording with fewer bits a second.',
  ),
  'file-unreadable': entry<{ reason: string }>(
    'error',
    'Every file and folder of the manuscript can be read.',
    ({ reason }) => `This cannot be read: ${reason}.`,
    () => 'Give yourself permission to read it, copy it again, or remove it from the manuscript.',
  ),
  'file-name-strange': entry<{ holds: string }>(
    'error',
    'File names can be written in an address and copied to any disk.',
    ({ holds }) => `The name of this file or folder contains ${holds}.`,
    () => 'Rename it: letters, digits, hyphens and a dot before the extension work everywhere.',
  ),
  'file-name-twice': entry<{ other: string }>(
    'error',
    'File names differ in more than capitals or the form in which accents are stored.',
    ({ other }) =>
      `On many disks this name is the same as “${other}”: they differ only in capitals or in the form in which accents are stored.`,
    () => 'Rename or remove one of the two; a copy of the manuscript on another disk would have only one of them.',
  ),
  'manuscript-too-large': entry<{ what: 'files' | 'folders inside one another'; most: number }>(
    'error',
    'A manuscript has at most 50,000 files, in folders at most 16 deep.',
    ({ what, most }) => `There are more than ${most.toLocaleString('en-GB')} ${what} here.`,
    () => 'Remove from the folder what does not belong to the manuscript; check that PAMPHLET_CONTENT names the right one.',
  ),
  'quote-straight': entry<{ found: string }>(
    'warning',
    'Printed texts use opening and closing quotation marks.',
    ({ found }) => `This is a typewriter’s quotation mark or apostrophe: ${found}`,
    () => 'Write “ and ” around what is quoted, and ’ for the apostrophe.',
  ),
  'space-double': entry<object>(
    'warning',
    'There is one space between words.',
    () => 'There are two spaces where one belongs.',
    () => 'Remove one.',
  ),
  'hyphen-as-dash': entry<object>(
    'warning',
    'A dash sets off words and joins numbers; a hyphen joins words.',
    () => 'There is a hyphen where a dash belongs.',
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
    'Emphasis marks come in pairs, directly before and after the words.',
    ({ written }) => `The marks in “${written}” are printed as typed: they do not open and close emphasis here.`,
    ({ written, write }) =>
      write === undefined
        ? `Put them directly before and after the words, without a space, or type “\\${written.slice(0, 1)}” for signs that are printed.`
        : `Write “${write}”, or type “\\${written.slice(0, 1)}” for signs that are printed.`,
  ),
  'line-swallowed': entry<{ what: 'note' | 'list' | 'quotation'; line: string }>(
    'warning',
    'A line directly below a note, list or quotation belongs to it.',
    ({ what }) => `This line belongs to the ${what} above it, since there is no empty line between them.`,
    ({ what, line }) =>
      what === 'quotation'
        ? `Leave a line empty before it; if it belongs to the quotation, write “> ${line}”.`
        : `Leave a line empty before it; if it belongs to the ${what}, indent it by ${what === 'note' ? 'four' : 'two'}: “${what === 'note' ? '    ' : '  '}${line}”.`,
  ),
  'paragraph-outside-note': entry<{ line: string }>(
    'warning',
    'The paragraphs of a note are indented by four spaces.',
    () => 'This is in the text, not in the note above it: a paragraph of a note is indented by four spaces.',
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
    ({ line }) => `If it is text, write “\\${line}”; if not, remove it.`,
  ),
  ibid: entry<{ found: string }>(
    'warning',
    'A note is often read alone, on a card or from a link.',
    ({ found }) => `“${found}” means nothing in a note that is read alone.`,
    () => 'Cite the work again with <Source id="…"/>; later citations are shortened automatically.',
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
    ({ words, most }) => `The quotation has ${words} words; more than ${most} is no longer a short quotation.`,
    () => 'Shorten it, or paraphrase it in your own words.',
  ),
  'quotation-without-source': entry<object>(
    'warning',
    'A quotation says whose words it quotes.',
    () => 'The quotation does not say where it comes from.',
    () => 'Use <Quotation source="…" locator="…">…</Quotation>.',
  ),
  'citation-in-sentence': entry<{ found: string; source: string }>(
    'warning',
    'A note is a text of sentences once its references are printed in full.',
    ({ found }) => `Behind “${found}” stands a full reference, with author and title: the sentence breaks there.`,
    ({ source }) =>
      `End the sentence before it with a colon or a full stop, or give the link words of your own: <Source id="${source}">…</Source>.`,
  ),
  'term-unlinked': entry<{ name: string; term: string }>(
    'warning',
    'In each section the first mention of a party, body or person leads to its entry.',
    ({ name }) => `“${name}” is first named in this section here, without a link to the glossary.`,
    ({ name, term }) => `Write <Term id="${term}">${name}</Term>.`,
  ),
  'name-spelling': entry<{ found: string; name: string }>(
    'warning',
    'A place or an event is written with the capitals of its entry.',
    ({ found, name }) => `“${found}” is “${name}” in its entry.`,
    ({ name }) => `Write “${name}”, or give the entry the other spelling among its aliases.`,
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
    () => '<Certainty> has no words inside it.',
    () => 'Put it around the words it qualifies: <Certainty level="disputed">The number is disputed.</Certainty>.',
  ),
  'fact-uncertain': entry<{ what: string }>(
    'warning',
    'What its own author is unsure of is checked before it is published.',
    ({ what }) => `${what} is marked “certainty: low”.`,
    () => 'Check it against a source, or remove it.',
  ),
  'day-to-come': entry<{ field: string; day: string }>(
    'warning',
    'A part whose publication date is in the future is left out of the site until then.',
    ({ field, day }) => `“${field}” is ${day}, a date in the future: until then the site is built without this part.`,
    () => 'Build again on that day. If it is not meant, correct the date; if it has passed, set this computer’s clock.',
  ),
  'parts-none': entry<{ drafts: number }>(
    'error',
    'A series has at least one part that can be published.',
    ({ drafts }) =>
      drafts === 0
        ? 'The series has no part: there is no file in the folder “parts” whose name ends in .mdx.'
        : 'Every part is a draft or waits for its day, so there is nothing to publish.',
    ({ drafts }) =>
      drafts === 0
        ? `Write one, parts/the-first-part.mdx, or add one with “${programCommand('add', 'part "Its title"')}”.`
        : 'Take “draft: true” out of a part that is finished. “pamphlet dev” and “pamphlet build --drafts” show drafts too.',
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
    () => 'Remove its line under “retired”.',
  ),
  'permalink-unknown': entry<{ address: string; nearest?: string }>(
    'error',
    'Only what was published can be retired.',
    ({ address }) => `“${address}” is said to be gone, but it has never been published.`,
    ({ nearest }) => didYouMean(nearest, 'Remove the line.'),
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
    ({ count, first }) =>
      count === 1 ? `The address “${first}” is not recorded yet.` : `${count} addresses are not recorded yet, the first “${first}”.`,
    () => `Before you publish, run “${programCommand('permalinks')}”: what is recorded is protected from then on.`,
  ),
  'ledger-invalid': entry<{ field: string; expected: string }>(
    'error',
    `permalinks.json is written by “${programCommand('permalinks')}”; you write in it only under “retired”.`,
    ({ field }) => `The line “${field}” of the ledger is unknown or has a wrong value.`,
    ({ expected }) => `Expected: ${expected}.`,
  ),
  'ledger-conflict': entry<object>(
    'error',
    'A merge of two branches is finished before anything is built.',
    () => 'Two branches have changed the ledger, and the conflict markers are still in it.',
    () => `Keep the lines of both sides, one for each address, remove the conflict markers, and run “${programCommand('permalinks')}”.`,
  ),
  'ledger-damaged': entry<{ reason: string }>(
    'error',
    `permalinks.json is JSON as “${programCommand('permalinks')}” writes it, and says each thing once.`,
    ({ reason }) => `The ledger is damaged: ${reason}`,
    () =>
      `Restore the last good copy of permalinks.json from version control or a backup, and run “${programCommand('permalinks')}”; without it, links that readers have would break unnoticed.`,
  ),
  'ledger-missing': entry<object>(
    'error',
    'A series whose addresses have been recorded keeps the record.',
    () => 'The addresses of this series have been recorded, but permalinks.json is not there.',
    () =>
      `Restore it from version control (“git checkout -- permalinks.json” in the manuscript’s folder) or a backup. Only if it is lost for good, run “${programCommand('permalinks', '--anew')}”: it records the addresses as they are now and gives up all others.`,
  ),
  'rule-unknown': entry<{ rule: string; isError: boolean; nearest?: string }>(
    'error',
    'Under “style: without:” in series.yaml stand the names of warnings, each with the reason why the series does without.',
    ({ rule, isError }) => (isError ? `“${rule}” is an error, and no series does without it.` : `No warning is called “${rule}”.`),
    ({ isError, nearest }) =>
      isError ? 'Remove the line.' : didYouMean(nearest, 'The name is in the first line of each warning: “quotation-long: the reason”.'),
  ),
  'answer-unknown': entry<{ code: string; isError: boolean; nearest?: string }>(
    'error',
    'A warning can be answered in place: “{/* allow its-name: the reason */}” before the line, in YAML “# allow its-name: the reason”.',
    ({ code, isError }) => (isError ? `“${code}” is an error, and errors cannot be answered.` : `No warning is called “${code}”.`),
    ({ isError, nearest }) =>
      isError ? 'Fix the error, and remove the answer.' : didYouMean(nearest, 'The name is in the first line of each warning.'),
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
    ({ code }) => `There is no longer a warning “${code}” here to answer.`,
    () => 'Remove the answer.',
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
