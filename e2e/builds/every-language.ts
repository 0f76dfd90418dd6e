/** A language that the program speaks: a title, a sentence, words that stand in one, two, five and twenty-one paragraphs, and a term. */
type Sample = { readonly title: string; readonly sentence: string; readonly words: readonly string[]; readonly term: string }

const sample = (title: string, sentence: string, words: string, term: string): Sample => ({
  title,
  sentence,
  words: words.split(' '),
  term,
})

/** By language, English first: that of the original. */
export const samples: Readonly<Record<string, Sample>> = {
  en: sample('The lamp of Lamna', 'On that night the keeper wrote of it in the log', 'anchor storm rope oil', 'Keeper'),
  de: sample('Das Licht von Lamna', 'In dieser Nacht schrieb der Wärter davon in das Buch', 'Anker Sturm Seil Öl', 'Wärter'),
  fr: sample('Le feu de Lamna', 'Cette nuit-là, le gardien nota dans le journal', 'ancre tempête corde huile', 'Gardien'),
  es: sample('La luz de Lamna', 'Aquella noche el guardián anotó en el diario', 'ancla tormenta cuerda aceite', 'Guardián'),
  it: sample('La luce di Lamna', 'Quella notte il guardiano annotò nel diario', 'ancora tempesta corda olio', 'Guardiano'),
  pt: sample('A luz de Lamna', 'Naquela noite o faroleiro anotou no diário', 'âncora tempestade corda azeite', 'Faroleiro'),
  ru: sample('Огонь Ламны', 'В ту ночь смотритель записал в журнале', 'якорь буря канат масло', 'Смотритель'),
  uk: sample('Вогонь Ламни', 'Тієї ночі доглядач записав у журналі', 'якір буря канат олія', 'Доглядач'),
  pl: sample('Światło Lamny', 'Tej nocy latarnik zapisał w dzienniku', 'kotwica burza lina olej', 'Latarnik'),
  tr: sample('Lamna’nın ışığı', 'O gece bekçi deftere şunu yazdı', 'çapa fırtına halat yağ', 'Bekçi'),
  el: sample('Το φως της Λάμνας', 'Εκείνη τη νύχτα ο φύλακας έγραψε στο ημερολόγιο', 'άγκυρα καταιγίδα σχοινί λάδι', 'Φύλακας'),
  ar: sample('ضوء لامنا', 'في تلك الليلة كتب الحارس في السجل', 'مرساة عاصفة حبل زيت', 'حارس'),
  he: sample('האור של למנה', 'באותו לילה כתב השומר ביומן', 'עוגן סערה חבל שמן', 'שומר'),
  ja: sample('ラムナの灯', 'その夜、灯台守は日誌に書いた', '錨 嵐 綱 油', '灯台守'),
  zh: sample('拉姆纳之光', '那天夜里守灯人在日志里写道', '锚 风暴 绳索 灯油', '守灯人'),
}

/** In how many paragraphs each of the words stands. */
export const occurrences: readonly number[] = [1, 2, 5, 21]

/** A series in all these languages, by the paths of its files. */
export function seriesInEveryLanguage(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(samples).flatMap((language) => filesIn(language)))
}

function filesIn(language: string): (readonly [path: string, text: string])[] {
  const isOriginal = language === 'en'
  const { title, sentence, words, term } = samples[language] as Sample
  const [stop, comma] = /^(?:ja|zh)$/u.test(language) ? ['。', '、'] : ['.', ', ']
  const paragraphs = Array.from({ length: 21 }, (_, i) => {
    const here = words.filter((_, k) => i < (occurrences[k] ?? 0))
    return `${sentence}${stop} ${here.join(comma)}${stop}${i === 3 ? '[^one]' : ''}`
  })
  const folder = isOriginal ? '' : `translations/${language}/`
  const facts = `slug: lamna
language: en
authors: [{ family: Orr, given: Ada }]
rights: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
parts: [one]
`
  return [
    [`${folder}series.yaml`, `title: ${title}\ndescription: ${sentence}${stop}\n${isOriginal ? facts : ''}`],
    [
      `${folder}parts/one.mdx`,
      `---\ntitle: ${title}\ndescription: ${sentence}${stop}\n---\n\n${paragraphs.slice(0, 10).join('\n\n')}\n\n## ${term}\n\n**${term}**\n\n${paragraphs.slice(10).join('\n\n')}\n\n[^one]: ${term}${stop}\n`,
    ],
    [`${folder}glossary/keeper.mdx`, `---\nname: ${term}\n${isOriginal ? 'kind: concept\n' : ''}---\n\n${sentence}${stop}\n`],
  ]
}
