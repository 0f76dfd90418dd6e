import type { EventKind } from '../../model/files/event-file.ts'
import type { PlacedEvent, TimelineSpan } from '../timeline/timeline-span.ts'
import { type Miniature, miniatureSize, square } from './miniature.ts'

/** The kinds that the timeline shows in red. */
const red: ReadonlySet<EventKind> = new Set(['unrest', 'government', 'war'])

const { width, height } = miniatureSize
const foot = 10
const largest = 9
const smallest = 2

/** The events of the timeline, each a square, piled up where it lies in time; as large as the highest pile lets them be. */
export function drawEventsMiniature(span: TimelineSpan): Miniature {
  const sizes = Array.from({ length: largest - smallest + 1 }, (_, i) => largest - i)
  const size = sizes.find((each) => Math.max(...pilesOf(span, each).map((pile) => pile.length)) * (each + 1) <= height - foot) ?? smallest
  const squares = pilesOf(span, size).flatMap((pile, column) =>
    pile.map(({ event }, i) => ({
      isRed: red.has(event.kind),
      path: square(column * (size + 1), Math.max(0, height - foot - (i + 1) * (size + 1)), size),
    })),
  )
  const pathOf = (isRed: boolean) =>
    squares
      .filter((each) => each.isRed === isRed)
      .map(({ path }) => path)
      .join('')
  return {
    width,
    height,
    paths: [
      { kind: 'line', path: `M0 ${height - foot + 2}H${width}` },
      { kind: 'ink', path: pathOf(false) },
      { kind: 'red', path: pathOf(true) },
    ],
  }
}

/** The events in as many stretches of time as there is room for columns. */
function pilesOf({ events, from, to }: TimelineSpan, size: number): PlacedEvent[][] {
  const columns = Math.floor(width / (size + 1))
  const piles = Array.from({ length: columns }, (): PlacedEvent[] => [])
  for (const placed of events) {
    const column = Math.floor(((placed.day - from) / (to - from)) * columns)
    piles[Math.max(0, Math.min(columns - 1, column))]?.push(placed)
  }
  return piles
}
