import { say } from '../../locales/say.ts'
import { inFigures } from '../../locales/say-count.ts'
import type { CertaintyLevel } from '../../model/certainty.ts'
import { type ResultKind, resultKinds, type SearchedPart } from '../../model/search.ts'
import type { Answer, Match } from './rank-results.ts'
import { element, type Filter, nameOfKind, passes } from './search-results.ts'

const mostButtons = 6

/** Beside a word a number needs no signs of its own. */
const ungrouped = { useGrouping: false } as const

/** Buttons that show the results of one kind or part, with how many there are; of many parts a menu. */
export function filtersOf(answers: readonly Answer[], filter: Filter, choose: (filter: Filter) => void): HTMLElement[] {
  // Where matches are only counted, nothing is filtered: who filters has them all.
  const counted = answers.flatMap(({ counts }) => counts ?? [])
  const ofKinds = counted.flatMap((counts) => Object.entries(counts.kinds) as [ResultKind, number][])
  const inAll = ofKinds.reduce((sum, [, count]) => sum + count, 0)
  const matches = answers.flatMap((answer) => (answer.counts ? [] : answer.matches))
  const kinds = countBy(
    matches.filter((match) => passes(match, { ...filter, kind: undefined })),
    ({ kind }) => kind,
    ofKinds,
    inAll,
  )
  const parts = countBy(
    matches.filter((match) => passes(match, { ...filter, part: undefined })),
    ({ part, isOther }) => (isOther ? undefined : part?.slug),
    counted.flatMap((counts) => counts.parts.map(([{ slug }, count]) => [slug, count])),
    inAll,
  )
  // Other languages of the series have parts of the same names.
  const found = new Map<string, readonly [SearchedPart, number]>()
  for (const [i, [part]] of counted.flatMap((counts) => counts.parts).entries()) found.set(part.slug, [part, i])
  for (const { part, isOther, series } of matches)
    if (part && !isOther && !found.has(part.slug)) found.set(part.slug, [part, series.manifest.parts.indexOf(part)])
  const rows: HTMLElement[] = []
  if (kinds.size > 2 || filter.kind) {
    const button = (label: string, kind: Filter['kind']) =>
      choiceButton(label, kinds.get(kind) ?? 0, kind === filter.kind, `kind-${kind}`, () => choose({ ...filter, kind }))
    rows.push(
      row(
        say('site-search', 'kind'),
        button(say('site-search', 'all'), undefined),
        ...resultKinds.filter((kind) => kinds.has(kind) || kind === filter.kind).map((kind) => button(nameOfKind(kind), kind)),
      ),
    )
  }
  const listed = [...found.values()].sort(([, a], [, b]) => a - b).flatMap(([part]) => (parts.has(part.slug) ? [part] : []))
  if (listed.length > 1 || filter.part) {
    const choices = [
      { label: say('site-search', 'allParts'), slug: undefined },
      ...listed.map(({ number, title, slug }) => ({
        label: number === undefined ? (title ?? slug) : say('site-search', 'partNumber', { number }),
        slug,
      })),
    ].map((choice) => ({
      ...choice,
      count: parts.get(choice.slug) ?? 0,
    }))
    const chooseSlug = (slug: string | undefined) => choose({ ...filter, part: slug })
    rows.push(
      listed.length > mostButtons
        ? row(say('site-search', 'part'), menu(choices, filter.part, chooseSlug))
        : row(
            say('site-search', 'part'),
            ...choices.map(({ label, slug, count }) =>
              choiceButton(label, count, slug === filter.part, `part-${slug}`, () => chooseSlug(slug)),
            ),
          ),
    )
  }
  return [...rows, ...certaintyRow(answers, filter, choose)]
}

/** Buttons for how sure the results are, in the words of the series: where some say so. A second press shows all again. */
function certaintyRow(answers: readonly Answer[], filter: Filter, choose: (filter: Filter) => void): HTMLElement[] {
  const known = answers.flatMap(({ matches }) => matches.flatMap(({ series }) => series.manifest.certainty ?? []))[0]
  const countIn = ({ counts, matches }: Answer, level: CertaintyLevel) =>
    counts?.levels[level] ?? matches.filter((match) => passes(match, { ...filter, certainty: level })).length
  const buttons = (known?.levels ?? []).flatMap(({ level, label }) => {
    const count = answers.reduce((sum, answer) => sum + countIn(answer, level), 0)
    const isChosen = level === filter.certainty
    const next = { ...filter, certainty: isChosen ? undefined : level }
    return count > 0 || isChosen ? [choiceButton(label, count, isChosen, `certainty-${level}`, () => choose(next))] : []
  })
  return known && buttons.length > 0 ? [row(known.label, element('span', { 'aria-hidden': 'true' }, known.label), ...buttons)] : []
}

/**
 * How many there are of each, and under `undefined` of all.
 *
 * @param counted of each, those of which only the number is told
 * @param inAll how many these are
 */
function countBy<T>(
  matches: readonly Match[],
  keyOf: (match: Match) => T | undefined,
  counted: readonly (readonly [T, number])[],
  inAll: number,
): Map<T | undefined, number> {
  const counts = new Map<T | undefined, number>([[undefined, matches.length + inAll]])
  const add = (key: T | undefined, count: number) => counts.set(key, (counts.get(key) ?? 0) + count)
  for (const match of matches) {
    const key = keyOf(match)
    if (key !== undefined) add(key, 1)
  }
  for (const [key, count] of counted) add(key, count)
  return counts
}

/** Choices beside one another, named for who does not see them. */
export const row = (label: string, ...children: readonly HTMLElement[]) =>
  element('div', { class: 'search-filter', role: 'group', 'aria-label': label }, ...children)

/** @param count how many results it shows, where that is known */
export function choiceButton(label: string, count: number | undefined, isChosen: boolean, key: string, choose: () => void): HTMLElement {
  const button = element(
    'button',
    { type: 'button', 'aria-pressed': String(isChosen), 'data-choice': key },
    label,
    ...(count === undefined ? [] : [' ', element('span', {}, inFigures(count, ungrouped))]),
  )
  button.addEventListener('click', choose)
  return button
}

type Choice = { readonly label: string; readonly slug: string | undefined; readonly count: number }

/** Choices that a menu has at once: to lay out a thousand takes longer than to find and to show what was asked for. */
const mostAtOnce = 100

/** Milliseconds after which somebody who types has come to rest. */
const rest = 400

/** A menu of parts; of very many all are in it as soon as somebody turns to it, or nothing more is typed. */
function menu(choices: readonly Choice[], chosen: string | undefined, choose: (slug: string | undefined) => void): HTMLElement {
  const select = element('select', { 'aria-label': say('site-search', 'part'), 'data-choice': 'part' }) as HTMLSelectElement
  select.addEventListener('change', () => choose(select.value || undefined))
  const options = (some: readonly Choice[]) =>
    some.map(({ label, slug, count }) => {
      const option = element('option', { value: slug ?? '' }, `${label} (${inFigures(count, ungrouped)})`) as HTMLOptionElement
      option.selected = slug === chosen
      return option
    })
  if (choices.length <= mostAtOnce) {
    select.append(...options(choices))
    return select
  }
  // The longest makes it as wide as it will be.
  const longest = Math.max(...choices.map(({ label }) => label.length))
  const widest = choices.findLast(({ label }) => label.length === longest)
  select.append(...options(choices.filter((choice, i) => i === 0 || choice.slug === chosen || choice === widest)))
  const turned = new AbortController()
  const fill = () => {
    if (turned.signal.aborted) return
    turned.abort()
    select.replaceChildren(...options(choices))
  }
  for (const type of ['pointerenter', 'pointerdown', 'focus']) select.addEventListener(type, fill, turned)
  setTimeout(() => select.isConnected && fill(), rest)
  return select
}
