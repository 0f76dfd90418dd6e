/** Commands that set how their argument looks: the argument alone stays. */
export const setsOneArgument = new Set(
  `emph textit textbf textsc textsl textrm textsf texttt textup textmd textnormal textlf textsw underline uline mbox hbox fbox makebox text
  mathrm mathcal mathbb mathfrak mathscr mathit mathbf mathsf mathtt mathnormal mathop operatorname bm boldsymbol mkbibemph mkbibbold mkbibitalic mkbibparens
  textnohyphenation nohyphens nocase NoCaseChange bibstring autocap ensuremath ce chem ch textcyrillic textcyr cyr cyrtext textgreek
  textlatin textrussian textgerman textenglish textfrench selectfont textswab hspace* sout st hl so caps textmarkup ul unit si
  SI num textquoted relsize smaller larger uppercase* DeclareTextFontCommand BibTitle bibtitle`.split(/\s+/u),
)

/** Commands that set what follows them, or nothing that is read: they go. */
export const setsWhatFollows = new Set(
  `em it bf sc sl rm sf tt itshape bfseries scshape slshape upshape mdseries rmfamily sffamily ttfamily normalfont tiny scriptsize
  footnotesize small normalsize large Large LARGE huge Huge relax protect noindent indent allowbreak nobreak break linebreak nolinebreak
  ignorespaces unskip displaystyle textstyle scriptstyle limits nolimits xspace leavevmode null strut mathstrut hfill hfil vfill centering
  raggedright raggedleft cyrchar sloppy fussy boldmath unboldmath frenchspacing nonfrenchspacing upright kern left right big Big bigl bigr Bigl
  Bigr cyr lat rus eng bgroup egroup begingroup endgroup penalty allowhyphens hyp newblock par medskip smallskip bigskip bibopenparen
  bibcloseparen isdot adddot addspace bibsentence unspace clearpage newpage pagebreak noopsort nodate`.split(/\s+/u),
)

/** Commands whose argument is for TeX and not for readers. */
export const takesAway = new Set(
  `selectlanguage color hspace vspace label index noopsort SortNoop printfirst switchargs nocite phantom hphantom vphantom kern
  fontfamily fontseries fontshape usefont fontencoding hypersetup pagestyle thispagestyle setlength foreignlanguage textcolor`.split(/\s+/u),
)

/** Signs that the table of the library has under no name, or under another than people type. */
export const ownSigns: Readonly<Record<string, string>> = {
  ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ss: 'ß', SS: 'ẞ', i: 'ı', j: 'ȷ',
  dh: 'ð', DH: 'Ð', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ', th: 'þ', TH: 'Þ', ij: 'ĳ', IJ: 'Ĳ', imath: 'ı', jmath: 'ȷ',
  S: '§', P: '¶', copyright: '©', textcopyright: '©', textregistered: '®', texttrademark: '™', pounds: '£', textsterling: '£',
  euro: '€', EUR: '€', texteuro: '€', dag: '†', ddag: '‡', textdagger: '†', textdaggerdbl: '‡', textbullet: '•',
  textperiodcentered: '·', cdot: '·', dots: '…', ldots: '…', textellipsis: '…', cdots: '⋯', lq: '‘', rq: '’',
  textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”', textquotedbl: '"', textquotesingle: "'",
  quotesinglbase: '‚', quotedblbase: '„', glqq: '„', grqq: '“', glq: '‚', grq: '‘', flqq: '«', frqq: '»', flq: '‹', frq: '›',
  guillemotleft: '«', guillemotright: '»', guillemetleft: '«', guillemetright: '»', guilsinglleft: '‹', guilsinglright: '›',
  og: '« ', fg: ' »', textendash: '–', textemdash: '—', endash: '–', emdash: '—', textasciitilde: '~', textasciicircum: '^',
  textbackslash: '\\', backslash: '\\', textbraceleft: '{', textbraceright: '}', lbrace: '{', rbrace: '}', textbar: '|', vert: '|',
  textless: '<', textgreater: '>', lt: '<', gt: '>', textunderscore: '_', textdollar: '$', textpercent: '%', slash: '/', textslash: '/',
  textvisiblespace: '␣', textdegree: '°', degree: '°', textdegreecelsius: '°C', textnumero: '№', No: 'No.', textordfeminine: 'ª',
  textordmasculine: 'º', textexclamdown: '¡', textquestiondown: '¿', textasteriskcentered: '∗', textminus: '−', textpm: '±',
  texttimes: '×', textonehalf: '½', textonequarter: '¼', textthreequarters: '¾', textmu: 'µ', textsection: '§', textparagraph: '¶',
  cprime: 'ʹ', cdprime: 'ʺ', Cprime: 'ʹ', textprime: '′', ayn: 'ʿ', hamza: 'ʾ', sharp: '♯', flat: '♭', quad: ' ', qquad: ' ',
  enspace: ' ', thinspace: ' ', space: ' ', nobreakspace: ' ', newline: ' ', TeX: 'TeX', LaTeX: 'LaTeX', LaTeXe: 'LaTeX2ε',
  BibTeX: 'BibTeX', XeTeX: 'XeTeX', AmS: 'AMS', textasciigrave: '`', textacutedbl: '˝', aldine: '❧', lnot: '¬', neg: '¬', sim: '~',
  bysame: '———', ETC: '…', hyphen: '-', nobreakdash: '', bibrangedash: '–', bibdash: '–', mkbibquote: '', ohorn: 'ơ', OHORN: 'Ơ', uhorn: 'ư', UHORN: 'Ư', lasp: 'ʽ', rasp: 'ʼ',
  cyrsftsn: 'ь', cyrhrdsn: 'ъ', CYRSFTSN: 'Ь', CYRHRDSN: 'Ъ', min: 'min', max: 'max', log: 'log', sin: 'sin', cos: 'cos', lim: 'lim',
}

/** Accents, by the sign or the name of their command, as combining characters. */
export const accents: Readonly<Record<string, string>> = {
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308', h: '\u0309',
  r: '\u030A', H: '\u030B', v: '\u030C', U: '\u030E', G: '\u030F', C: '\u030F', f: '\u0311', d: '\u0323', c: '\u0327', k: '\u0328',
  b: '\u0331', t: '\u0361', grave: '\u0300', acute: '\u0301', hat: '\u0302', widehat: '\u0302', tilde: '\u0303', widetilde: '\u0303',
  bar: '\u0304', breve: '\u0306', dot: '\u0307', ddot: '\u0308', mathring: '\u030A', check: '\u030C', textcommabelow: '\u0326',
  textcommaabove: '\u0313', textsubdot: '\u0323', textsubring: '\u0325', textogonekcentered: '\u0328', capitalogonek: '\u0328',
  capitalcedilla: '\u0327', capitalacute: '\u0301', capitalgrave: '\u0300', capitalcircumflex: '\u0302', capitaltilde: '\u0303',
  capitaldieresis: '\u0308', capitalcaron: '\u030C', capitalring: '\u030A', capitalbreve: '\u0306', capitalmacron: '\u0304',
  capitaldotaccent: '\u0307', capitalhungarumlaut: '\u030B', texttilde: '\u0303', textroundcap: '\u0311', newtie: '\u0361',
  textdoublegrave: '\u030F', overline: '\u0305', textsubumlaut: '\u0324', textsubbar: '\u0331', textsubtilde: '\u0330', B: '\u0335', M: '\u0331',
}

/** Signs after a backslash that are no letters. */
export const escapedSigns: Readonly<Record<string, string>> = {
  '\\': ' ', '&': '&', '%': '%', $: '$', '#': '#', _: '_', '{': '{', '}': '}', ' ': ' ', '\n': ' ', ',': '\u2009', ';': ' ', ':': ' ', '>': ' ', '!': '',
  '-': '', '/': '', '@': '', '(': '', ')': '', '[': '', ']': '', '|': '‖', '*': '', '+': '', '<': '',
}
