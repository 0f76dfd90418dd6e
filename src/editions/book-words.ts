/** What books say that stands on no page of the site. */
export const words = {
  cover: 'Cover',
  coverAlternative: (title: string) => `Cover: ${title}`,
  titlePage: 'Title page',
  contents: 'Contents',
  landmarks: 'Landmarks',
  start: 'Introduction',
  startOfText: 'Start of the text',
  notes: 'Notes',
  glossary: 'Glossary',
  sources: 'Sources',
  part: (number: number, title: string) => `Part ${number}: ${title}`,
  partNumber: (number: number) => `Part ${number}`,
  index: 'Index',
  colophon: 'About this book',
  version: (version: string, day: string, hash: string) => `Version ${version} of ${day} [${hash}]`,
  madeFrom: (address: string | undefined) =>
    address ? `This book was made from the site at ${address}.` : 'This book was made from a site of the same texts.',
  sameIds: 'Notes, paragraphs and sections have the same names as there: what you cite from the book can be found on the site.',
  text: 'Text',
  software: 'Made with Pamphlet, under the MIT licence. Type: Vollkorn and Sofia Sans, SIL Open Font License 1.1.',
  addresses: 'Addresses of the notes',
  note: (part: number, note: number) => `Part ${part}, note ${note}`,
  accessibility:
    'The text is structured by headings and lists, and has a table of contents. Pictures and drawings have descriptions, and what a drawing shows is also given as a list or table. Notes are linked with their places in the text and back.',
} as const
