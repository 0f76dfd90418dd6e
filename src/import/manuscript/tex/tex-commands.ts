/** Ranks of headings. */
export const ranks: Readonly<Record<string, number>> = {
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 6,
}

/** Commands that set their argument apart. */
export const wrappers: Readonly<Record<string, 'emphasis' | 'strong' | 'delete'>> = {
  emph: 'emphasis',
  textit: 'emphasis',
  textsl: 'emphasis',
  mkbibemph: 'emphasis',
  textbf: 'strong',
  mkbibbold: 'strong',
  sout: 'delete',
  st: 'delete',
}

/** Commands for other languages (polyglossia); babel’s `\foreignlanguage` has the names without “text”. */
export const languages: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    german: 'de',
    ngerman: 'de',
    french: 'fr',
    spanish: 'es',
    italian: 'it',
    portuguese: 'pt',
    russian: 'ru',
    ukrainian: 'uk',
    polish: 'pl',
    czech: 'cs',
    dutch: 'nl',
    swedish: 'sv',
    danish: 'da',
    finnish: 'fi',
    hungarian: 'hu',
    turkish: 'tr',
    latin: 'la',
    greek: 'el',
    hebrew: 'he',
    arabic: 'ar',
    japanese: 'ja',
    chinese: 'zh',
  }).map(([name, tag]) => [`text${name}`, tag]),
)

/** Commands for TeX alone, with the number of arguments that go with them. */
export const ignored: Readonly<Record<string, number>> = {
  maketitle: 0,
  tableofcontents: 0,
  listoffigures: 0,
  listoftables: 0,
  printbibliography: 0,
  theendnotes: 0,
  appendix: 0,
  frontmatter: 0,
  mainmatter: 0,
  backmatter: 0,
  hline: 0,
  index: 1,
  pagestyle: 1,
  thispagestyle: 1,
  pagenumbering: 1,
  bibliographystyle: 1,
  usepackage: 1,
  documentclass: 1,
  setlength: 2,
  addtolength: 2,
  setcounter: 2,
  addtocounter: 2,
  vspace: 1,
  hspace: 1,
  selectlanguage: 1,
  hypersetup: 1,
  markboth: 2,
  markright: 1,
  addcontentsline: 3,
  newpage: 0,
  clearpage: 0,
  centering: 0,
  noindent: 0,
  graphicspath: 1,
  hyphenation: 1,
  phantomsection: 0,
  linespread: 1,
  setmainfont: 1,
}

/** Commands of one argument that the reader of running text knows better. */
export const nearlyPlain: ReadonlySet<string> = new Set(['ensuremath', 'ce', 'SI', 'si', 'num', 'uppercase*', 'selectfont'])
