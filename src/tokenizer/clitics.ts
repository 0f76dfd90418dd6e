/**
 * Words that are written as one with the word behind them: in Arabic “and”, “so”, “with”, “like”, “for” and the article;
 * in Hebrew these too.
 */
const arabic = /^(?:[وف]?[بكل]?(?:ال)|[وف]?لل|[وف]|[وف]?[بكل])(?=\p{Script=Arab}{3})/u
const hebrew = /^(?:[ושכלבמה]|ו[שכלבמה]|[שכלבמ]ה|ש[כלבמ]|וש[כלבמה]|כש|לכש|מה|שה)(?=\p{Script=Hebr}{3})/u

/**
 * The same word without what is joined to its head, and with the article alone where it has one: “بالعالم” is `العالم` and
 * `عالم` too. A form that is no word harms nobody, for none asks for it.
 *
 * @param word folded
 */
export function withoutClitics(word: string): string[] {
  if (/^\p{Script=Hebr}/u.test(word)) return shorter(word, hebrew)
  if (!/^\p{Script=Arab}/u.test(word)) return []
  const bare = shorter(word, arabic)
  const hasArticle = /^[وف]?[بك]?ال/u.test(word) || /^[وف]?لل/u.test(word)
  return [...new Set([...bare, ...(hasArticle ? bare.map((one) => `ال${one}`) : [])])].filter((one) => one !== word)
}

const shorter = (word: string, joined: RegExp): string[] => {
  const rest = word.replace(joined, '')
  return rest === word ? [] : [rest]
}
