import type { Family } from '../family/family.ts'
import { drawFamilyTree } from '../family/family-tree.ts'
import type { Miniature } from './miniature.ts'
import { smallPath } from './small-path.ts'

/** The family tree without its names. */
export function drawFamilyMiniature(family: Family): Miniature {
  const { width, height, apart, boxes, trunks, ties } = drawFamilyTree(family)
  return {
    width,
    // Those without a tie stand below, and are not drawn.
    height: apart.boxes.length > 0 ? apart.y : height,
    paths: [
      { kind: 'line', path: pathOf(trunks) },
      { kind: 'line', path: pathOf(ties.filter(({ kind }) => kind !== 'split')) },
      { kind: 'red-line', path: pathOf(ties.filter(({ kind }) => kind === 'split')) },
      {
        kind: 'ink',
        path: boxes
          .map(
            ({ x, y, width, height }) =>
              `M${Math.round(x)} ${Math.round(y)}h${Math.round(width)}v${Math.round(height)}h${-Math.round(width)}z`,
          )
          .join(''),
      },
    ],
  }
}

const pathOf = (lines: readonly { readonly path: string }[]) => smallPath(lines.map(({ path }) => path).join(''))
