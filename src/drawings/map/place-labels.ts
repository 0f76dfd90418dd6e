import { keep } from '../../kept-results.ts'
import { type Box, boxAround, distanceTo, isCrossing, isThrough, nearestIn, overlapOf, type Point } from '../boxes.ts'
import { type Candidate, type LabelRequest, markRadius, type PlacedLabel, positionsOf, type Room } from './label-positions.ts'

const sweeps = 12

/** As many of the cheapest positions of a label are weighed against the others. */
const mostCandidates = 120

/**
 * Finds a place for every label near its point. Greedy: each takes the cheapest of a fixed set of positions around its
 * point; then all choose anew in turn, knowing the others, until nobody moves. The order decides where that ends, so
 * several are tried and the cheapest whole is taken. (The positions are those of Imhof, “Positioning Names on Maps”,
 * 1975: to the right is best.) It is kept from build to build: a map is tried hundreds of times over.
 */
export const placeLabels = (requests: readonly LabelRequest[], room: Room): PlacedLabel[] =>
  keep('place-labels', [JSON.stringify([requests, room])], () => findPlaces(requests, room))

function findPlaces(requests: readonly LabelRequest[], room: Room): PlacedLabel[] {
  const marks = requests.flatMap(({ id, point, spread }) =>
    spread === undefined ? [{ id, point, box: boxAround(point, 2 * markRadius + 2) }] : [],
  )
  const contests = requests.map((request): Contest => {
    const candidates = positionsOf(request, room).map(({ label, cost }) => ({ label, cost: cost + ownCost(label, request, marks, room) }))
    if (candidates.length === 0) return { request, candidates: [pressedIn(request, room.frame)] }
    return { request, candidates: candidates.sort((a, b) => a.cost - b.cost).slice(0, mostCandidates) }
  })
  const solutions = ordersOf(contests).map((inOrder) => settle(inOrder))
  const best = solutions.reduce((cheapest, solution) => (totalCost(solution) < totalCost(cheapest) ? solution : cheapest))
  return requests.flatMap(({ id }) => best.get(id)?.label ?? [])
}

type Contest = {
  readonly request: LabelRequest
  /** The cheapest first. */
  readonly candidates: readonly Candidate[]
}

/** A label whose every position lies outside of the frame stands inside of its edge, in its smallest form. */
function pressedIn({ id, point, sizes }: LabelRequest, frame: Box): Candidate {
  const size = sizes.reduce((smallest, form, i) => (form.width < (sizes[smallest]?.width ?? 0) ? i : smallest), 0)
  const { width = 0, height = 0 } = sizes[size] ?? {}
  const press = (at: number, from: number, room: number, length: number) => Math.max(from, Math.min(from + room - length, at - length / 2))
  return {
    label: {
      id,
      size,
      box: { x: press(point[0], frame.x, frame.width, width), y: press(point[1], frame.y, frame.height, height), width, height },
    },
    cost: 0,
  }
}

/** The crowded first, then from each side to the other, and the same from behind. */
function ordersOf(contests: readonly Contest[]): Contest[][] {
  const crowding = ({ request: { point } }: Contest) =>
    contests.reduce((sum, { request: other }) => sum + 1 / (400 + (point[0] - other.point[0]) ** 2 + (point[1] - other.point[1]) ** 2), 0)
  const keys = [crowding, ...[0, 30, 60, 90, 120, 150].map((degrees) => across((degrees * Math.PI) / 180))]
  return keys.flatMap((key) => {
    const inOrder = [...contests].sort((a, b) => key(b) - key(a))
    return [inOrder, [...inOrder].reverse()]
  })
}

const across =
  (angle: number) =>
  ({ request: { point } }: Contest) =>
    point[0] * Math.cos(angle) + point[1] * Math.sin(angle)

function settle(contests: readonly Contest[]): Map<string, Candidate> {
  const placed = new Map<string, Candidate>()
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const before = [...placed.values()]
    for (const { request, candidates } of contests) {
      const others = [...placed].filter(([id]) => id !== request.id).map(([, { label }]) => label)
      placed.set(request.id, cheapest(candidates, others))
    }
    if (before.length > 0 && before.every((candidate) => placed.get(candidate.label.id) === candidate)) break
  }
  return placed
}

function cheapest(candidates: readonly Candidate[], others: readonly PlacedLabel[]): Candidate {
  let best: { candidate?: Candidate; cost: number } = { cost: Number.POSITIVE_INFINITY }
  for (const candidate of candidates) {
    if (candidate.cost >= best.cost) break
    const cost = candidate.cost + others.reduce((sum, other) => sum + mutualCost(candidate.label, other), 0)
    if (cost < best.cost) best = { candidate, cost }
  }
  return best.candidate as Candidate
}

function totalCost(solution: ReadonlyMap<string, Candidate>): number {
  const all = [...solution.values()]
  return all.reduce(
    (sum, { label, cost }, i) => sum + cost + all.slice(i + 1).reduce((mutual, other) => mutual + mutualCost(label, other.label), 0),
    0,
  )
}

/** What a position costs whatever the other labels do. */
function ownCost(
  { id, box, leader }: PlacedLabel,
  request: LabelRequest,
  marks: readonly { id: string; point: Point; box: Box }[],
  room: Room,
): number {
  const others = marks.filter((mark) => mark.id !== id)
  const covered = [...room.taken, ...others.map((mark) => mark.box)].filter((other) => overlapOf(box, other) > 0).length
  const spared = [...room.spared, ...(request.spread === undefined ? [] : room.borders)].reduce(
    (sum, other) => sum + overlapOf(box, other),
    0,
  )
  const nearOthers = others.filter(
    ({ point }) => distance(box, point) < distance(box, request.point) + 3 && request.spread === undefined && distance(box, point) < 14,
  ).length
  const passed = leader
    ? others.filter(({ point }) => distanceTo(leader, point) < markRadius + 3).length +
      room.taken.filter((other) => isThrough(leader, other)).length
    : 0
  return covered * 5000 + spared * 0.15 + nearOthers * 26 + passed * 600
}

/** What two labels cost each other. */
function mutualCost(a: PlacedLabel, b: PlacedLabel): number {
  const isCovered = overlapOf(a.box, b.box) > 0 ? 5000 + overlapOf(a.box, b.box) : 0
  const isCut = [a.leader && isThrough(a.leader, b.box), b.leader && isThrough(b.leader, a.box)].filter(Boolean).length
  return isCovered + isCut * 900 + (a.leader && b.leader && isCrossing(a.leader, b.leader) ? 500 : 0)
}

const distance = (box: Box, point: Point) => {
  const [x, y] = nearestIn(box, point)
  return Math.hypot(x - point[0], y - point[1])
}
