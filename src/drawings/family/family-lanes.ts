import { Graph, layout } from '@dagrejs/dagre'
import { compareIso, type Family } from './family.ts'

/** A term as a vertical line through the rows of time: its box stands in the first, its last tie in the last. */
export type Lane = { readonly id: string; readonly first: number; readonly last: number }

/** How far to each side of its line a lane needs room in a row, in units of the drawing. */
export type Room = (lane: Lane, row: number) => number

/** The rows of time: one for each month (or year, where no more is known) in which a term begins or a tie is made. */
export function rowsOf({ members, ties }: Family): string[] {
  return [...new Set([...members.map(({ start }) => start), ...ties.map(({ when }) => when)].map(monthOf))].sort(compareIso)
}

export const monthOf = (iso: string): string => iso.slice(0, iso.startsWith('-') ? 8 : 7)

/** One lane for each member, long enough for its ties. */
export function lanesOf({ members, ties }: Family, rows: readonly string[]): Lane[] {
  return members.map(({ id, start }) => {
    const touched = [start, ...ties.filter(({ from, to }) => from === id || to === id).map(({ when }) => when)].map((when) =>
      rows.indexOf(monthOf(when)),
    )
    return { id, first: Math.min(...touched), last: Math.max(...touched) }
  })
}

/**
 * Where each lane stands. dagre (a layered layout after Gansner et al., “A Technique for Drawing Directed Graphs”, 1993)
 * gives the order with few crossings, from a graph with a node for every row of every lane. Its positions may bend a
 * lane, so they are set anew: in that order, straight, as near as there is room to the lanes they are tied to.
 */
export function placeLanes(lanes: readonly Lane[], family: Family, rows: readonly string[], room: Room): Map<string, number> {
  const order = orderLanes(lanes, family, rows, room)
  const apart = (a: Lane, b: Lane) => {
    const common = [...rows.keys()].filter((row) => isAt(a, row) && isAt(b, row))
    return Math.max(0, ...common.map((row) => room(a, row) + room(b, row)))
  }
  const x = new Map<string, number>()
  const at = (lane: Lane) => x.get(lane.id) ?? 0
  const leftBound = (i: number) => Math.max(...order.slice(0, i).map((other) => at(other) + apart(other, order[i] as Lane)))
  const rightBound = (i: number) => Math.min(...order.slice(i + 1).map((other) => at(other) - apart(order[i] as Lane, other)))
  for (const [i, lane] of order.entries()) x.set(lane.id, i === 0 ? 0 : leftBound(i))
  const tiedTo = ({ id }: Lane) =>
    family.ties.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])).map((other) => x.get(other) ?? 0)
  for (let pass = 0; pass < 12; pass++) {
    const indices = [...order.keys()]
    for (const i of pass % 2 === 0 ? indices.reverse() : indices) {
      const lane = order[i] as Lane
      const others = tiedTo(lane)
      const wish = others.reduce((sum, other) => sum + other, 0) / others.length
      x.set(lane.id, Math.max(leftBound(i), Math.min(rightBound(i), wish)))
    }
  }
  return x
}

function orderLanes(lanes: readonly Lane[], { ties }: Family, rows: readonly string[], room: Room): Lane[] {
  const graph = new Graph()
  graph.setGraph({ nodesep: 1, ranksep: 1 })
  const node = (lane: Lane, row: number) => `${lane.id} ${row}`
  const rowsOfLane = (lane: Lane) => [...rows.keys()].filter((row) => isAt(lane, row))
  for (const lane of lanes) {
    for (const row of rowsOfLane(lane)) {
      graph.setNode(node(lane, row), { width: 2 * room(lane, row), height: 1 })
      if (row > lane.first) graph.setEdge(node(lane, row - 1), node(lane, row), { weight: 20 })
    }
  }
  for (const { from, to, when } of ties) {
    const row = rows.indexOf(monthOf(when))
    const [a, b] = [from, to].map((id) => lanes.find((lane) => lane.id === id))
    if (!a || !b) continue
    // An edge leads down one row, from the lane that is there before: so every lane keeps the rank of its rows.
    const [over, under] = isAt(a, row - 1) ? [a, b] : [b, a]
    if (isAt(over, row - 1)) graph.setEdge(node(over, row - 1), node(under, row), {})
  }
  layout(graph)
  const mean = (lane: Lane) => rowsOfLane(lane).reduce((sum, row) => sum + graph.node(node(lane, row)).x, 0) / rowsOfLane(lane).length
  const kin = kinOf(lanes, ties)
  return [...lanes].sort((a, b) => (kin.get(a.id) ?? 0) - (kin.get(b.id) ?? 0) || mean(a) - mean(b))
}

/** Numbers the groups that no tie joins, so that each can have its place beside the others. */
function kinOf(lanes: readonly Lane[], ties: Family['ties']): Map<string, number> {
  const kin = new Map<string, number>()
  const mark = (id: string, number: number) => {
    if (kin.has(id)) return
    kin.set(id, number)
    for (const { from, to } of ties) if (from === id || to === id) mark(from === id ? to : from, number)
  }
  for (const [i, { id }] of lanes.entries()) mark(id, i)
  return kin
}

const isAt = ({ first, last }: Lane, row: number) => row >= first && row <= last
