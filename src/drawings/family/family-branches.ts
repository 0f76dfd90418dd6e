import { breakLines, widthOf } from '../lettering.ts'
import { arrowHead, roundedPath } from '../paths.ts'
import type { Family, Member, Tie } from './family.ts'
import type { Box, DrawnTie, FamilyTree } from './family-tree.ts'

/** The upright drawing for narrow windows: an indented tree, each branch under what it came from or went into. */
export type FamilyBranches = {
  readonly width: number
  readonly height: number
  readonly trunks: FamilyTree['trunks']
  readonly ties: readonly DrawnTie[]
  readonly boxes: readonly Box[]
  readonly apart: { readonly y: number; readonly boxes: readonly Box[] }
}

/** Sizes of type and space, shared with the style sheet. A telephone’s text is 328 CSS pixels wide. */
const [name, small, line] = [20, 16, 20]
const width = 328
const indent = 44
const rail = 11
const padX = 9
const padY = 9
const gap = 12

export function drawFamilyBranches(family: Family): FamilyBranches {
  const boxes: Box[] = []
  const ties: DrawnTie[] = []
  const trunks: FamilyTree['trunks'][number][] = []
  const member = new Map(family.members.map((one) => [one.id, one]))
  const trunkOf = trunksOf(family)
  let y = 1

  const place = (one: Member, depth: number): Box => {
    const box = boxAt(one, depth * indent + 1, y, width - 2 - depth * indent)
    boxes.push(box)
    y += box.height + gap
    const branches = family.ties.flatMap((tie) => {
      const branch = member.get(otherEnd(tie, one.id))
      return branch && trunkOf.get(branch.id) === tie ? [drawBranch(tie, family.yearOf(tie.when), box, place(branch, depth + 1))] : []
    })
    ties.push(...branches.map(({ tie }) => tie))
    const end = branches.at(-1)?.end
    if (end !== undefined) trunks.push({ id: one.id, path: `M${box.x + rail},${box.y + box.height}V${end}` })
    return box
  }
  for (const one of family.members.filter(({ id }) => !trunkOf.has(id))) {
    if (boxes.length > 0) y += gap
    place(one, 0)
  }

  const apart = placeApart(family.apart, y + 26)
  return { width, height: apart.bottom + 1, trunks, ties, boxes, apart: { y: y + 26, boxes: apart.boxes } }
}

/** Those without a tie, in two columns under their heading. */
function placeApart(members: readonly Member[], heading: number): { boxes: Box[]; bottom: number } {
  const column = (width - gap) / 2
  const boxes: Box[] = []
  let [y, bottom] = [heading + 14, heading - 26 - gap]
  for (const [i, one] of members.entries()) {
    if (i > 0 && i % 2 === 0) y = bottom + gap
    const box = boxAt(one, 1 + (i % 2) * (column + gap), y, column - 2)
    bottom = i % 2 === 0 ? box.y + box.height : Math.max(bottom, box.y + box.height)
    boxes.push(box)
  }
  return { boxes, bottom }
}

/** By which tie each member hangs: the first of those that make it a branch of another. A tie that would close a circle hangs nothing. */
function trunksOf({ ties }: Family): Map<string, Tie> {
  const trunks = new Map<string, Tie>()
  const above = (id: string): string[] => {
    const tie = trunks.get(id)
    return tie ? [id, ...above(otherEnd(tie, id))] : [id]
  }
  for (const tie of ties) {
    const branch = tie.kind === 'merger' ? tie.from : tie.to
    if (!trunks.has(branch) && !above(otherEnd(tie, branch)).includes(branch)) trunks.set(branch, tie)
  }
  return trunks
}

const otherEnd = ({ from, to }: Tie, id: string) => (from === id ? to : to === id ? from : '')

/** A box with the name at the left and the years at the right of its last line. */
function boxAt(one: Member, x: number, y: number, room: number): Box {
  const lines = breakLines(one.label, name, room - 2 * padX - widthOf(one.years, small) - 6)
  return { ...one, x, y, width: room, height: 2 * padY + lines.length * line, lines }
}

/** Across from the trunk to the branch, or, for a merger, from the branch to the trunk; `end` is how far down the trunk reaches. */
function drawBranch(tie: Tie, named: string, trunk: Box, branch: Box): { tie: DrawnTie; end: number } {
  const [x, y, end] = [trunk.x + rail, branch.y + branch.height / 2, branch.x]
  const year = { text: named, x: x + 5, y: y - 5, anchor: 'start' as const }
  if (tie.kind === 'merger') {
    return { tie: { ...tie, path: `M${end},${y}H${x + 7}`, head: arrowHead([end, y], [x, y], 9), year }, end: y }
  }
  const isPart = tie.kind === 'part'
  const path = roundedPath(
    [
      [x, y - 16],
      [x, y],
      [isPart ? end : end - 7, y],
    ],
    8,
  )
  return { tie: { ...tie, path, ...(!isPart && { head: arrowHead([x, y], [end, y], 9) }), year }, end: y - 8 }
}
