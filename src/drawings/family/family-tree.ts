import { breakLines, widthOf } from '../lettering.ts'
import { arrowHead, type Point, roundedPath } from '../paths.ts'
import type { Family, Member, Tie } from './family.ts'
import { type Lane, lanesOf, monthOf, placeLanes, rowsOf } from './family-lanes.ts'

/** The wide drawing, in units that are CSS pixels where it has the room. Time runs from top to bottom. See decision 6. */
export type FamilyTree = {
  readonly width: number
  readonly height: number
  /** Each year in which something happens, with the line above it. */
  readonly years: readonly { readonly text: string; readonly y: number }[]
  /** The life of a party from its box to its last tie, as a path. */
  readonly trunks: readonly { readonly id: string; readonly path: string }[]
  readonly ties: readonly DrawnTie[]
  readonly boxes: readonly Box[]
  /** The row of those without a tie; `y` is the base line of its heading. */
  readonly apart: { readonly y: number; readonly boxes: readonly Box[] }
}

export type Box = Member & {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
}

export type DrawnTie = Tie & {
  readonly path: string
  /** The arrow’s head; a part has none. */
  readonly head?: string
  readonly year: { readonly text: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }
}

/** Sizes of type and space, shared with the style sheet. */
const measures = { name: 20, years: 16, line: 20, yearsLine: 18, padX: 12, padY: 8, corner: 9, head: 9 }

const { name, years: small, line, yearsLine, padX, padY, corner, head } = measures
/** Space for the years at the edge, between neighbours, above and between the horizontal lines of ties, below a row. */
const axis = 48
const gap = 8
const lead = 18
const track = 18
const drop = 28
const foot = 12
const widestName = 118

export function drawFamilyTree(family: Family): FamilyTree {
  const rows = rowsOf(family)
  const lanes = lanesOf(family, rows)
  const sizes = new Map([...family.members, ...family.apart].map((member) => [member.id, sizeOf(member)]))
  const sizeAt = (id: string): Size => sizes.get(id) ?? { width: 0, height: 0, lines: [] }
  const tiesIn = (row: number) => family.ties.filter(({ when }) => rows.indexOf(monthOf(when)) === row)
  const room = (lane: Lane, row: number) => {
    if (row === lane.first) return sizeAt(lane.id).width / 2 + gap
    return tiesIn(row).some(({ from }) => from === lane.id) && row === lane.last ? widthOf('0000', small) + 14 : 9
  }
  const placed = placeLanes(lanes, family, rows, room)
  const shift = axis - Math.min(...lanes.map((lane) => (placed.get(lane.id) ?? 0) - room(lane, lane.first)))
  const x = (id: string) => (placed.get(id) ?? 0) + shift
  const right = Math.max(...lanes.map(({ id }) => x(id) + sizeAt(id).width / 2))

  const boxes: Box[] = []
  const years: { text: string; y: number }[] = []
  const drawn: DrawnTie[] = []
  /** The lowest point of each trunk. */
  const ends = new Map<string, number>()
  let bottom = 0
  let level = 0
  for (const [row, moment] of rows.entries()) {
    const year = family.yearOf(moment)
    if (row === 0 || family.yearOf(rows[row - 1] ?? '') !== year) {
      years.push({ text: year, y: bottom })
      level = bottom + foot / 2
    }
    const ties = tiesIn(row)
    const starting = lanes.filter(({ first }) => first === row)
    const tracks = tracksOf(ties, x)
    // Within a year a row moves up beside the boxes of the row before, as far as nothing of it comes under them.
    const edges = [
      ...ties.flatMap(({ from, to }) => [x(from), x(to)]),
      ...starting.flatMap(({ id }) => [-1, 1].map((side) => x(id) + (side * sizeAt(id).width) / 2)),
    ]
    const [start, end] = [Math.min(...edges) - gap, Math.max(...edges) + gap]
    const above = boxes.filter((box) => box.x < end && box.x + box.width > start).map((box) => box.y + box.height + foot / 2)
    const top = Math.max(level, ...above)
    const levelOf = (tie: Tie) => top + lead + (tracks.get(tie) ?? 0) * track
    level = Math.max(top + foot / 2, ...ties.map(levelOf))
    const boxTop = level + (ties.length > 0 && starting.length > 0 ? drop : 0)
    for (const { id } of starting) {
      const member = family.members.find((one) => one.id === id)
      if (member) boxes.push({ ...member, ...sizeAt(id), x: x(id) - sizeAt(id).width / 2, y: boxTop })
    }
    for (const tie of ties) {
      const [from, to] = [tie.from, tie.to].map((id) => ({ x: x(id), isBox: starting.some((lane) => lane.id === id) })) as [End, End]
      drawn.push(drawTie(tie, family.yearOf(tie.when), from, to, levelOf(tie), boxTop))
      if (!from.isBox) ends.set(tie.from, Math.max(ends.get(tie.from) ?? 0, levelOf(tie) - corner))
      // What is joined from the side goes on below the arrow.
      if (!to.isBox) ends.set(tie.to, Math.max(ends.get(tie.to) ?? 0, levelOf(tie) + (tie.kind === 'part' ? -corner : 1.5 * corner)))
    }
    bottom = Math.max(level, ...boxes.map((box) => box.y + box.height)) + foot
  }
  const trunks = boxes.flatMap(({ id, y: boxY, height }) => {
    const end = ends.get(id)
    return end !== undefined && end > boxY + height ? [{ id, path: `M${x(id)},${boxY + height}V${end}` }] : []
  })
  const width = 1 + Math.max(right, axis + Math.max(0, ...family.apart.map(({ id }) => sizeAt(id).width)))
  const apart = placeApart(family.apart, sizeAt, width, bottom)
  return { width: Math.ceil(width), height: Math.ceil(apart.bottom), years, trunks, ties: drawn, boxes, apart }
}

type Size = Pick<Box, 'width' | 'height' | 'lines'>

function sizeOf({ label, years: span }: Member): Size {
  const lines = breakLines(label, name, widestName)
  const width = Math.max(...lines.map((text) => widthOf(text, name)), widthOf(span, small), 44) + 2 * padX
  return { width, height: 2 * padY + lines.length * line + (span ? yearsLine : 0), lines }
}

/** Where a tie meets a lane: in the box that begins it, or in its trunk. */
type End = { readonly x: number; readonly isBox: boolean }

/** From trunk to trunk on one level; where a box begins in this row, down into its head. */
function drawTie(tie: Tie, named: string, from: End, to: End, level: number, boxTop: number): DrawnTie {
  const turn = (end: End): Point[] => [[end.x, end.isBox ? boxTop : level - 2 * corner]]
  const points: Point[] = [...turn(from), [from.x, level], [to.x, level], ...(to.isBox || tie.kind === 'part' ? turn(to) : [])]
  const [tip, before] = [points.at(-1) as Point, points.at(-2) as Point]
  const side = to.x > from.x ? 1 : -1
  const box = [to, from].find(({ isBox }) => isBox)
  const year = box
    ? { x: box.x + 8, y: boxTop - 9, anchor: 'start' as const }
    : { x: from.x + side * (corner + 2), y: level - 6, anchor: side > 0 ? ('start' as const) : ('end' as const) }
  return {
    ...tie,
    path: roundedPath(tie.kind === 'part' ? points : [...points.slice(0, -1), shorten(before, tip)], corner),
    ...(tie.kind !== 'part' && { head: arrowHead(before, tip, head) }),
    year: { ...year, text: named },
  }
}

/** The end of a line under its arrow’s head. */
const shorten = ([beforeX, beforeY]: Point, [x, y]: Point): Point => [
  x - Math.sign(x - beforeX) * head * 0.8,
  y - Math.sign(y - beforeY) * head * 0.8,
]

/** A level for each tie of a row: those that would lie on one another, and do not leave one trunk alike, get levels of their own. */
function tracksOf(ties: readonly Tie[], x: (id: string) => number): Map<Tie, number> {
  const tracks = new Map<Tie, number>()
  const span = ({ from, to }: Tie) => [Math.min(x(from), x(to)), Math.max(x(from), x(to))] as const
  const canShare = (a: Tie, b: Tie) => {
    const [[aStart, aEnd], [bStart, bEnd]] = [span(a), span(b)]
    return aEnd < bStart || bEnd < aStart || (a.kind === b.kind && (a.from === b.from || a.to === b.to))
  }
  for (const tie of ties) {
    let level = 0
    while ([...tracks].some(([other, taken]) => taken === level && !canShare(tie, other))) level++
    tracks.set(tie, level)
  }
  return tracks
}

/** Those without a tie, in lines as wide as the drawing. */
function placeApart(members: readonly Member[], sizeAt: (id: string) => Size, width: number, top: number) {
  if (members.length === 0) return { y: top, boxes: [], bottom: top }
  const boxes: Box[] = []
  let [x, y, height] = [axis, top + 44, 0]
  for (const member of members) {
    const size = sizeAt(member.id)
    if (x > axis && x + size.width > width) [x, y, height] = [axis, y + height + gap, 0]
    boxes.push({ ...member, ...size, x, y })
    x += size.width + 2 * gap
    height = Math.max(height, size.height)
  }
  return { y: top + 28, boxes, bottom: y + height + 2 }
}
