import type { Family } from '../family/family.ts'
import { drawFamilyTree } from '../family/family-tree.ts'
import { type Miniature, round } from './miniature.ts'

/** The family tree without its names. */
export function drawFamilyMiniature(family: Family): Miniature {
  const { width, height, apart, boxes, trunks, ties } = drawFamilyTree(family)
  return {
    width,
    // Those without a tie stand below, and are not drawn.
    height: apart.boxes.length > 0 ? apart.y : height,
    paths: [
      { kind: 'line', path: trunks.map(({ path }) => path).join('') },
      { kind: 'line', path: pathOf(ties.filter(({ kind }) => kind !== 'split')) },
      { kind: 'red-line', path: pathOf(ties.filter(({ kind }) => kind === 'split')) },
      {
        kind: 'ink',
        path: boxes
          .map((box) => `M${round(box.x)} ${round(box.y)}h${round(box.width)}v${round(box.height)}h${-round(box.width)}z`)
          .join(''),
      },
    ],
  }
}

const pathOf = (ties: readonly { readonly path: string }[]) => ties.map(({ path }) => path).join('')
