/**
 * The name under which a picture lies ready for the bundler: what means something in an address, a pattern or a list of
 * pictures (`#`, `?`, `%`, brackets, spaces, commas) is written by its number, since Vite takes paths for addresses.
 *
 * @param src path from the folder `pictures`
 */
export const pictureName = (src: string): string =>
  src.replace(/[^\p{L}\p{M}\p{N}._/-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)
