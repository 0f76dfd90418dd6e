declare module 'subset-font' {
  /**
   * @param text the characters to keep
   * @returns the face with only these, all its features kept
   */
  export default function subsetFont(
    face: Buffer,
    text: string,
    options: { targetFormat: 'woff2' | 'sfnt'; preserveNameIds?: readonly number[] },
  ): Promise<Buffer>
}
