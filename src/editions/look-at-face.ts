import { keepLater } from '../kept-results.ts'

/** What a font file has: its characters, and its axes, where it is variable. */
export type FaceContents = {
  readonly characters: ReadonlySet<number>
  readonly axes: Readonly<Record<string, { readonly min: number; readonly max: number; readonly default: number }>>
}

/** Looks into a font of any kind. */
export const lookAtFace = (bytes: Uint8Array): Promise<FaceContents> =>
  keepLater('face-contents', [bytes], async () => {
    const { create } = await import('fontkitten')
    const font = create(Buffer.from(bytes))
    if (font.isCollection) throw new Error('A collection of fonts is no face.')
    const axes = Object.entries(font.variationAxes).flatMap(([tag, axis]) =>
      axis ? [[tag, { min: axis.min, max: axis.max, default: axis.default }] as const] : [],
    )
    return { characters: new Set(font.characterSet), axes: Object.fromEntries(axes) }
  })

/** The axes as a face is cut to some of its weights: the others stay as they are drawn. @param to the same as `from` for one weight */
export function cutAxes(
  { axes }: FaceContents,
  from: number,
  to: number,
): Record<string, number | { readonly min: number; readonly max: number }> {
  return Object.fromEntries(
    Object.entries(axes).map(([tag, axis]) => {
      if (tag !== 'wght') return [tag, axis.default]
      const [min, max] = [from, to].map((weight) => Math.min(axis.max, Math.max(axis.min, weight))) as [number, number]
      return [tag, min === max ? min : { min, max }]
    }),
  )
}
