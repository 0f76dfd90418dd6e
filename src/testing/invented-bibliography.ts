/** A BibTeX file of works that nobody wrote, and all that is wrong with it. */
export type InventedBibliography = {
  readonly text: string
  readonly entries: number
  /** What must be said: the line, the name of the entry and words of the message. */
  readonly problems: readonly { readonly line: number; readonly name: string; readonly says: RegExp }[]
  /** Keys of the entries that cannot be taken. */
  readonly leftOut: readonly string[]
  /** How many are another of the file once more. */
  readonly same: number
}

const things = ['Lamp', 'Wick', 'Foghorn', 'Buoy', 'Tide Table', 'Logbook', 'Harbour Wall', 'Signal Flag', 'Anchor', 'Reef']
const places = ['Lamna', 'Ostrovitsa', 'Port Sel', 'Inish Gull', 'Cape Voda']
/** As they are typed in LaTeX. */
const people = [
  String.raw`M{\"u}ller, J{\"o}rg`,
  String.raw`{\O}stergaard, Pia`,
  String.raw`{\v C}ern{\'a}, Ji{\v r}ina`,
  String.raw`Nu\~nez, Jos\'e`,
  String.raw`van der Berg, Aa{\ss}e`,
  String.raw`{\L}ysek, Zofia`,
  String.raw`O'Malley, Gr{\'a}inne`,
  'Петров, Анна',
  '{The Guild of Keepers}',
  String.raw`{Board of Lights {\&} Buoys}`,
]

type Written = {
  readonly lines: readonly string[]
  readonly problems?: readonly { readonly at: number; readonly says: RegExp }[]
  readonly isLeftOut?: true
  readonly isSame?: true
}

/** Entries whose mistakes are theirs alone; `at` counts lines from the first of the entry. */
const special: Record<number, (key: string) => Written> = {
  20: () => ({
    lines: ['@book{work-19,', '  title = {Another Book under a Key That Is Taken},', '  author = {Vardas, Eleni},', '  year = 1950', '}'],
    problems: [{ at: 0, says: /the key “work-19” is taken by the entry on line \d+; this one is “work-19-2”/ }],
  }),
  40: (key) => ({
    lines: [
      `@book{${key},`,
      '  title = {A Book with a Wrong Digit},',
      '  author = {Vardas, Eleni},',
      '  year = 1951,',
      '  isbn = {978-0-306-40615-2}',
      '}',
    ],
    problems: [{ at: 4, says: /ISBN “9780306406152” is left out.*last digit would be 7/ }],
  }),
  60: (key) => ({
    lines: [
      `@article{${key},`,
      '  title = {An Article with No Identifier},',
      '  author = {Vardas, Eleni},',
      '  year = 1952,',
      '  doi = {doi:12.34/x}',
      '}',
    ],
    problems: [{ at: 4, says: /DOI “doi:12\.34\/x” is left out/ }],
  }),
  80: (key) => ({
    lines: [`@book{${key},`, '  author = {Vardas, Eleni},', '  year = 1953', '}'],
    problems: [{ at: 0, says: /it has no title/ }],
    isLeftOut: true,
  }),
  100: (key) => ({
    lines: [`@book{${key},`, '  title = {A Book of the Thirteenth Month},', '  author = {Vardas, Eleni},', '  date = {1954-13}', '}'],
    problems: [{ at: 3, says: /issued: “1954-13” is read as 1954; there is no month 13/ }],
  }),
  120: (key) => ({
    lines: [`@book{${key},`, '  title = {A Book That Never Ends,', '  author = {Vardas, Eleni},', '  year = 1955', '}', ''],
    problems: [{ at: 0, says: /a brace that is opened here is never closed/ }],
    isLeftOut: true,
  }),
  140: () => ({
    lines: ['@book{work-139,', '  title = {A Third Book under a Key That Is Taken},', '  year = 1956', '}'],
    problems: [
      { at: 0, says: /the key “work-139” is taken by the entry on line \d+; this one is “work-139-2”/ },
      { at: 0, says: /it has no author, editor or publisher/ },
    ],
  }),
  160: (key) => ({
    lines: [`@book{${key},`, '  title = {A Book without a Comma}', '  author = {Vardas, Eleni},', '  year = 1957', '}'],
    problems: [{ at: 2, says: /a comma is missing before this field/ }],
  }),
  180: (key) => ({
    lines: [`@book{${key},`, '  title = {A Book of an Unknown House},', '  publisher = nobody,', '  year = 1958', '}'],
    problems: [{ at: 2, says: /“nobody” \(publisher\) is an abbreviation that no @string defines; taken as it is/ }],
  }),
  200: (key) => ({
    lines: [`@book{${key},`, String.raw`  title = {A Book of \lighthouse{Signs}},`, '  year = 1959', '}'],
    problems: [
      { at: 1, says: /title: “\\lighthouse” is no LaTeX command/ },
      { at: 0, says: /it has no author, editor or publisher/ },
    ],
  }),
  220: (key) => ({
    lines: [
      `@dataset{${key},`,
      '  title = {Nights without Fog, Counted},',
      '  author = {Vardas, Eleni and others},',
      '  date = {1960?}',
      '}',
    ],
    problems: [{ at: 2, says: /author: “and others” has no place/ }],
  }),
  240: (key) => ({
    lines: [`@misc{${key},`, '  title = {A Sheet without Author or Date},', '  abstract = {Nothing is known of it.}', '}'],
    problems: [
      { at: 2, says: /no place for abstract/ },
      { at: 0, says: /it has no author, editor or publisher and no date/ },
    ],
  }),
  260: (key) => ({
    lines: [
      `@book{${key},`,
      '  title = {{The Lamp of Lamna, Volume 1}},',
      String.raw`  author = {M{\"u}ller, J{\"o}rg},`,
      '  year = {1801}',
      '}',
    ],
    problems: [{ at: 0, says: /it is the same work as “work-1” on line \d+ \(title and year\)/ }],
    isSame: true,
  }),
}

/** Writes the file: always the same. */
export function inventBibliography(entries = 300): InventedBibliography {
  const lines = ['% Works that nobody wrote.', '@string{guild = {Guild Press}}', '@preamble{"\\newcommand{\\lighthouse}[1]{#1}"}', '']
  const problems: { line: number; name: string; says: RegExp }[] = []
  const leftOut: string[] = []
  let same = 0
  for (let n = 1; n <= entries; n++) {
    const key = `work-${n}`
    const { lines: written, problems: own = [], isLeftOut, isSame } = special[n]?.(key) ?? { lines: plainEntry(n, key) }
    const name = /\{([^,]+),/u.exec(written[0] ?? '')?.[1] ?? ''
    problems.push(...own.map(({ at, says }) => ({ line: lines.length + at + 1, name, says })))
    if (isLeftOut) leftOut.push(name)
    if (isSame) same += 1
    lines.push(...written, '')
  }
  return { text: lines.join('\n'), entries, problems, leftOut, same }
}

/** Every kind of entry, name, date and macro in turn. */
function plainEntry(n: number, key: string): string[] {
  const person = people[(n - 1) % people.length] ?? ''
  const title = `The {${things[(n - 1) % things.length]}} of ${places[(n - 1) % places.length]}, Volume ${n}`
  const year = 1800 + (n % 200)
  const start = [`  title = {${title}},`, `  author = {${person}},`]
  switch (n % 5) {
    case 0:
      return [
        `@article{${key},`,
        ...start,
        String.raw`  journal = {Annals of Lights \& Tides},`,
        `  volume = ${n},`,
        '  pages = {1--9},',
        `  year = ${year}, month = may`,
        '}',
      ]
    case 1:
      return [`@book{${key},`, ...start, '  publisher = guild,', '  address = {Lamna},', `  year = {${year}}`, '}']
    case 2:
      return [
        `@collection{${key},`,
        start[0] ?? '',
        `  editor = {${person} and Vardas, Eleni},`,
        `  date = {${year}-03/${year + 2}},`,
        '  langid = {british}',
        '}',
      ]
    case 3:
      return [
        `@incollection{${key},`,
        ...start,
        `  booktitle = "Signs ---{} a Reader",`,
        `  doi = {10.5555/lamna.${n}},`,
        `  date = {${year}}`,
        '}',
      ]
    default:
      return [`@online{${key},`, ...start, `  url = {https://lamna.example/${n}},`, `  date = {${year}-11-05}`, '}']
  }
}
