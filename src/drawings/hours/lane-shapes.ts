import { eventMarks } from '../../model/kinds/kinds.ts'
import { type EventShape, shapeOfMark } from '../timeline/event-shapes.ts'

/** A shape for each lane, so that neither colour nor place is the only thing to tell them by. */
export const shapeOfLane = (lane: number): EventShape => shapeOfMark(eventMarks[lane % eventMarks.length] ?? 'disc')
