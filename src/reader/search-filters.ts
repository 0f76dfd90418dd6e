import { resultKinds, type SearchedPart } from '../model/search.ts'
import type { Answer, Match } from './search-index.ts'
import { element, type Filter, kindNames, passes } from './search-results.ts'

const mostButtons = 6

/** Buttons that show the results of one kind or part, with how many there are; of many parts a menu. */
export function filtersOf({ matches }: Answer, filter: Filter, choose: (filter: Filter) => void): HTMLElement[] {
  const count = (wanted: Filter) => matches.filter((match) => passes(match, wanted)).length
  const kinds = resultKinds.filter((kind) => count({ kind, part: filter.part }) > 0 || kind === filter.kind)
  const rows: HTMLElement[] = []
  if (kinds.length > 1 || filter.kind) {
    const button = (label: string, wanted: Filter) =>
      choiceButton(label, count(wanted), wanted.kind === filter.kind, `kind-${wanted.kind}`, () => choose(wanted))
    rows.push(row('Kind', button('All', { part: filter.part }), ...kinds.map((kind) => button(kindNames[kind], { kind, part: filter.part }))))
  }
  const parts = partsOf(matches.filter((match) => passes(match, { kind: filter.kind })))
  if (parts.length > 1 || filter.part) {
    const choices = [{ label: 'All parts', slug: undefined }, ...parts.map(({ number, slug }) => ({ label: `Part ${number}`, slug }))]
    const of = (slug: string | undefined) => ({ kind: filter.kind, part: slug })
    rows.push(
      parts.length > mostButtons
        ? row('Part', menu(choices, of, count, filter, choose))
        : row('Part', ...choices.map(({ label, slug }) => choiceButton(label, count(of(slug)), slug === filter.part, `part-${slug}`, () => choose(of(slug))))),
    )
  }
  return rows
}

const row = (label: string, ...children: readonly HTMLElement[]) => element('div', { class: 'search-filter', role: 'group', 'aria-label': label }, ...children)

function choiceButton(label: string, count: number, isChosen: boolean, key: string, choose: () => void): HTMLElement {
  const button = element('button', { type: 'button', 'aria-pressed': String(isChosen), 'data-choice': key }, label, ' ', element('span', {}, String(count)))
  button.addEventListener('click', choose)
  return button
}

function menu(
  choices: readonly { label: string; slug: string | undefined }[],
  of: (slug: string | undefined) => Filter,
  count: (filter: Filter) => number,
  filter: Filter,
  choose: (filter: Filter) => void,
): HTMLElement {
  const select = element('select', { 'aria-label': 'Part', 'data-choice': 'part' }) as HTMLSelectElement
  for (const { label, slug } of choices) {
    const option = element('option', { value: slug ?? '' }, `${label} (${count(of(slug))})`) as HTMLOptionElement
    option.selected = slug === filter.part
    select.append(option)
  }
  select.addEventListener('change', () => choose(of(select.value || undefined)))
  return select
}

/** The parts of this series that have matches, in their order. */
const partsOf = (matches: readonly Match[]): SearchedPart[] =>
  [...new Set(matches.flatMap(({ part, isOther }) => (part && !isOther ? [part] : [])))].sort((a, b) => a.number - b.number)
