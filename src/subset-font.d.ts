declare module 'subset-font' {
  export type SubsetOptions = {
    readonly targetFormat: 'woff2' | 'sfnt'
    /** Entries of the table of names that stay. */
    readonly preserveNameIds?: readonly number[]
    /** Tags of the OpenType features that stay; all of them where none are named. */
    readonly keepFeatures?: readonly string[]
    /** Axes of a variable face that are cut to a range, or to one value. */
    /** Keeps all that the face has. */
    readonly keepAllGlyphs?: boolean
    readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number; readonly default?: number }>>
  }

  /**
   * @param text the characters to keep; none where all glyphs are kept
   * @returns the face with only these
   */
  export default function subsetFont(face: Buffer, text: string | undefined, options: SubsetOptions): Promise<Buffer>
}
