/** The months of the French Republican calendar by language, and how its dates are said. */
export type RepublicanNames = {
  /** Twelve months; `ofDays` where they are inflected behind the number of a day. */
  readonly months: readonly string[]
  readonly ofDays?: readonly string[]
  /** “18 Brumaire”; a day of the five or six at the end of the year. */
  readonly day: string
  readonly complementary: string
  /** A day or month with its year, and the year alone, in Roman numerals or Arabic. */
  readonly withYear: string
  readonly year: string
  readonly numerals: 'roman' | 'arabic'
}

const twelve = (names: string) => names.split(' ')

const frenchMonths = 'vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor thermidor fructidor'
const capitals = 'Vendémiaire Brumaire Frimaire Nivôse Pluviôse Ventôse Germinal Floréal Prairial Messidor Thermidor Fructidor'

const french: RepublicanNames = {
  months: twelve(frenchMonths),
  day: '{day} {month}',
  complementary: '{day}e jour complémentaire',
  withYear: '{date} an {year}',
  year: 'an {year}',
  numerals: 'roman',
}

/** CLDR has no such calendar; languages that are missing here call the months as the French do. */
export const republicanNames: Readonly<Record<string, RepublicanNames>> = {
  fr: french,
  en: {
    months: twelve(capitals),
    day: '{day} {month}',
    complementary: 'Complementary Day {day}',
    withYear: '{date} Year {year}',
    year: 'Year {year}',
    numerals: 'roman',
  },
  de: {
    months: twelve(capitals),
    day: '{day}. {month}',
    complementary: '{day}. Ergänzungstag',
    withYear: '{date} des Jahres {year}',
    year: 'Jahr {year}',
    numerals: 'roman',
  },
  es: {
    months: twelve('vendimiario brumario frimario nivoso pluvioso ventoso germinal floreal pradial mesidor termidor fructidor'),
    day: '{day} de {month}',
    complementary: 'día complementario {day}',
    withYear: '{date} del año {year}',
    year: 'año {year}',
    numerals: 'roman',
  },
  it: {
    months: twelve('vendemmiaio brumaio frimaio nevoso piovoso ventoso germile fiorile pratile messidoro termidoro fruttidoro'),
    day: '{day} {month}',
    complementary: '{day}º giorno complementare',
    withYear: '{date} anno {year}',
    year: 'anno {year}',
    numerals: 'roman',
  },
  pt: {
    months: twelve('vindemiário brumário frimário nivoso pluvioso ventoso germinal floreal pradial messidor termidor frutidor'),
    day: '{day} de {month}',
    complementary: '{day}.º dia complementar',
    withYear: '{date} do ano {year}',
    year: 'ano {year}',
    numerals: 'roman',
  },
  ru: {
    months: twelve('вандемьер брюмер фример нивоз плювиоз вантоз жерминаль флореаль прериаль мессидор термидор фрюктидор'),
    ofDays: twelve('вандемьера брюмера фримера нивоза плювиоза вантоза жерминаля флореаля прериаля мессидора термидора фрюктидора'),
    day: '{day} {month}',
    complementary: '{day}-й дополнительный день',
    withYear: '{date} {year} года',
    year: '{year} год',
    numerals: 'roman',
  },
  uk: {
    months: twelve('вандем’єр брюмер фример нівоз плювіоз вантоз жерміналь флореаль преріаль мессидор термідор фрюктидор'),
    ofDays: twelve('вандем’єра брюмера фримера нівоза плювіоза вантоза жерміналя флореаля преріаля мессидора термідора фрюктидора'),
    day: '{day} {month}',
    complementary: '{day}-й додатковий день',
    withYear: '{date} {year} року',
    year: '{year} рік',
    numerals: 'roman',
  },
  pl: {
    months: twelve(frenchMonths),
    ofDays: twelve(
      'vendémiaire’a brumaire’a frimaire’a nivôse’a pluviôse’a ventôse’a germinala floréala prairiala messidora thermidora fructidora',
    ),
    day: '{day} {month}',
    complementary: '{day}. dzień uzupełniający',
    withYear: '{date} roku {year}',
    year: 'rok {year}',
    numerals: 'roman',
  },
  tr: {
    months: twelve(capitals),
    day: '{day} {month}',
    complementary: '{day}. tamamlayıcı gün',
    withYear: '{date}, {year}. yıl',
    year: '{year}. yıl',
    numerals: 'roman',
  },
  el: {
    months: twelve('Βαντεμιαίρ Μπρυμαίρ Φριμαίρ Νιβόζ Πλυβιόζ Βαντόζ Ζερμινάλ Φλορεάλ Πραιριάλ Μεσιντόρ Τερμιντόρ Φρυκτιντόρ'),
    day: '{day} {month}',
    complementary: '{day}η συμπληρωματική ημέρα',
    withYear: '{date}, έτος {year}',
    year: 'έτος {year}',
    numerals: 'roman',
  },
  ar: {
    months: twelve('فانديميير برومير فريمير نيفوز بلوفيوز فانتوز جرمينال فلوريال بريريال ميسيدور ترميدور فروكتيدور'),
    day: '{day} {month}',
    complementary: 'اليوم التكميلي {day}',
    withYear: '{date} سنة {year}',
    year: 'سنة {year}',
    numerals: 'arabic',
  },
  he: {
    months: twelve('ונדמייר ברימר פרימר ניבוז פליביוז ונטוז ז׳רמינאל פלוראל פרריאל מסידור תרמידור פריקטידור'),
    ofDays: twelve('בוונדמייר בברימר בפרימר בניבוז בפליביוז בוונטוז בז׳רמינאל בפלוראל בפרריאל במסידור בתרמידור בפריקטידור'),
    day: '{day} {month}',
    complementary: 'יום ההשלמה {day}',
    withYear: '{date} שנה {year}',
    year: 'שנה {year}',
    numerals: 'arabic',
  },
  ja: {
    months: twelve('葡萄月 霧月 霜月 雪月 雨月 風月 芽月 花月 草月 収穫月 熱月 実月'),
    day: '{month}{day}日',
    complementary: '補充日第{day}日',
    withYear: '共和暦{year}年{date}',
    year: '共和暦{year}年',
    numerals: 'arabic',
  },
  zh: {
    months: twelve('葡月 雾月 霜月 雪月 雨月 风月 芽月 花月 牧月 获月 热月 果月'),
    day: '{month}{day}日',
    complementary: '补充日第{day}日',
    withYear: '共和历{year}年{date}',
    year: '共和历{year}年',
    numerals: 'arabic',
  },
}

/** How a language says dates of the calendar. */
export const republicanNamesOf = (language: string): RepublicanNames => republicanNames[new Intl.Locale(language).language] ?? french
