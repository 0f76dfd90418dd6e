/** Measures of a layout; places across are given for the right side, the left side mirrors them about the axis. */
export type TimelineFormat = {
  readonly name: 'narrow' | 'wide'
  readonly width: number
  readonly axis: number
  readonly sides: readonly ('left' | 'right')[]
  /** Read from the right: what stands at the left in the measures stands at the right. */
  readonly isMirrored?: true
  /** Width of a calendar’s column at the edge. */
  readonly column: number
  /** Size of type, and distance of two lines. */
  readonly size: number
  readonly leading: number
  /** A label is at least so high, to be touched. */
  readonly leastHeight: number
  readonly periodHeight: number
  /** From the axis: the shape, the date, the title, the end of the title. */
  readonly shape: number
  readonly date: number
  readonly title: number
  readonly end: number
  /** How far a label may stand from its day. */
  readonly reach: number
}

/** A layout for languages that are read from the right. */
export const mirrored = (format: TimelineFormat): TimelineFormat => ({
  ...format,
  axis: format.width - format.axis,
  sides: format.sides.map((side) => (side === 'left' ? 'right' : 'left')),
  isMirrored: true,
})

export const timelineFormats = {
  narrow: {
    name: 'narrow',
    width: 352,
    axis: 36,
    sides: ['right'],
    column: 22,
    size: 14.5,
    leading: 15.5,
    leastHeight: 26,
    periodHeight: 128,
    shape: 35,
    date: 45,
    title: 87,
    end: 290,
    reach: 140,
  },
  wide: {
    name: 'wide',
    width: 880,
    axis: 440,
    sides: ['left', 'right'],
    column: 26,
    size: 14.5,
    leading: 16,
    leastHeight: 24.5,
    periodHeight: 82,
    shape: 48,
    date: 58,
    title: 104,
    end: 408,
    reach: 110,
  },
} as const satisfies Record<string, TimelineFormat>
