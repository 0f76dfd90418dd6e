import type { EventKind } from '../../model/files/event-file.ts'
import type { eventMarks } from '../../model/kinds/kinds.ts'

export type EventShape = {
  /** An SVG path around the origin, about ten units wide. */
  readonly path: string
  /** Filled, or an outline. */
  readonly isHollow: boolean
}

type Mark = (typeof eventMarks)[number]

/**
 * A shape for each kind of event, so that colour is not the only thing to tell them by.
 *
 * @param own those of the writer’s own kinds
 */
export const shapeOf = (kind: EventKind, own: Readonly<Partial<Record<string, Mark>>> = {}): EventShape =>
  shapeOfMark(own[kind] ?? marks[kind] ?? 'disc')

export const shapeOfMark = (mark: Mark): EventShape => shapes[mark]

const marks: Readonly<Record<EventKind, Mark>> = {
  assembly: 'disc',
  decision: 'square',
  unrest: 'triangle',
  government: 'diamond',
  war: 'cross',
  organisation: 'ring',
  publication: 'box',
}

const shapes: Readonly<Record<Mark, EventShape>> = {
  disc: { path: 'M-4.5 0a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1-9 0Z', isHollow: false },
  square: { path: 'M-4-4H4V4H-4Z', isHollow: false },
  triangle: { path: 'M0-5.2 5.2 4.2H-5.2Z', isHollow: false },
  diamond: { path: 'M0-5.8 5.8 0 0 5.8-5.8 0Z', isHollow: false },
  cross: { path: 'M-4.9-3-3-4.9 0-1.9 3-4.9 4.9-3 1.9 0 4.9 3 3 4.9 0 1.9-3 4.9-4.9 3-1.9 0Z', isHollow: false },
  ring: { path: 'M-3.9 0a3.9 3.9 0 1 1 7.8 0a3.9 3.9 0 1 1-7.8 0Z', isHollow: true },
  box: { path: 'M-3.6-4.6H3.6V4.6H-3.6Z', isHollow: true },
}
