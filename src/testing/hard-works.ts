import { type SourceFile, sourceTypes } from '../model/files/source-file.ts'
import type { Source } from '../model/series.ts'

/** For tests: a work as the Series has it. */
export const work = (id: string, file: SourceFile): Source => ({
  ...file,
  id,
  href: `/sources/${id}/`,
  html: id,
  label: id,
  authorSort: '',
  forms: [],
  citedIn: [],
  supports: [],
})

/** For tests: works with everything that formats of reference managers stumble over, and one of each type. */
export const hardWorks: readonly Source[] = [
  work('signs', {
    type: 'book',
    title: 'Lamps & “wicks” — 100 % {of} them: #1, $5, a_b, x^2, ~ and \\; naïve œuvre',
    author: [
      { family: 'Castell', given: 'Inês', 'non-dropping-particle': 'de' },
      { literal: 'Keepers and Guild, Eastern Lights' },
      { family: 'Orr', given: 'A. B.', suffix: 'Jr.' },
      { family: 'Eastman Smith', given: 'Max' },
    ],
    publisher: 'Brand & Söhne',
    'publisher-place': 'Łódź',
    issued: '1911/1916',
    'original-date': '1899-04-07',
    'original-title': 'Το Ημερολόγιο του φανού',
    translator: [{ family: 'Ørsted', given: 'Åse' }],
    editor: [{ literal: 'A Society' }, { family: 'Roe', given: 'T.' }],
    edition: '2',
    volume: '3',
    ISBN: '080442957X',
    DOI: '10.5555/a_b(1)%c',
    URL: 'https://example.org/a_b?x=1&y=%20z#part~2',
    language: 'en-GB',
    keyword: 'primary',
    note: 'Fifty % of it & more_; “so {it} is”.',
  }),
  work('cyrillic', {
    type: 'chapter',
    title: 'Ёлка и маяк: № 5',
    author: [{ family: 'Минков', given: 'Тодор Й.' }, { literal: 'Съюз на фаропазачите' }],
    editor: [{ family: 'Цветкова', given: 'Я.' }],
    'container-title': 'Светлините & морето',
    page: '88–131',
    issued: '1952-03',
    language: 'bg',
  }),
  work('day', {
    type: 'article-newspaper',
    title: 'The lamp is out',
    'container-title': 'The Lamna Gazette',
    issued: '1907-09-02',
    issue: '17',
    volume: '4',
    page: '3',
  }),
  work('nothing', { type: 'webpage', title: 'A page' }),
  ...sourceTypes.map((type) =>
    work(`a-${type.replaceAll('_', '-')}`, { type, title: `A ${type}`, publisher: 'Tooth Press', issued: '1999' }),
  ),
]
