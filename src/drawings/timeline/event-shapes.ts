import type { EventKind } from '../../model/event-file.ts'

export type EventShape = {
  /** An SVG path around the origin, about ten units wide. */
  readonly path: string
  /** Filled, or an outline. */
  readonly isHollow: boolean
}

/** A shape for each kind of event, so that colour is not the only thing to tell them by. */
export const eventShapes: Record<EventKind, EventShape> = {
  assembly: { path: 'M-4.5 0a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1-9 0Z', isHollow: false },
  decision: { path: 'M-4-4H4V4H-4Z', isHollow: false },
  unrest: { path: 'M0-5.2 5.2 4.2H-5.2Z', isHollow: false },
  government: { path: 'M0-5.8 5.8 0 0 5.8-5.8 0Z', isHollow: false },
  war: { path: 'M-4.9-3-3-4.9 0-1.9 3-4.9 4.9-3 1.9 0 4.9 3 3 4.9 0 1.9-3 4.9-4.9 3-1.9 0Z', isHollow: false },
  organisation: { path: 'M-3.9 0a3.9 3.9 0 1 1 7.8 0a3.9 3.9 0 1 1-7.8 0Z', isHollow: true },
  publication: { path: 'M-3.6-4.6H3.6V4.6H-3.6Z', isHollow: true },
}
